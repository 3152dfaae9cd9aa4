import type { Capability } from '../capability/capability';
import type { Need } from '../core/needs';
import type { DateInput } from '../input/date';
import type { QuoteOptions } from '../promise/plan';
import type { ChanceKept, PromisePlan } from '../promise/promise-plan';
import type { Action } from './action';
import type { Dated } from './contact';
import type { responseDefaults } from './parameters';

/** What a customer expects of one quantity, such as a delivery in 2 days. */
export interface AskedFor {
  /** In the unit of the capabilities. */
  readonly asked: number;
  /** The need behind it; `expectation` unless given. */
  readonly need?: Need | undefined;
}

/** What an expectation is held against. */
export interface TriageOptions extends Dated, Pick<QuoteOptions, 'round'> {
  /** What the industry delivers: the yardstick of what is reasonable. */
  readonly industry: Capability;
  /** What the company delivers now. */
  readonly own: Capability;
  /** The share of promises to keep, above 0 and below 1: nothing below it is promised. */
  readonly keepRate: number;
  /** What the company will deliver from a date on, `asOf` or later. */
  readonly later?: { readonly from: DateInput; readonly own: Capability } | undefined;
  /** What else could be offered where it cannot be kept now, in words or codes of your own. */
  readonly alternatives?: readonly string[] | undefined;
  /** `responseDefaults` unless given. */
  readonly parameters?: typeof responseDefaults | undefined;
}

/** What can be done about an expectation. Codes may be added. */
export type TriageCode =
  | 'serve'
  | 'listen'
  | 'explain'
  | 'offer-nearest'
  | 'announce-later'
  | 'offer-alternative'
  | 'offer-help';

/** An expectation, judged and answered. */
export interface Triage {
  /** How to answer the expectation. */
  readonly answer: 'serve' | 'explain' | 'offer-alternatives' | 'refuse-patiently';
  /** Whether the industry keeps what is asked often enough. */
  readonly reasonable: boolean;
  /** Whether it can be met now, later or never. */
  readonly feasible: 'now' | 'later' | 'never';
  /** The chance that the industry keeps what is asked. */
  readonly industry: ChanceKept;
  /** The chance that the company does, now. */
  readonly own: ChanceKept;
  /** The nearest promise that can be kept: what is asked, or else the tightest one. */
  readonly plan: PromisePlan;
  /** What to do: because of the industry's standard, and of the company's own chance of keeping it. Codes may be added. */
  readonly actions: readonly Action<
    TriageCode,
    'reasonable' | 'unreasonable' | 'can-be-kept' | 'cannot-be-kept'
  >[];
}
