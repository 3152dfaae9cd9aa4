import * as z from 'zod/mini';
import { recordFor } from '../core/record-for';
import { factorNames, otherFactors } from '../expectation/factors';
import { weightingSchema } from '../expectation/input';
import type { expectationDefaults } from '../expectation/parameters';
import { type Stage, stageNames } from '../expectation/stages';
import type { WeightingOptions } from '../expectation/weighting';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { dialects } from './dialects';
import { expectationPlan } from './expectation-plan';
import { nameOrColumn, nameSchema, needSet, optionalName, rowsShape } from './input';
import { queryOf } from './nested';
import type { SqlQuery, SqlRows } from './query';
import type { SignalNames } from './signal-names';

/** Customers in a table, in the shape that `formExpectations` takes, with a name in place of each column. */
export interface ExpectationRows extends SqlRows, Omit<WeightingOptions, 'parameters'> {
  /** Which columns of the source hold what. */
  readonly columns: {
    /** One stage for all rows, or a column that holds its name. */
    readonly stage: Stage | { readonly column: string };
    /** Levels are 0 to 100, null where a row has none. */
    readonly signals: SignalNames;
  };
}

const optionsSchema = once(() => {
  const reliability = optionalName;
  const sd = optionalName;
  const signal = z.union([nameSchema, z.strictObject({ level: nameSchema, reliability, sd })]);
  const shift = z.union([nameSchema, z.strictObject({ level: nameSchema, reliability })]);
  const price = { amount: nameSchema, reference: nameSchema, reliability, sd };
  return z.strictObject({
    ...rowsShape,
    method: weightingSchema.shape.method,
    order: weightingSchema.shape.order,
    columns: z.strictObject({
      stage: nameOrColumn(stageNames),
      signals: z.strictObject({
        ...recordFor(factorNames, () => z.optional(signal)),
        ...recordFor(otherFactors, () => z.optional(shift)),
        price: z.optional(z.strictObject(price)),
      }),
    }),
  });
});

/**
 * Forms the expectations of customers where they lie: a SELECT that gives what `formExpectations` gives, to the bit on
 * DuckDB, PostgreSQL and SQLite unless a price counts with an exponent other than 1.
 *
 * @param parameters the numbers of the model, such as `expectationDefaults` or what `fitExpectation` learnt
 * @param options where the customers lie, and the names of the columns of their signals; `method` and `order` as
 *   `formExpectations` takes them
 * @throws InvalidInputError `out-of-range` for a name that an engine could read otherwise, `ambiguous` for one that the answer
 *   has, `missing` without any signal, `unknown-name` for a factor, stage or dialect that does not exist
 * @example
 * ```ts
 * import { expectationDefaults } from 'overdeliver/expectation';
 * import { expectationSql } from 'overdeliver/sql';
 *
 * const query = expectationSql(expectationDefaults, {
 *   dialect: 'duckdb',
 *   from: 'customers',
 *   keep: ['id'],
 *   columns: { stage: 'never-used', signals: { wordOfMouth: 'heard', advertising: 'advertised' } },
 * });
 * query.reads; // => ['id', 'heard', 'advertised']
 * query.columns.map(({ name }) => name).slice(1, 4); // => ['predicted_mean', 'predicted_variance', 'desired']
 * ```
 */
export function expectationSql(
  parameters: typeof expectationDefaults,
  options: ExpectationRows,
): SqlQuery {
  return door('expectationSql', () => {
    needSet('parameters', parameters, 'expectationDefaults');
    const { method, order, columns, ...where } = read(optionsSchema, options, 'options');
    if (Object.values(columns.signals).every((signal) => signal === undefined)) {
      refuse(
        'options.columns.signals',
        columns.signals,
        'at least one column of levels',
        'missing',
      );
    }
    const weighting = read(weightingSchema, { parameters, method, order }, '');
    return queryOf(where, expectationPlan(columns, weighting, dialects[where.dialect]));
  });
}
