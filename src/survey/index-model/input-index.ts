import * as z from 'zod/mini';
import { fitNames, resamplesOption, seedOption } from '../../input/fit-options';
import { once } from '../../input/once';
import { fitShape, parameterShape } from '../../input/parameter-shape';
import { refuse } from '../../input/refusal';
import { schemaOf } from '../../input/schema-of';
import { confidenceOption, recordOf } from '../../input/schemas';
import { compare } from '../../numerics/nearly';
import { dimensionsOf, type Instrument, type ScaleItem, scaleItems } from '../instrument';
import type { IndexModel, IndexPath } from './index-types';
import { type Structure, structureOf } from './structure';

const pathText = "a path as ['quality', 'satisfaction']";

/** What drives what, and how to fit it. */
export const indexOptionsSchema = once(() =>
  z.strictObject({
    paths: z
      .array(z.tuple([z.string(), z.string()], pathText))
      .check(z.minLength(1, 'at least one path')),
    ...fitNames(),
    resamples: z._default(resamplesOption(), 500),
    seed: z._default(seedOption(), 1),
    confidence: confidenceOption(),
  }),
);

/** Items by construct, those of the constructs that paths name. */
export type Blocks = readonly (readonly [construct: string, items: readonly ScaleItem[]])[];

/** The constructs that paths name, out of an instrument's dimensions; refuses paths that cannot be. */
export function blocksFor(
  instrument: Instrument,
  paths: readonly IndexPath[],
): { readonly blocks: Blocks; readonly structure: Structure } {
  const dimensions = dimensionsOf(scaleItems(instrument));
  const names = dimensions.map(([name]) => name);
  const named = new Set(paths.flat());
  for (const [name, items] of dimensions) {
    if (!named.has(name)) continue;
    // A model could not be read back.
    const unsafe = [name, ...items.map(({ id }) => id)].includes('__proto__');
    if (unsafe)
      refuse('instrument.items', '__proto__', 'names other than __proto__', 'unknown-name');
  }
  const at = 'options.paths';
  paths.forEach(([from, to], i) => {
    [from, to].forEach((name, end) => {
      if (names.includes(name)) return;
      const known = `a dimension of ${instrument.id}: ${names.join(', ')}`;
      refuse(`${at}[${i}][${end}]`, name, known, 'unknown-name');
    });
    if (paths.findIndex(([a, b]) => a === from && b === to) < i) {
      refuse(`${at}[${i}]`, [from, to], 'each path once', 'duplicate-id');
    }
  });
  const blocks = dimensions.filter(([name]) => named.has(name));
  const structure = structureOf(blocks, paths);
  if (structure.order.length < blocks.length) {
    const circle = blocks.map(([name]) => name).filter((_, i) => !structure.order.includes(i));
    const expected = `paths that lead in no circle, as they do among ${circle.join(', ')}`;
    refuse(at, paths, expected, 'ambiguous');
  }
  return { blocks, structure };
}

/** Else a level would leave the scale. */
const sharesText = 'shares of items that add up to 1';
const sharesSchema = recordOf(z.object(parameterShape())).check(
  z.refine((items) => {
    const shares = Object.values(items).map(({ value }) => value);
    const sizes = shares.reduce((sum, share) => sum + Math.abs(share), 0);
    const sum = shares.reduce((total, share) => total + share, 0);
    return compare(sum, 1, Math.max(1, sizes)) === 0;
  }, sharesText),
);

/** Validates an {@link IndexModel}, such as one that comes back from storage. */
export const indexModelSchema = schemaOf<IndexModel>()(
  z.object(
    {
      version: z.literal(1, 'version 1'),
      id: z.string(),
      setting: z.string(),
      fit: z.object(fitShape()),
      constructs: recordOf(sharesSchema),
      paths: z.array(z.object({ ...parameterShape(), from: z.string(), to: z.string() })),
    },
    'an index model that fitIndexModel learnt',
  ),
);

export const scoresOptionsSchema = once(() => z.strictObject({ model: indexModelSchema }));
