import * as z from 'zod/mini';
import { parametersSchema } from '../../core/input';
import { seedOption } from '../../input/fit-options';
import { once } from '../../input/once';
import { refuse } from '../../input/refusal';
import { recordOf } from '../../input/schemas';
import { unitShape } from '../input';
import type { ReadColumn } from './input';
import { fittedDefaults } from './parameters';

const shareText = 'a share of the rows above 0 and at most 1';
const shrinkageText = 'a number of rows from 0.01 to 1,000,000';
/** How rows are fitted, whoever has them. */
export const fitShape = {
  shrinkage: z.optional(z.number().check(z.gte(0.01, shrinkageText), z.lte(1e6, shrinkageText))),
  fitShare: z.optional(z.number().check(z.gt(0, shareText), z.lte(1, shareText))),
};

const pairText = 'the names of two columns of categories, such as ["state", "month"]';
const pairsText = "pairs of columns by a name of their own, as { season: ['state', 'month'] }";
export const optionsSchema = once(() =>
  z.strictObject({
    unit: unitShape.unit,
    ...fitShape,
    interactions: z.optional(
      recordOf(z.tuple([z.string(pairText), z.string(pairText)], pairText), pairsText),
    ),
    curves: z.optional(z.boolean()),
    holdOut: z.optional(z.enum(['last', 'random'])),
    seed: seedOption(),
    parameters: parametersSchema(fittedDefaults),
  }),
);

/** Throws unless interactions are of two different columns of categories each, under names of their own. */
export function checkInteractions(
  interactions: Readonly<Record<string, readonly [string, string]>>,
  columns: readonly ReadColumn[],
): void {
  const kinds = new Map(columns.map((column) => [column.name, column]));
  const categories = columns.flatMap((column) => ('names' in column ? [column.name] : []));
  const pairs = new Set<string>();
  for (const [name, pair] of Object.entries(interactions)) {
    const path = `options.interactions.${name}`;
    if (kinds.has(name)) {
      refuse(path, pair, `a name of its own; ${name} is a column`, 'ambiguous');
    }
    pair.forEach((of, i) => {
      const column = kinds.get(of);
      const expected = `a column of categories: ${categories.join(', ') || 'there is none'}`;
      if (column === undefined) refuse(`${path}[${i}]`, of, expected, 'unknown-name');
      if ('numbers' in column) refuse(`${path}[${i}]`, of, expected, 'wrong-type');
    });
    const known = JSON.stringify([...pair].sort());
    if (pair[0] === pair[1] || pairs.has(known)) {
      refuse(path, pair, 'two different columns, crossed once', 'ambiguous');
    }
    pairs.add(known);
  }
}
