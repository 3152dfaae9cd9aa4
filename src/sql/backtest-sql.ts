import * as z from 'zod/mini';
import { unitMs } from '../core/time-units';
import { type DateInput, loneDateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { confidenceSchema } from '../input/schemas';
import { shareSchema } from '../input/share';
import type { LiveUnit } from '../live/units';
import { backtestPlan, type OrderNames } from './backtest-plan';
import { dialects } from './dialects';
import { nameSchema, optionalName } from './input';
import { groupedQuery, groupsOf, groupsShape, type SqlGroups } from './input-groups';
import { optionalDate } from './input-times';
import type { SqlQuery } from './query';

/** Orders of the past in a table, with a name in place of each column; times are numbers, milliseconds since 1970. */
export interface BacktestRows extends SqlGroups {
  /** Of what is promised. */
  readonly unit: LiveUnit;
  /** The share of promises that were to be kept, above 0 and below 1. */
  readonly keepRate: number;
  /** Up to when orders are known. */
  readonly asOf: DateInput;
  /** Scores orders that started from then on; all unless given. */
  readonly startedFrom?: DateInput | undefined;
  /** The share of intervals that hold the true share, .95 unless given. */
  readonly confidence?: number | undefined;
  /** Which columns of the source hold what. */
  readonly columns: OrderNames;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...groupsShape,
    unit: z.enum(Object.keys(unitMs) as LiveUnit[]),
    keepRate: shareSchema,
    asOf: loneDateSchema,
    startedFrom: optionalDate,
    confidence: confidenceSchema,
    columns: z.strictObject({
      started: nameSchema,
      finished: nameSchema,
      cancelled: optionalName,
      lost: optionalName,
      promise: optionalName,
      due: optionalName,
    }),
  }),
);

/**
 * How promises did as they were made, by group, scored where the orders lie: a SELECT that gives the counts and the interval that
 * `backtestPromises` gives of `promisesAsMade`, and its means within 1e-12. It has no median, and compares with no
 * other policy: that takes the orders one by one.
 *
 * `status` is `ok`, or what is wrong with a row of the group: `missing`, `out-of-range` (a time in seconds, too),
 * `date-order` for an end or a due date before the start, `ambiguous` for an order with two ends.
 *
 * @param options where the orders lie, the columns that tell groups apart, and up to when they are known
 * @throws InvalidInputError `out-of-range` for a name that an engine could read otherwise, `ambiguous` for one that the answer
 *   has and for both `promise` and `due`, `missing` for neither of them, `unknown-name` for a dialect or unit that does not exist
 * @example
 * ```ts
 * import { backtestSql } from 'overdeliver/sql';
 *
 * const query = backtestSql({
 *   dialect: 'duckdb',
 *   from: { text: 'SELECT carrier, epoch_ms(ordered) AS started, epoch_ms(delivered) AS finished, days FROM orders' },
 *   by: 'carrier',
 *   columns: { started: 'started', finished: 'finished', promise: 'days' },
 *   unit: 'days',
 *   keepRate: 0.9,
 *   asOf: '2026-04-01T00:00:00Z',
 * });
 * query.columns.map(({ name }) => name).slice(0, 5); // => ['carrier', 'orders', 'n', 'share', 'low']
 * query.reads; // => ['carrier', 'started', 'finished', 'days']
 * ```
 */
export function backtestSql(options: BacktestRows): SqlQuery {
  return door('backtestSql', () => {
    const given = read(optionsSchema, options, 'options');
    const { promise, due } = given.columns;
    if (promise === undefined && due === undefined) {
      const expected = 'the name of a column of durations; or else due, of dates';
      refuse('options.columns.promise', promise, expected, 'missing');
    }
    if (promise !== undefined && due !== undefined) {
      const expected = 'a column of durations or one of dates (due), not both';
      refuse('options.columns.promise', promise, expected, 'ambiguous');
    }
    return groupedQuery(groupsOf(given), backtestPlan(given, dialects[given.dialect]));
  });
}
