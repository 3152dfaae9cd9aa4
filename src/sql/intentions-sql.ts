import * as z from 'zod/mini';
import { outcomes } from '../core/outcome';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { intentionModelSchema } from '../loyalty/input';
import type { surveyIntentions } from '../loyalty/intention-model';
import { dialects } from './dialects';
import { nameOrColumn, nameSchema, needSet, rowsShape } from './input';
import { type IntentionNames, intentionsPlan, stages } from './intentions-plan';
import { queryOf } from './nested';
import type { SqlQuery, SqlRows } from './query';

/** Customers in a table, after an experience. */
export interface IntentionRows extends SqlRows {
  readonly columns: IntentionNames;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...rowsShape,
    columns: z.strictObject({
      satisfaction: nameSchema,
      outcome: nameOrColumn(outcomes),
      stage: nameOrColumn(stages),
    }),
  }),
);

/**
 * Predicts what customers intend where they lie: a SELECT that gives what `predictIntentions` gives, within 1e-13 of it.
 *
 * @param parameters such as `surveyIntentions`
 * @param options where the customers lie, and the names of their columns; `from` takes a query of `satisfactionSql` too
 * @throws InvalidInputError `out-of-range` for a name that an engine could read otherwise, `ambiguous` for one that the answer
 *   has, `missing`, `wrong-type` or `unknown-name` for anything else
 * @example
 * ```ts
 * import { surveyIntentions } from 'overdeliver/loyalty';
 * import { intentionsSql } from 'overdeliver/sql';
 *
 * const query = intentionsSql(surveyIntentions, {
 *   dialect: 'postgres',
 *   from: ['shop', 'scored'],
 *   columns: { satisfaction: 'score', outcome: { column: 'outcome' }, stage: 'long-term' },
 * });
 * query.columns.map(({ name }) => name); // => ['repurchase', 'recommend', 'complain', 'status', 'input']
 * ```
 */
export function intentionsSql(
  parameters: typeof surveyIntentions,
  options: IntentionRows,
): SqlQuery {
  return door('intentionsSql', () => {
    needSet('parameters', parameters, 'surveyIntentions');
    const { numbers } = read(intentionModelSchema, parameters, 'parameters');
    const { columns, ...where } = read(optionsSchema, options, 'options');
    return queryOf(where, intentionsPlan(columns, numbers, dialects[where.dialect]));
  });
}
