import * as z from 'zod/mini';
import { fitNames, foldsOption, seedOption } from '../../input/fit-options';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { readWith } from '../../input/read-with';
import { notEnough, refuse, refuseName } from '../../input/refusal';
import { listSchema, rowOf } from '../../input/rows';
import { schemaOf } from '../../input/schema-of';
import { confidenceSchema, functionOf, levelSchema, recordOf } from '../../input/schemas';
import type { TouchpointRow } from './importance-types';

const rowText = 'a row as { ratings: { staff: 75, delivery: null }, satisfied: true }';
const ratingText = 'a level from 0 to 100, or null where there is none';
export const ratingsSchema = recordOf(
  z.nullable(z.number(ratingText).check(z.gte(0, ratingText), z.lte(100, ratingText))),
);

/** Validates a {@link TouchpointRow}; other columns pass, unless their name is near one of these. */
export const touchpointRowSchema = schemaOf<TouchpointRow>()(
  rowOf(
    {
      ratings: ratingsSchema,
      satisfied: z.union([z.boolean(), levelSchema], 'true or false, or a level from 0 to 100'),
      respondent: z.optional(z.union([z.string(), z.number()], 'a name or a number')),
    },
    rowText,
  ),
);

const rowsSchema = once(() => listSchema(touchpointRowSchema, `a list of rows, each ${rowText}`));

/** Rows that name the same touchpoints and are satisfied in one way. */
export const touchpointRowsSchema = once(() =>
  readWith((given: readonly TouchpointRow[]): readonly TouchpointRow[] => {
    const rows = read(rowsSchema, given);
    const [first] = rows;
    if (first === undefined) return notEnough('', { needed: 2, available: 0 }, 'a fit', 'no row');
    const names = Object.keys(first.ratings);
    if (names.length === 0)
      refuse('[0].ratings', first.ratings, 'a touchpoint at least', 'missing');
    rows.forEach(({ ratings, satisfied }, i) => {
      for (const name of names) {
        if (Object.hasOwn(ratings, name)) continue;
        const expected = 'a level, or null where there is none, as for every touchpoint of rows[0]';
        refuse(`[${i}].ratings.${name}`, undefined, expected, 'missing');
      }
      for (const [name, rating] of Object.entries(ratings)) {
        if (names.includes(name)) continue;
        const expected = `one of the touchpoints of rows[0]: ${names.join(', ')}`;
        refuseName(`[${i}].ratings.${name}`, rating, expected);
      }
      if (typeof satisfied === typeof first.satisfied) return;
      const expected = `${typeof first.satisfied === 'boolean' ? 'true or false' : 'a level from 0 to 100'}, as rows[0] has`;
      refuse(`[${i}].satisfied`, satisfied, expected, 'wrong-type');
    });
    if (rows.every(({ satisfied }) => typeof satisfied === 'number' && satisfied <= 1)) {
      const expected = 'true and false where 1 and 0 mean yes and no, or levels from 0 to 100';
      refuse('[0].satisfied', first.satisfied, expected, 'ambiguous');
    }
    return rows;
  }),
);

/** How to fit, and what the sets say of themselves. */
export const importanceOptionsSchema = once(() =>
  z.strictObject({
    stage: z.optional(functionOf<(row: never) => unknown>('a function of a row')),
    ...fitNames(),
    folds: foldsOption(),
    seed: seedOption(),
    confidence: confidenceSchema,
  }),
);

/** The stage of each row, by the caller's function. */
export function stagesBy(
  rows: readonly unknown[],
  stage: ((row: never) => unknown) | undefined,
): readonly string[] {
  if (stage === undefined) return rows.map(() => 'all');
  return rows.map((row, i) => {
    const name = stage(row as never);
    if (typeof name === 'string' && name !== '' && name !== '__proto__') return name;
    return refuse(`options.stage(rows[${i}])`, name, 'the name of a stage', 'wrong-type');
  });
}
