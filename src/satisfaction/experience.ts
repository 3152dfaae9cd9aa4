import type { DurationUnit } from '../calendar/units';
import type { Level } from '../core/level';

/**
 * The distribution of an amount that is not known yet: normal, within the bounds of its kind, with `sd` above 0; or any
 * with quantiles, such as a capability, where `quantile(p)` is the amount that is not exceeded with probability p.
 */
export type Uncertain =
  | { readonly mean: number; readonly sd: number }
  | {
      /** The amount that is not exceeded with probability p, 0 to 1. */
      readonly quantile: (p: number) => number;
      /** The unit of the amounts; that of the experience unless given. */
      readonly unit?: string;
    };

/** A delivery beside what was promised for it, both counted from the order. */
export interface PromiseExperience {
  /** The time promised, above 0; may be left out where the model counts performance alone. */
  readonly promised?: number | undefined;
  /** The time it took, or that had passed when the customer was asked, above 0; or how it may turn out. */
  readonly actual: number | Uncertain;
  /**
   * The unit of both. Open time and business days, by which a promise was given, are judged by models in percent of the promise, as
   * minutes and hours are. Customers wait through nights and weekends too: where dates are known, give the days or hours between them.
   */
  readonly unit: DurationUnit;
  /** Whether the customer still had nothing in hand when asked; not unless said. */
  readonly stillWaiting?: boolean | undefined;
}

/** What was to be paid beside the estimate, in one currency. */
export interface CostExperience {
  /** The estimate, above 0; may be left out where the model counts performance alone. */
  readonly promised?: number | undefined;
  /** What was charged, at least 0; or how it may turn out. */
  readonly actual: number | Uncertain;
  /** Such as `EUR`. */
  readonly currency: string;
}

/** A level perceived beside the level expected, 0 to 100. */
export interface LevelExperience {
  /** What was expected, 0 to 100; may be left out where the model counts performance alone. */
  readonly expected?: Level | undefined;
  readonly perceived: Level | Uncertain;
}

/** What happened on several dimensions at once, by the names that the model gives them. */
export interface MixedExperience {
  /** What was promised or expected and what came, by dimension. */
  readonly dimensions: Readonly<
    Record<string, PromiseExperience | CostExperience | LevelExperience>
  >;
  /** What else the model knows of the order, by name, such as `{ items: 2 }`. */
  readonly covariates?: Readonly<Record<string, number>> | undefined;
}

/** What a customer went through. */
export type SatisfactionExperience =
  | PromiseExperience
  | CostExperience
  | LevelExperience
  | MixedExperience;

/**
 * One dimension of many customers, NaN where a row has no number. What was promised or expected may be left out where
 * the model counts performance alone.
 */
export type DimensionColumns =
  | {
      readonly promised?: Float64Array | undefined;
      readonly actual: Float64Array;
      readonly unit: DurationUnit;
      /** 1 where the customer still had nothing in hand when asked. */
      readonly stillWaiting?: Uint8Array | undefined;
    }
  | {
      readonly promised?: Float64Array | undefined;
      readonly actual: Float64Array;
      readonly currency: string;
    }
  | { readonly expected?: Float64Array | undefined; readonly perceived: Float64Array };

/** What many customers went through, by column, all of one length. */
export type SatisfactionColumns =
  | DimensionColumns
  | {
      readonly dimensions: Readonly<Record<string, DimensionColumns>>;
      readonly covariates?: Readonly<Record<string, Float64Array>> | undefined;
    };
