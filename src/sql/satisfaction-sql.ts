import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { fieldsSchema } from '../satisfaction/input';
import { modelSchema } from '../satisfaction/input-model';
import type { SatisfactionModel } from '../satisfaction/model';
import { dialects } from './dialects';
import { rowsShape } from './input';
import { readExperience } from './input-satisfaction';
import { queryOf } from './nested';
import type { SqlQuery, SqlRows } from './query';
import type { SatisfactionNames } from './satisfaction-names';
import { satisfactionPlan } from './satisfaction-plan';

/** Customers in a table, by what they went through. */
export interface SatisfactionRows extends SqlRows {
  readonly columns: SatisfactionNames;
}

const optionsSchema = once(() => z.strictObject({ ...rowsShape, columns: fieldsSchema }));

/**
 * Predicts how satisfied customers will be where they lie: a SELECT that gives what `predictSatisfactions` gives, the score
 * within 1e-13 of it.
 *
 * `status` is `ok`, `out-of-range`, `missing`, or `still-waiting` for those who wait within the promise, with nothing to judge
 * yet. Numbers beyond 1e50, and nearer to 0 than 1e-50, are off the range.
 *
 * @param model such as `marketplaceSatisfaction`, or what `fitSatisfaction` found
 * @param options where the customers lie, and the names of their columns in the shape of an experience
 * @throws InvalidInputError `out-of-range` for a name that an engine could read otherwise, `ambiguous` for one that the answer
 *   has, `unknown-version` for a model of another version; `missing`, `unknown-name` and `unit-mismatch` as
 *   `predictSatisfactions` does
 * @example
 * ```ts
 * import { marketplaceSatisfaction } from 'overdeliver/satisfaction';
 * import { satisfactionSql } from 'overdeliver/sql';
 *
 * const query = satisfactionSql(marketplaceSatisfaction, {
 *   dialect: 'duckdb',
 *   from: 'orders',
 *   keep: ['id'],
 *   columns: { promised: 'promised_days', actual: 'took_days', unit: 'days' },
 * });
 * query.columns.map(({ name }) => name); // => ['id', 'score', 'utility', 'status', 'input']
 * query.reads; // => ['id', 'promised_days', 'took_days']
 * ```
 */
export function satisfactionSql(model: SatisfactionModel, options: SatisfactionRows): SqlQuery {
  return door('satisfactionSql', () => {
    const compiled = read(modelSchema, model, 'model');
    const { columns, ...where } = read(optionsSchema, options, 'options');
    const experience = readExperience(columns, compiled);
    return queryOf(where, satisfactionPlan(experience, compiled, dialects[where.dialect]));
  });
}
