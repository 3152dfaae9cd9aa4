/** One dimension of customers in a table, by the names of columns. */
export type DimensionNames =
  | {
      readonly promised?: string | undefined;
      readonly actual: string;
      readonly unit: 'minutes' | 'hours' | 'days';
      /** A column of booleans or of 0 and 1: whether the customer still had nothing in hand when asked. */
      readonly stillWaiting?: string | undefined;
    }
  | {
      readonly promised?: string | undefined;
      readonly actual: string;
      readonly currency: string;
    }
  | { readonly expected?: string | undefined; readonly perceived: string };

/** What customers went through, by the names of columns, in the shape that `predictSatisfactions` takes. */
export type SatisfactionNames =
  | DimensionNames
  | {
      readonly dimensions: Readonly<Record<string, DimensionNames>>;
      readonly covariates?: Readonly<Record<string, string>> | undefined;
    };
