import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { rowOf } from '../input/rows';
import { levelSchema } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { idSchema, inOrder } from './input-instrument';
import { average, type MeanEstimate } from './mean';

/**
 * A level with its interval, such as an item's score; of a level alone nobody knows how sure it is.
 *
 * @inline
 */
type LevelEstimate = Level | Pick<MeanEstimate, 'mean' | 'low' | 'high'>;

/** An item, how much it matters, and how well it is done. */
export interface ImportancePerformance {
  /** The item's id. */
  readonly id: string;
  /** A level from 0 to 100, or the mean of levels with its interval. */
  readonly importance: LevelEstimate;
  /** How well it is done, 0 to 100. */
  readonly performance: LevelEstimate;
}

/** What to do about an item: important or not, done well or not (Martilla & James 1977). */
export type Quadrant = 'concentrate-here' | 'keep-up' | 'low-priority' | 'possible-overkill';

/** The items and the lines that divide them. */
export interface QuadrantMap {
  /** Null where nothing was given to draw one by. */
  readonly lines: { readonly importance: Level | null; readonly performance: Level | null };
  /** Each item with its place. */
  readonly items: readonly {
    readonly id: string;
    /** Null where a level is. */
    readonly quadrant: Quadrant | null;
    /**
     * False where an interval reaches over a dividing line, so that the item may belong beside it; null where that cannot be
     * told, since a level has no interval or is null itself.
     */
    readonly certain: boolean | null;
  }[];
}

const nullable = z.nullable(levelSchema);
const inside = z.refine<Exclude<LevelEstimate, Level>>(
  ({ mean, low, high }) => mean === null || ((low ?? mean) <= mean && mean <= (high ?? mean)),
  'a mean from low to high',
);
const estimate = z.union(
  [levelSchema, z.object({ mean: nullable, low: nullable, high: nullable }).check(inside)],
  'a level from 0 to 100, or { mean, low, high }',
);
const itemsSchema = once(() =>
  z
    .array(rowOf({ id: idSchema, importance: estimate, performance: estimate }))
    .check(z.minLength(1, 'at least one item'), inOrder),
);
const optionsSchema = once(() =>
  z.strictObject({
    importance: z.optional(levelSchema),
    performance: z.optional(levelSchema),
  }),
);

/**
 * Sorts items by how much they matter and how well they are done. Where the lines are drawn decides: at the means of
 * the items unless given, which makes some items important whatever customers say. What an item could gain is not asked:
 * for that, predict with its level raised.
 *
 * @param lines the levels from which an item is important and is done well
 * @throws InvalidInputError `duplicate-id` for an item that comes twice, `out-of-range` for a level off 0 to 100
 * @example
 * ```ts
 * import { importancePerformance } from 'overdeliver/survey';
 *
 * const { items } = importancePerformance(
 *   [
 *     {
 *       id: 'on time',
 *       importance: { mean: 90, low: 86, high: 94 },
 *       performance: { mean: 45, low: 38, high: 52 },
 *     },
 *     { id: 'parking', importance: 30, performance: { mean: 62, low: 57, high: 67 } },
 *     { id: 'staff', importance: 80, performance: 85 },
 *   ],
 *   { importance: 50, performance: 60 },
 * );
 * items.map(({ quadrant, certain }) => [quadrant, certain]);
 * // => [['concentrate-here', true], ['possible-overkill', false], ['keep-up', null]]
 * ```
 */
export function importancePerformance(
  items: readonly ImportancePerformance[],
  lines: { readonly importance?: Level | undefined; readonly performance?: Level | undefined } = {},
): QuadrantMap {
  return door('importancePerformance', () => {
    const placed = read(itemsSchema, items, 'items');
    const given = read(optionsSchema, lines, 'lines');
    const middle = (axis: 'importance' | 'performance') => {
      const means = placed.map((item) => rangeOf(item[axis]).mean).filter((mean) => mean !== null);
      return given[axis] ?? (means.length === 0 ? null : average(means));
    };
    const at = { importance: middle('importance'), performance: middle('performance') };
    return { lines: at, items: placed.map((item) => ({ id: item.id, ...placeOf(item, at) })) };
  });
}

type Lines = QuadrantMap['lines'];
type Place = QuadrantMap['items'][number];

function placeOf(item: ImportancePerformance, at: Lines): Omit<Place, 'id'> {
  const matters = sideOf(item.importance, at.importance);
  const done = sideOf(item.performance, at.performance);
  if (!matters || !done) return { quadrant: null, certain: null };
  const quadrant = matters.above
    ? done.above
      ? 'keep-up'
      : 'concentrate-here'
    : done.above
      ? 'possible-overkill'
      : 'low-priority';
  const sure = [matters.certain, done.certain];
  return { quadrant, certain: sure.includes(false) ? false : sure.includes(null) ? null : true };
}

function rangeOf(level: LevelEstimate) {
  return typeof level === 'number' ? { mean: level, low: level, high: level } : level;
}

/** On which side of a line a level lies; on it counts as above. */
function sideOf(level: LevelEstimate, line: Level | null) {
  const { mean, low, high } = rangeOf(level);
  if (mean === null || line === null) return null;
  // The mean of .1, .2 and .3 is .2, though not to the last bit.
  const reaches = (x: number) => atLeast(x, line);
  const open = typeof level === 'number' || low === null || high === null;
  const certain = open ? null : reaches(low) || !reaches(high);
  return { above: reaches(mean), certain };
}
