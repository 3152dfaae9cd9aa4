import type { Need } from '../core/needs';
import type { Reason } from '../core/reason';
import type { KeptRate } from '../ledger/kept-rate';
import type { Action } from './action';
import type { Contact, Dated } from './contact';
import type { responseDefaults } from './parameters';

/** An extra that is in no contract and is not announced. */
export interface Bonus {
  /** The bonus's id. */
  readonly id: string;
  /** In whole cents, above 0. */
  readonly cost: number;
  /** The need it serves. */
  readonly serves: Need;
  /** What it is worth to somebody with that need alone, above 0, in any unit. */
  readonly value: number;
}

/** Somebody who may be surprised. */
export interface BonusCustomer {
  /** The customer's id. */
  readonly id: string;
  /** How much each need counts, at least 0, as `needs` of a need profile's signal; one left out counts 0. */
  readonly needs: Readonly<Record<string, number | undefined>>;
  /** The ids of what their contract holds already. */
  readonly contract?: readonly string[] | undefined;
  /** The ids of what they received before, as often as they did. */
  readonly received?: readonly string[] | undefined;
  /** In place of the contact that goes for all. */
  readonly contact?: Contact | undefined;
}

/** What may be spent, and whether it is time. */
export interface BonusOptions extends Dated {
  /** In whole cents, at least 0. */
  readonly budget: number;
  /** How promises are kept, from the ledger: while too many are broken, extras wait. */
  readonly kept: Pick<KeptRate, 'rate'>;
  /** `responseDefaults` unless given. */
  readonly parameters?: typeof responseDefaults | undefined;
  /** The share of promises to keep before extras are given, 0 to 1; that of `promiseDefaults` unless given. */
  readonly basicKept?: number | undefined;
}

/** Who gets what. */
export interface BonusPlan {
  /** At most one to each customer, in the order of their ids. */
  readonly actions: readonly Action<'give-bonus', 'most-for-the-budget'>[];
  /** Why there are none; null if there are. */
  readonly none: Reason<
    'promises-broken' | 'budget-below-every-bonus' | 'nobody-to-surprise',
    Readonly<Record<string, number>>
  > | null;
  /** In whole cents. */
  readonly spent: number;
  /** The sum of value times need: the greatest that the budget allows. */
  readonly worth: number;
  /** Every other pair; empty where promises are broken. */
  readonly leftOut: readonly {
    readonly customer: string;
    readonly bonus: string;
    /**
     * `in-contract`; `expected`: received before, so no longer a surprise; `serves-no-need`; `over-budget`: it costs more
     * than the whole budget; `gets-another`: this customer gets another extra; `outbid`: the budget does more for others.
     * Codes may be added.
     */
    readonly code:
      | 'in-contract'
      | 'expected'
      | 'serves-no-need'
      | 'over-budget'
      | 'gets-another'
      | 'outbid';
  }[];
}
