import type { Better, CapabilityWarning } from '../capability/capability';
import type { Interval } from '../core/interval';
import type { Reason } from '../core/reason';

/**
 * The chance that a promise is kept, 0 to 1, with the interval that holds it at 95%; its bounds are null without ranks and
 * without a `chanceInterval` of the capability, as `no-interval` in `why` says.
 */
export interface ChanceKept extends Interval<number | null> {
  /** A bound from below where `why` says `chance-at-least`. */
  readonly estimate: number;
}

/** What is certain of a promise as long as the next delivery is like the past ones. Kinds may be added. */
export type Guarantee =
  /** The next one is kept with a chance of at least the keep rate: `rank` of n observations keep the quote. */
  | { readonly kind: 'finite-sample'; readonly rank: number; readonly n: number }
  /** With this confidence, at least a share of the keep rate of all that follow is kept. */
  | {
      readonly kind: 'tolerance';
      readonly rank: number;
      readonly n: number;
      readonly confidence: number;
    }
  /**
   * The observations chose the window: whichever they might have chosen, a next one falls into it with at least this
   * chance, that of falling into what all these windows have in common.
   */
  | { readonly kind: 'chosen'; readonly atLeast: number; readonly n: number }
  | {
      readonly kind: 'none';
      /**
       * `no-ranks`: the observations are weighted, censored, fitted or guessed. `too-few`: best effort, the
       * observation easiest to keep. `chosen-on-observations`: the observations decided on the share to keep, too.
       */
      readonly reason: 'no-ranks' | 'too-few' | 'chosen-on-observations';
      /** How many observations there are, and how many the guarantee needs where more would do. */
      readonly n: number;
      readonly needed: number | null;
    };

/**
 * One step of the reasoning, as a code with its figures. What was aimed at: `keep-rate`, `tolerance`, `cost`, `balance`,
 * `surprise`, `window`, `sides`. What was done to the quote: `rounded` (with what a rounding of this library rounds to),
 * `at-edge` (of the range searched). What to know of the figures: `no-profit` (no quote earns anything), `several-peaks`
 * (quotes between those that earn nearly most earn less), `chosen-on-observations` (the window was chosen by the
 * observations that it holds: it holds somewhat fewer of those to come), `chance-at-least` (the promise lies beyond what was
 * seen: the chance is a bound, not an estimate), `rests-on-few` (it has no guarantee, and rests on `n` observations, fewer than
 * the `needed` ones that would carry one had all of them finished and counted alike). What is null and why:
 * `no-interval` (the capability gives none), `none-broke` (no observation misses the promise), `miss-not-identified`
 * (those that miss it were not seen). Codes may be added.
 */
export type PlanReason = Reason<
  | 'keep-rate'
  | 'tolerance'
  | 'cost'
  | 'balance'
  | 'surprise'
  | 'window'
  | 'sides'
  | 'rounded'
  | 'at-edge'
  | 'no-profit'
  | 'several-peaks'
  | 'chosen-on-observations'
  | 'chance-at-least'
  | 'rests-on-few'
  | 'no-interval'
  | 'none-broke'
  | 'miss-not-identified',
  Readonly<Record<string, number | string>>
>;

/** What every plan says, whatever it promises. Quantities are in `unit`. */
export interface PlanBasis {
  /** The median, in every plan: of an even number of observations the better of the two middle ones. */
  readonly typical: number;
  /** The unit of every quantity here. */
  readonly unit: string;
  readonly better: Better;
  /** True where quantities count from an appointment, below 0 before it; absent otherwise. */
  readonly deviations?: boolean | undefined;
  /** The share of promises it aims to keep: given, or what follows from the aim. */
  readonly keepRate: number;
  readonly chance: ChanceKept;
  /** By how much a broken promise is missed on average; null where `why` says why. */
  readonly missWhenBroken: number | null;
  readonly guarantee: Guarantee;
  /** What the capability warns of. */
  readonly warnings: readonly CapabilityWarning[];
  /** The reasoning: what was aimed at first, then what was done to the quote, then what is not known. */
  readonly why: readonly PlanReason[];
}

/** A promise with the margin that keeps it. */
export interface PromisePlan extends PlanBasis {
  /** What to promise. */
  readonly promise: number;
  /** The distance from `typical` to `promise`, at least 0 where `keepRate` is .5 or more. */
  readonly margin: number;
}
