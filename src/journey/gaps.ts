import * as z from 'zod/mini';
import { check } from '../core/check';
import type { Level } from '../core/level';
import type { Outcome } from '../core/outcome';
import { refuse } from '../core/refuse';
import { confidenceSchema, functionSchema } from '../core/schemas';
import { intervalOf } from './interval';
import { type MeasuredTouchpoint, type ReadTouchpoint, readTouchpoints } from './touchpoints';

/** How somebody feels who expected one level and perceived another, as a number; higher is better. */
export type LevelFeeling = (experience: {
  readonly expected: Level;
  readonly perceived: Level;
}) => number;

/** How sure to be, and what counts as better. */
export interface GapOptions {
  /** What closing a gap is measured by, such as `(x) => predictSatisfaction(x).score`; the level perceived
   * unless given. */
  readonly feeling?: LevelFeeling | undefined;
  /** The share of intervals that hold the true gap, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** The gap at one touchpoint. */
export interface TouchpointGap {
  readonly id: string;
  /** The mean levels. */
  readonly expected: Level;
  readonly received: Level;
  /** Received less expected, in points: below 0 it disappoints. */
  readonly gap: number;
  /** Where the true gap lies, cut at -100 and 100; null for numbers that stand as they are, and for one answer. */
  readonly low: number | null;
  readonly high: number | null;
  readonly standardError: number | null;
  /** The people behind the lesser side; null for numbers that stand as they are. */
  readonly n: number | null;
  /** Of what the interval shows, or the numbers as they stand; unclear where it holds 0 or is missing. */
  readonly verdict: Outcome | 'unclear';
  /** The touchpoint's part of all importance, 0 to 1. */
  readonly share: number;
  /** What lifting received up to expected adds to the mean feeling over the journey; 0 where nothing is missing. */
  readonly worth: number;
  /** The same at the ends of the interval. */
  readonly worthLow: number | null;
  readonly worthHigh: number | null;
  readonly mayGoWrong: readonly string[];
}

/** Where to act, and where to ask first. */
export interface TouchpointGaps {
  /** By what closing them is worth, most first. */
  readonly gaps: readonly TouchpointGap[];
  /** The ids of those whose answers leave open whether anything is missing, by what may be at stake. */
  readonly askMore: readonly string[];
}

const optionsSchema = z.strictObject({
  feeling: z.optional(functionSchema),
  confidence: confidenceSchema,
});

/**
 * What is missing at each touchpoint, what closing each gap is worth, and where too few were asked to tell (D31).
 *
 * A gap is worth `share (feeling(expected, expected) - feeling(expected, received))`. The intervals are
 * Student's, each for one touchpoint: among twenty, one is likely to miss at .95. Where all gave the same
 * answer they have no width, however few were asked.
 *
 * @param touchpoints in any order
 * @throws InvalidInputError `missing` for a touchpoint without either side, `out-of-range` for a level off 0 to
 *   100 with its place in the path, `length-mismatch` for columns of different lengths, `duplicate-id`;
 *   NotEnoughDataError for no touchpoints
 * @example
 * ```ts
 * import { predictSatisfaction, touchpointGaps } from 'overdeliver';
 *
 * const { gaps, askMore } = touchpointGaps(
 *   [
 *     { id: 'shop', expected: [70, 80, 75, 70], received: [75, 75, 80, 75] },
 *     { id: 'staff', expected: [80, 90, 85, 80], received: [60, 70, 60, 55] },
 *     { id: 'handOver', expected: [80, 80, 75, 90], received: [70, 85, 40, 85] },
 *   ],
 *   { feeling: (levels) => predictSatisfaction(levels).score },
 * );
 * gaps.map(({ id, gap, verdict }) => [id, gap, verdict]);
 * // => [['staff', -22.5, 'below'], ['handOver', -11.25, 'unclear'], ['shop', 2.5, 'unclear']]
 * askMore; // => ['handOver', 'shop']
 * ```
 */
export function touchpointGaps(
  touchpoints: readonly MeasuredTouchpoint[],
  options: GapOptions = {},
): TouchpointGaps {
  const fn = 'touchpointGaps';
  const { confidence = 0.95 } = check(fn, optionsSchema, options, 'options');
  const feeling = options.feeling ?? ((experience) => experience.perceived);
  const gaps = readTouchpoints(fn, touchpoints)
    .map((touchpoint) => gapAt(touchpoint, checked(fn, feeling), confidence))
    .sort((a, b) => b.worth - a.worth || a.gap - b.gap || (a.id < b.id ? -1 : 1));
  // What nothing is known of may be worth anything.
  const stake = ({ worthHigh }: TouchpointGap) => worthHigh ?? Number.MAX_VALUE;
  const askMore = gaps
    .filter(({ verdict }) => verdict === 'unclear')
    .sort((a, b) => stake(b) - stake(a))
    .map(({ id }) => id);
  return { gaps, askMore };
}

function gapAt(
  { id, mayGoWrong, share, expected, received, gap }: ReadTouchpoint,
  feeling: LevelFeeling,
  confidence: number,
): TouchpointGap {
  const [low, high] = intervalOf(gap, confidence, [-100, 100]);
  const worthAt = (missing: number) => {
    const level = expected.mean;
    const perceived = Math.min(100, Math.max(0, level + missing));
    if (!(perceived < level)) return 0;
    const closed = feeling({ expected: level, perceived: level });
    return share * (closed - feeling({ expected: level, perceived }));
  };
  const [worthLow, worthHigh] =
    low === null ? [null, null] : [worthAt(low), worthAt(high)].sort((a, b) => a - b);
  const stands = gap.n === Infinity;
  return {
    id,
    expected: expected.mean,
    received: received.mean,
    gap: gap.mean,
    low,
    high,
    standardError: low === null ? null : Math.sqrt(gap.variance),
    n: stands ? null : gap.n,
    verdict: stands ? verdictOf(gap.mean, gap.mean, 'met') : verdictOf(low, high, 'unclear'),
    share,
    worth: worthAt(gap.mean),
    worthLow: worthLow as number | null,
    worthHigh: worthHigh as number | null,
    mayGoWrong,
  };
}

function verdictOf(low: number | null, high: number | null, between: 'met' | 'unclear') {
  if (high !== null && high < 0) return 'below';
  return low !== null && low > 0 ? 'exceeded' : between;
}

/** The feeling, refused where it is no number. */
function checked(fn: string, feeling: LevelFeeling): LevelFeeling {
  return (experience) => {
    const felt: unknown = feeling(experience);
    if (Number.isFinite(felt)) return felt as number;
    return refuse(fn, 'options.feeling', feeling, 'a function that returns a finite number');
  };
}
