import * as z from 'zod/mini';
import type { Calibration } from '../capability/estimates';
import type { EstimatorModel } from '../capability/estimator/estimator-model';
import { readModel } from '../capability/estimator/input-model';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { recordOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import { dialects } from './dialects';
import { estimatesPlan } from './estimates-plan';
import { readEstimator } from './estimator-read';
import { nameSchema, rowsShape } from './input';
import { calibrationSchema } from './input-calibration';
import { queryOf } from './nested';
import type { SqlQuery, SqlRows } from './query';
import { quoteRead } from './quote-read';

/** Orders in a table, to be estimated. */
export interface EstimateRows extends SqlRows {
  /** Where each column of the model stands: `{ km: 'distance_km', weekday: 'day' }`. */
  readonly columns: Readonly<Record<string, string>>;
  /** What to quote; no quotes unless given. */
  readonly quote?:
    | {
        /**
         * What `calibrateEstimates` returned for the model's `heldOut`: with its spreads each row has a margin of its own. One
         * without groups, and without spreads that it learnt.
         */
        readonly calibration: Calibration;
        /** The share of promises to keep, above 0 and below 1. */
        readonly keepRate: number;
      }
    | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...rowsShape,
    columns: recordOf(nameSchema),
    quote: z.optional(z.strictObject({ calibration: calibrationSchema, keepRate: shareSchema })),
  }),
);

/**
 * Estimates orders where they lie: a SELECT that gives what `estimateColumns` gives, within 1e-13 of it, and as `quote` what
 * `planPromise` promises of the calibrated estimate.
 *
 * `status` is `ok`, `missing` or `out-of-range`: for numbers beyond 1e50 or nearer to 0 than 1e-50, with the column as `input`,
 * for an estimate, spread or quote beyond e^700 or below e^-700, and where there are quotes for a spread beyond a thousand times
 * the calibration's usual one or below a thousandth. `unseen` counts the columns, and pairs of them, whose value the
 * model was not fitted on.
 *
 * @param model what `fitEstimator` found
 * @param options where the orders lie, and the names of their columns
 * @throws InvalidInputError `missing` for a column that the model has and `columns` lacks, `unknown-name` for one that the model
 *   does not have, `unit-mismatch` for a calibration in another unit, `wrong-type` for one whose margins go by groups or by learnt
 *   spreads, `out-of-range` for a name that an engine could read otherwise and for a model or a calibration with numbers that it
 *   could not count with, `unknown-version` for a model that a newer release wrote; as `planPromise` does, NotEnoughDataError
 *   for a calibration on too few orders (.9 needs 9) and NotIdentifiedError for a keep rate of which it says nothing
 * @example
 * ```ts
 * import { calibrateEstimates, fitEstimator } from 'overdeliver';
 * import { estimatesSql } from 'overdeliver/sql';
 *
 * const km = Array.from({ length: 40 }, (_, i) => 1 + (i % 7));
 * const actuals = km.map((x, i) => 10 + 4 * x + (i % 5));
 * const { model, heldOut } = fitEstimator({ actuals, columns: { km } }, { unit: 'minutes' });
 * const arrival = calibrateEstimates(heldOut, { unit: 'minutes' });
 *
 * const query = estimatesSql(model, {
 *   dialect: 'duckdb',
 *   from: 'orders',
 *   keep: ['id'],
 *   columns: { km: 'distance_km' },
 *   quote: { calibration: arrival, keepRate: 0.9 },
 * });
 * query.columns.map(({ name }) => name).slice(0, 5); // => ['id', 'estimate', 'spread', 'quote', 'unseen']
 * ```
 */
export function estimatesSql(model: EstimatorModel, options: EstimateRows): SqlQuery {
  return door('estimatesSql', () => {
    const { unit } = readModel(model);
    const { columns, quote, ...where } = read(optionsSchema, options, 'options');
    const known = readEstimator(model, columns);
    const quoted = quote ? quoteRead(quote.calibration, quote.keepRate, unit) : null;
    return queryOf(where, estimatesPlan(model, known, quoted, dialects[where.dialect]));
  });
}
