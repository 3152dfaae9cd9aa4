import type { Factor } from './factors';
import type { Stage } from './stages';

/** One factor's column: levels 0 to 100 with NaN where a row has none, alone or with reliabilities and spreads. */
export type SignalColumn =
  | Float64Array
  | {
      readonly level: Float64Array;
      /** 0 to 1 in each row that has a level. */
      readonly reliability?: Float64Array | undefined;
      /** At least 0, in points; not for the factors that move should or adequate. */
      readonly sd?: Float64Array | undefined;
    };

/** The price column: amounts beside reference prices, NaN where a row has none. */
export interface PriceColumn {
  readonly amount: Float64Array;
  readonly reference: Float64Array;
  readonly reliability?: Float64Array | undefined;
  readonly sd?: Float64Array | undefined;
}

/** Signals by column, all of one length; `personalNeeds` holds the level the dominant need calls for. */
export type SignalColumns = {
  readonly [F in Factor]?: (F extends 'price' ? PriceColumn : SignalColumn) | undefined;
};

/** Customers as `formExpectations` takes them. */
export interface ExpectationColumns {
  /** One stage for all rows, or each row's place in `stageNames`. */
  readonly stage: Stage | Uint8Array;
  readonly signals: SignalColumns;
}
