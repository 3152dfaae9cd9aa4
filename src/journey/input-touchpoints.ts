import * as z from 'zod/mini';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { notEnough, refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { levelSchema, recordOf } from '../input/schemas';
import { allOrNone } from './input-weights';
import { isColumn, type Rating } from './rating';
import { type MeasuredTouchpoint, type ReadTouchpoint, touchpointOf } from './touchpoints';

const sdText = 'a standard deviation from 0 to 100';
const countText = 'a whole number from 1 on';
const summarySchema = once(() =>
  z.strictObject({
    mean: levelSchema,
    sd: z.number(sdText).check(z.gte(0, sdText), z.lte(100, sdText)),
    n: z.int(countText).check(z.gte(1, countText)),
  }),
);

/** One side of a touchpoint. */
const ratingSchema = readWith((rating: Rating): Rating => {
  if (rating === undefined || rating === null) {
    const expected = 'a level from 0 to 100, several in an array, or { mean, sd, n }';
    refuse('', rating, expected, 'missing');
  }
  if (isColumn(rating)) return levelsOf(rating);
  return typeof rating === 'object' ? read(summarySchema, rating) : read(levelSchema, rating);
});

function levelsOf(levels: ArrayLike<unknown>): Float64Array {
  if (!(levels.length > 0)) refuse('', levels, 'at least one level', 'missing');
  return Float64Array.from(levels, (level, i) => {
    if (typeof level === 'number' && level >= 0 && level <= 100) return level;
    return refuse(`[${i}]`, level, 'a level from 0 to 100');
  });
}

const idText = 'a name';
const importanceText = 'an importance from 0 to 100';
const importanceSchema = z
  .number(importanceText)
  .check(z.gte(0, importanceText), z.lte(100, importanceText));
/** Validates importances of touchpoints, such as a set that {@link touchpointImportance} learnt. */
export const importanceSetSchema = z.looseObject(
  {
    id: z.string('the id of one set: touchpointImportance gives a set for each stage'),
    setting: z.string(),
    parameters: recordOf(z.looseObject({ value: importanceSchema })),
  },
  'importances that touchpointImportance learnt',
);
type ImportanceRead = z.infer<typeof importanceSetSchema>;

const rowsSchema = once(() =>
  z.array(
    rowOf({
      id: z.string().check(z.minLength(1, idText)),
      mayGoWrong: z.optional(z.array(z.string())),
      importance: z.optional(importanceSchema),
      expected: ratingSchema,
      perceived: ratingSchema,
    }),
  ),
);

/** The touchpoints of a journey, in their order; those of a set have the importance that it learnt. */
export const touchpointsSchema = (learnt: ImportanceRead | undefined) =>
  readWith((touchpoints: readonly MeasuredTouchpoint[]): readonly ReadTouchpoint[] => {
    const rows = read(rowsSchema, touchpoints);
    if (rows.length === 0) notEnough('', { needed: 1, available: 0 }, 'a journey');
    const weights =
      learnt === undefined
        ? allOrNone('importance', rows)
        : rows.map((row, i) => learntFor(learnt, row, `[${i}]`));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) refuse('', touchpoints, 'an importance above 0', 'out-of-range');
    const ids = new Set<string>();
    return rows.map((row, i) => {
      const { id, expected, perceived } = row;
      if (ids.has(id)) refuse(`[${i}].id`, id, 'an id of its own', 'duplicate-id');
      ids.add(id);
      if (isColumn(expected) && isColumn(perceived) && perceived.length !== expected.length) {
        const same = `a length of ${expected.length}, since the same people gave both; else { mean, sd, n }`;
        refuse(`[${i}].perceived`, touchpoints[i]?.perceived, same, 'length-mismatch');
      }
      return touchpointOf(row, (weights[i] as number) / total);
    });
  });

/** The importance that a set has for a touchpoint, which has none of its own. */
function learntFor(
  { id: set, parameters }: ImportanceRead,
  { id, importance }: Pick<MeasuredTouchpoint, 'id' | 'importance'>,
  path: string,
): number {
  if (importance !== undefined) {
    refuse(
      `${path}.importance`,
      importance,
      `none, since options.importance is ${set}`,
      'ambiguous',
    );
  }
  const known = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
  if (known !== undefined) return known.value;
  const names = Object.keys(parameters).join(', ');
  return refuse(`${path}.id`, id, `one of the touchpoints of ${set}: ${names}`, 'unknown-name');
}
