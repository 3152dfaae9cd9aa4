import * as z from 'zod/mini';
import { type DateInput, loneDateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { confidenceSchema } from '../input/schemas';
import { dialects } from './dialects';
import { nameSchema, optionalName } from './input';
import { groupedQuery, groupsOf, groupsShape, type SqlGroups } from './input-groups';
import { optionalDate } from './input-times';
import { keptRatesPlan, type PromiseNames } from './kept-rates-plan';
import type { SqlQuery } from './query';

/** Promises in a table, one in a row, with a name in place of each column; times are numbers, milliseconds since 1970. */
export interface KeptRateRows extends SqlGroups {
  /** Only what had happened by then counts. */
  readonly asOf: DateInput;
  /** Counts promises due from then on; all unless given. */
  readonly dueFrom?: DateInput | undefined;
  /** Counts promises due before then; all unless given. */
  readonly dueTo?: DateInput | undefined;
  /** The share of intervals that hold the true rate, .95 unless given. */
  readonly confidence?: number | undefined;
  /** Which columns of the source hold what. */
  readonly columns: PromiseNames;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...groupsShape,
    asOf: loneDateSchema,
    dueFrom: optionalDate,
    dueTo: optionalDate,
    confidence: confidenceSchema,
    columns: z.strictObject({
      made: nameSchema,
      due: nameSchema,
      from: optionalName,
      delivered: nameSchema,
      cancelled: z.optional(
        z.strictObject({
          at: nameSchema,
          by: z.union([z.enum(['customer', 'company']), z.strictObject({ column: nameSchema })]),
        }),
      ),
    }),
  }),
);

/**
 * The share of promises that were kept, by group, counted where they lie: a SELECT that gives what `keptRates` gives of a
 * ledger of the same promises, to the bit. Rows are promises as they were made; what waits, or promises a quantity, is for a
 * ledger.
 *
 * A group without promises by `asOf` has no row. `status` is `ok`, or what is wrong with a row of the group: `missing`,
 * `out-of-range` for a time that is none, or in another unit than milliseconds, `date-order` for one before the promise was
 * made, `ambiguous` for a promise that was both delivered and called off, `unknown-name` for whoever called it off.
 *
 * @param options where the promises lie, the columns that tell groups apart, and as of when
 * @throws InvalidInputError `date-order` for `dueTo` before `dueFrom`, `out-of-range` for a name that an engine could read
 *   otherwise, `ambiguous` for one that the answer has, `unknown-name` for a dialect that does not exist
 * @example
 * ```ts
 * import { keptRatesSql } from 'overdeliver/sql';
 *
 * const query = keptRatesSql({
 *   dialect: 'duckdb',
 *   from: { text: 'SELECT region, epoch_ms(made) AS made, epoch_ms(due) AS due, epoch_ms(delivered) AS delivered FROM orders' },
 *   by: 'region',
 *   columns: { made: 'made', due: 'due', delivered: 'delivered' },
 *   asOf: '2026-04-01T00:00:00Z',
 * });
 * query.columns.map(({ name }) => name).slice(0, 5); // => ['region', 'due', 'kept', 'broken', 'early']
 * query.reads; // => ['region', 'made', 'due', 'delivered']
 * ```
 */
export function keptRatesSql(options: KeptRateRows): SqlQuery {
  return door('keptRatesSql', () => {
    const given = read(optionsSchema, options, 'options');
    const { dueFrom, dueTo } = given;
    if (dueFrom && dueTo && dueTo < dueFrom) {
      const expected = `a date from ${dueFrom.toISOString()} on`;
      refuse('options.dueTo', dueTo, expected, 'date-order');
    }
    return groupedQuery(groupsOf(given), keptRatesPlan(given, dialects[given.dialect]));
  });
}
