import type { Factor, PredictedFactor } from '../expectation/factors';

/** Fields by the names of columns, some of which need not be. */
type Names<Needed extends string, Beside extends string> = {
  readonly [Field in Needed]: string;
} & {
  readonly [Field in Beside]?: string | undefined;
};

/**
 * Where the signals stand, by the names of columns: of levels, alone or with one of reliabilities and one of standard
 * deviations.
 */
export type SignalNames = {
  readonly [Name in Factor]?:
    | (Name extends 'price'
        ? Names<'amount' | 'reference', 'reliability' | 'sd'>
        :
            | string
            | Names<'level', Name extends PredictedFactor ? 'reliability' | 'sd' : 'reliability'>)
    | undefined;
};
