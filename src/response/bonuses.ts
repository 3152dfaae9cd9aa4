import * as z from 'zod/mini';
import type { Need } from '../core/needs';
import type { ParameterSet } from '../core/parameters';
import { rowOf } from '../input/rows';
import { anySchema, optionFor, recordOf } from '../input/schemas';
import type { KeptRate } from '../ledger/kept-rate';
import { promiseDefaults } from '../promise/parameters';
import type { Action, Reason } from './action';
import { type Contact, type Dated, datedShape } from './contact';
import type { ResponseParameter } from './parameters';

/** An extra that is in no contract and is not announced. */
export interface Bonus {
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
  readonly parameters?: ParameterSet<ResponseParameter> | undefined;
  /** The share of promises to keep before extras are given, 0 to 1; that of `promiseDefaults` unless given. */
  readonly basicKept?: number | undefined;
}

/** A bonus that somebody does not get. */
export interface BonusLeftOut {
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
}

/** Why nobody gets anything. */
export type NoBonus = 'promises-broken' | 'budget-below-every-bonus' | 'nobody-to-surprise';

/** Who gets what. */
export interface BonusPlan {
  /** At most one to each customer, in the order of their ids. */
  readonly actions: readonly Action<'give-bonus', 'most-for-the-budget'>[];
  /** Why there are none; null if there are. */
  readonly none: Reason<NoBonus> | null;
  /** In whole cents. */
  readonly spent: number;
  /** The sum of value times need: the greatest that the budget allows. */
  readonly worth: number;
  /** Every other pair; empty where promises are broken. */
  readonly leftOut: readonly BonusLeftOut[];
}

const id = z.string().check(z.minLength(1, 'a name'));
const ids = z.optional(z.array(z.string()));
const cents = (least: number) => {
  const text = `whole cents of at least ${least}`;
  return z.int(text).check(z.gte(least, text));
};
const valueText = 'a value above 0, up to 1e9';
const weightText = 'a weight from 0 to 1e9';
const shareText = 'a share from 0 to 1';

export const from0to1Schema = z.number().check(z.gte(0, shareText), z.lte(1, shareText));

export const bonusesSchema = z
  .array(
    rowOf({
      id,
      cost: cents(1),
      serves: z.string(),
      value: z.number().check(z.gt(0, valueText), z.lte(1e9, valueText)),
    }),
  )
  .check(z.maxLength(10_000, 'at most 10,000 bonuses'));

export const customersSchema = z.array(
  rowOf({
    id,
    needs: recordOf(z.optional(z.number().check(z.gte(0, weightText), z.lte(1e9, weightText)))),
    contract: ids,
    received: ids,
    contact: anySchema,
  }),
);

export const bonusOptionsSchema = z.strictObject({
  ...datedShape,
  budget: cents(0),
  kept: z.looseObject({
    rate: z.nullable(from0to1Schema),
  }),
  parameters: anySchema,
  basicKept: optionFor(promiseDefaults.parameters.basicKept),
});
