import type { DurationUnit } from '../calendar/units';

/** One dimension of customers in a table, by the names of columns. */
export type DimensionNames =
  | {
      /** How long it was said to take, above 0 in `unit`; forms of performance alone take none. */
      readonly promised?: string | undefined;
      /** How long it took, or has taken so far, above 0 in `unit`. */
      readonly actual: string;
      /** The unit of both, as the model has it; one in percent of the promise takes any. */
      readonly unit: DurationUnit;
      /** A column of booleans or of 0 and 1: whether the customer still had nothing in hand when asked. */
      readonly stillWaiting?: string | undefined;
    }
  | {
      /** What it was said to cost, above 0 in `currency`; forms of performance alone take none. */
      readonly promised?: string | undefined;
      /** What it cost, above 0 in `currency`, or 0 for a form without performance. */
      readonly actual: string;
      /** The currency of both, as the model has it. */
      readonly currency: string;
    }
  | {
      /** The level that was expected, 0 to 100; forms of performance alone take none. */
      readonly expected?: string | undefined;
      /** The level that was perceived, 0 to 100. */
      readonly perceived: string;
    };

/** What customers went through, by the names of columns, in the shape that `predictSatisfactions` takes. */
export type SatisfactionNames =
  | DimensionNames
  | {
      /** Those of the model, by its names for them. */
      readonly dimensions: Readonly<Record<string, DimensionNames>>;
      /** The columns of what else the model counts, by its names for it. */
      readonly covariates?: Readonly<Record<string, string>> | undefined;
    };
