import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import type { EstimatorModel } from '../capability/estimator/estimator-model';
import { readModel } from '../capability/estimator/input-model';
import { capabilitySchema } from '../capability/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { recordOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import { checkCountable } from './countable';
import { dialects } from './dialects';
import { estimatesPlan, type QuoteRead } from './estimates-plan';
import { readEstimator } from './estimator-read';
import { nameSchema, rowsShape } from './input';
import { queryOf } from './nested';
import type { SqlQuery, SqlRows } from './query';

/** Orders in a table, to be estimated. */
export interface EstimateRows extends SqlRows {
  /** Where each column of the model stands: `{ km: 'distance_km', weekday: 'day' }`. */
  readonly columns: Readonly<Record<string, string>>;
  /** What to quote; no quotes unless given. */
  readonly quote?:
    | {
        /** What `calibrateEstimates` makes of an estimate of 1, or with spreads of `{ estimate: 1, spread: 1 }`. */
        readonly capability: Capability;
        /** Whether it was calibrated with spreads, so that each row has a margin of its own; not unless said. */
        readonly bySpread?: boolean | undefined;
        /** The share of promises to keep, above 0 and below 1. */
        readonly keepRate: number;
      }
    | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...rowsShape,
    columns: recordOf(nameSchema),
    quote: z.optional(
      z.strictObject({
        capability: capabilitySchema,
        bySpread: z.optional(z.boolean()),
        keepRate: shareSchema,
      }),
    ),
  }),
);

/**
 * Estimates orders where they lie: a SELECT that gives what `estimateColumns` gives, within 1e-13 of it, and the quote of
 * the calibrated capability.
 *
 * `status` is `ok`, `missing` or `out-of-range`: for numbers beyond 1e50 or nearer to 0 than 1e-50, with the column as `input`, and
 * for an estimate, spread or quote beyond e^700 or below e^-700. `unseen` counts the columns, and pairs of them, whose value the
 * model was not fitted on.
 *
 * @param model what `fitEstimator` found
 * @param options where the orders lie, and the names of their columns
 * @throws InvalidInputError `missing` for a column that the model has and `columns` lacks, `unknown-name` for one that the model
 *   does not have, `unit-mismatch` for a capability in another unit, `out-of-range` for a name that an engine could read
 *   otherwise and for a model or a capability with numbers that it could not count with, `unknown-version` for a model that a newer release wrote; NotIdentifiedError for a keep rate of which the
 *   capability says nothing
 * @example
 * ```ts
 * import { calibrateEstimates, fitEstimator } from 'overdeliver';
 * import { estimatesSql } from 'overdeliver/sql';
 *
 * const history = { actuals: [20, 30, 45, 20, 30, 45], columns: { km: [1, 2, 3, 1, 2, 3] } };
 * const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
 * const past = { estimates: [30, 20, 40, 25], actuals: [33, 30, 40, 30] };
 * const arrival = calibrateEstimates(past, { unit: 'minutes' });
 *
 * const query = estimatesSql(model, {
 *   dialect: 'duckdb',
 *   from: 'orders',
 *   keep: ['id'],
 *   columns: { km: 'distance_km' },
 *   quote: { capability: arrival(1), keepRate: 0.8 },
 * });
 * query.columns.map(({ name }) => name).slice(0, 5); // => ['id', 'estimate', 'spread', 'quote', 'unseen']
 * ```
 */
export function estimatesSql(model: EstimatorModel, options: EstimateRows): SqlQuery {
  return door('estimatesSql', () => {
    const { unit } = readModel(model);
    const { columns, quote, ...where } = read(optionsSchema, options, 'options');
    const known = readEstimator(model, columns);
    if (quote !== undefined && quote.capability.unit !== unit) {
      const expected = `a capability in ${unit}, as the model has`;
      refuse('options.quote.capability', quote.capability.unit, expected, 'unit-mismatch');
    }
    const quoted = quote && {
      factor: quote.capability.quantile(quote.keepRate),
      bySpread: quote.bySpread ?? false,
    };
    if (quoted) checkFactor(quoted);
    const plan = estimatesPlan(model, known, quoted ?? null, dialects[where.dialect]);
    return queryOf(where, plan);
  });
}

/** Refuses a quantile that no engine can multiply by or, with spreads, take to a power. */
function checkFactor({ factor, bySpread }: QuoteRead): void {
  checkCountable('options.quote.capability', factor);
  if (!bySpread || factor >= 0) return;
  const expected =
    'a capability whose quantile is at least 0, as calibrateEstimates makes it with spreads';
  refuse('options.quote.capability', factor, expected);
}
