import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { shareSchema } from '../input/share';
import { type Dialect, dialects } from './dialects';
import { nameSchema, optionalName } from './input';
import { groupedQuery, groupsOf, groupsShape, type SqlGroups } from './input-groups';
import { countColumn, doubleColumn, type Fault, type Layer, v } from './nested';
import { fromNothing, lacking, offRange, readLayers } from './numbers-read';
import type { SqlQuery } from './query';
import { rankedText } from './ranked-promises';
import { survivalText } from './survival-promises';

/** Durations of the past in a table, with a name in place of each column. */
export interface PromiseRows extends SqlGroups {
  /** The share of promises to keep, above 0 and below 1. */
  readonly keepRate: number;
  /** Which columns of the source hold what. */
  readonly columns: {
    /** How long each took, or has taken so far, at least 0. */
    readonly value: string;
    /** Whether each has finished, true or 1; all have unless given. */
    readonly finished?: string | undefined;
    /** How much each counts, at least 0; all alike unless given. */
    readonly weight?: string | undefined;
  };
}

const optionsSchema = once(() =>
  z.strictObject({
    ...groupsShape,
    keepRate: shareSchema,
    columns: z.strictObject({ value: nameSchema, finished: optionalName, weight: optionalName }),
  }),
);

/**
 * What to promise each group, made where its past orders lie: a SELECT that gives what `planPromise` promises of
 * `capabilityFromSamples` or, where some are under way or count for more, of `capabilityFromCensored`.
 *
 * Engines have quantiles of their own; none of them is the rank that the next order keeps with the share asked for. A group
 * has a `promise`, the `rank` that carries the guarantee (null of a curve) and `n`, how many have finished, of a curve their
 * effective size. `status` is `ok`, `not-enough-data`, `not-identified` where the quantile lies beyond what has finished, or
 * what is wrong with a row of the group: `missing`, `out-of-range`, `wrong-type` for a `finished` that is neither true nor false,
 * 1 nor 0. Numbers beyond 1e50, and nearer to 0 than 1e-50, are off
 * the range.
 *
 * @param options where the orders lie, the columns that tell groups apart, and the share to keep
 * @throws InvalidInputError `out-of-range` for a name that an engine could read otherwise and for a share that is none,
 *   `ambiguous` for a name that the answer has, `unknown-name` for a dialect that does not exist
 * @example
 * ```ts
 * import { promisesSql } from 'overdeliver/sql';
 *
 * const query = promisesSql({
 *   dialect: 'duckdb',
 *   from: 'orders',
 *   by: ['region', 'carrier'],
 *   columns: { value: 'took_days', finished: 'delivered' },
 *   keepRate: 0.9,
 * });
 * query.columns.map(({ name }) => name); // => ['region', 'carrier', 'promise', 'rank', 'n', 'status', 'input']
 * query.reads; // => ['region', 'carrier', 'took_days', 'delivered']
 * ```
 */
export function promisesSql(options: PromiseRows): SqlQuery {
  return door('promisesSql', () => {
    const { keepRate, columns, ...where } = read(optionsSchema, options, 'options');
    const dialect = dialects[where.dialect];
    const isCurve = columns.finished !== undefined || columns.weight !== undefined;
    const text = isCurve ? survivalText : rankedText;
    return groupedQuery(groupsOf(where), {
      ...(isCurve ? curveRows(columns, dialect) : rankedRows(columns.value, dialect)),
      isFlat: !isCurve,
      group: (rows, keys, source) => text(rows, keys, keepRate, dialect, source),
      results: ['quantile', 'n', 'rank'],
      faults: [
        { code: 'not-enough-data', input: null, when: `${v('n')} = 0 OR ${v('rank')} > ${v('n')}` },
        { code: 'not-identified', input: null, when: `${v('quantile')} IS NULL` },
      ],
      columns: [
        doubleColumn(
          'promise',
          'what is kept with the share, in the unit of the values',
          v('quantile'),
        ),
        countColumn(
          'rank',
          'which of n ascending values it is; null where a curve says so without a guarantee',
          v('rank'),
        ),
        doubleColumn('n', 'how many have finished, of a curve their effective size', v('n')),
      ],
    });
  });
}

/** What is read of rows for ranks: values as they are, since a group with one off the range has no answer. */
function rankedRows(value: string, dialect: Dialect) {
  const x = v('value');
  const fits = fromNothing(x, dialect);
  const rowFaults: readonly Fault[] = [
    { code: 'missing', input: value, when: dialect.isNone(x), fits },
    { code: 'out-of-range', input: value, when: `NOT ${fits}`, fits },
  ];
  return { layers: [{ value: dialect.double(dialect.quote(value)) }], rowFaults, reads: [value] };
}

/** What is read of rows for curves, which ask for all, though it be a constant. */
function curveRows({ value, finished, weight }: PromiseRows['columns'], dialect: Dialect) {
  const numbers = [
    { as: 'value', column: value, range: fromNothing },
    ...(weight === undefined ? [] : [{ as: 'weight', column: weight, range: fromNothing }]),
  ];
  const [raw, fit] = readLayers(numbers, dialect);
  const flag = v('finished');
  const flags: Layer =
    finished === undefined
      ? { finished: '1' }
      : { finished: dialect.flag(dialect.quote(finished)) };
  const even = weight === undefined ? { weight: dialect.number(1) } : {};
  const flagFaults: readonly Fault[] =
    finished === undefined
      ? []
      : [
          { code: 'missing', input: finished, when: `${flag} IS NULL` },
          { code: 'wrong-type', input: finished, when: `${flag} = -1` },
        ];
  return {
    layers: [{ ...raw, ...flags, ...even }, fit],
    rowFaults: [
      ...numbers.flatMap((number) => [lacking(number, dialect), offRange(number, dialect)]),
      ...flagFaults,
    ],
    reads: [value, ...(finished ? [finished] : []), ...(weight ? [weight] : [])],
  };
}
