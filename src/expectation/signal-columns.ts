import type { Factor, PredictedFactor } from './factors';
import type { PriceSignal, Signal } from './signals';
import type { Stage } from './stages';

/**
 * The same fields, each as a column of numbers.
 *
 * @inline
 */
type Columns<Row> = {
  readonly [Field in keyof Row]: Float64Array | (undefined extends Row[Field] ? undefined : never);
};

/**
 * Signals by column, all of one length: levels with NaN where a row has none, alone or with a column of reliabilities
 * and one of spreads, which hold numbers in each row that has a level. Under `personalNeeds`, the levels that the dominant
 * needs call for.
 */
export type SignalColumns = {
  readonly [Name in Factor]?:
    | (Name extends 'price'
        ? Columns<PriceSignal>
        : Float64Array | Columns<Name extends PredictedFactor ? Signal : Omit<Signal, 'sd'>>)
    | undefined;
};

/** Customers as `formExpectations` takes them. */
export interface ExpectationColumns {
  /** One stage for all rows, or each row's place in `stageNames`. */
  readonly stage: Stage | Uint8Array;
  readonly signals: SignalColumns;
}
