import type { TimeUnit } from './experience';

/** One dimension of many customers, NaN where a row has no number. */
export type DimensionColumns =
  | {
      readonly promised: Float64Array;
      readonly actual: Float64Array;
      readonly unit: TimeUnit;
      /** 1 where the customer still had nothing in hand when asked. */
      readonly stillWaiting?: Uint8Array | undefined;
    }
  | { readonly promised: Float64Array; readonly actual: Float64Array; readonly currency: string }
  | { readonly expected: Float64Array; readonly perceived: Float64Array };

/** What many customers went through, by column, all of one length. */
export type SatisfactionColumns =
  | DimensionColumns
  | {
      readonly dimensions: Readonly<Record<string, DimensionColumns>>;
      readonly covariates?: Readonly<Record<string, Float64Array>> | undefined;
    };
