import type { Interval } from '../core/interval';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import { gapSchema } from './input';
import { touchpointsSchema } from './input-touchpoints';
import { intervalOf } from './interval';
import type { MeasuredTouchpoint, ReadTouchpoint } from './touchpoints';
import { type GapVerdict, type JourneyOptions, verdictsBy } from './verdict';

/**
 * How somebody feels who expected one level and perceived another, as a number; higher is better.
 *
 * @inline
 */
type LevelFeeling = (experience: { readonly expected: Level; readonly perceived: Level }) => number;

/** How sure to be, which difference is noticed, and what counts as better. */
export interface GapOptions extends JourneyOptions {
  /** What closing a gap is measured by, such as `(x) => predictSatisfaction(x).score`; the level perceived
   * unless given. */
  readonly feeling?: LevelFeeling | undefined;
}

/** The gap at one touchpoint, and where the true gap lies, cut at -100 and 100; null for numbers that stand as they are,
 * and for one answer. */
export interface TouchpointGap extends Interval<number | null> {
  /** The touchpoint's id. */
  readonly id: string;
  /** The mean level that customers expected, 0 to 100. */
  readonly expected: Level;
  /** The mean level that customers perceived, 0 to 100. */
  readonly perceived: Level;
  /** Received less expected, in points: below 0 it disappoints. */
  readonly gap: number;
  /** The standard error of the gap; null for numbers that stand as they are, and for one answer. */
  readonly standardError: number | null;
  /** The people behind the lesser side; null for numbers that stand as they are. */
  readonly n: number | null;
  /** What the whole interval is, or the numbers as they stand; unclear where it reaches over a line or is missing. */
  readonly verdict: GapVerdict;
  /** The touchpoint's part of all importance, 0 to 1. */
  readonly share: number;
  /** What lifting perceived up to expected adds to the mean feeling over the journey; 0 where nothing is missing. */
  readonly worth: number;
  /** The same at the ends of the interval. */
  readonly worthLow: number | null;
  /** The upper end of what closing the gap is worth, in points; null where `worth` is. */
  readonly worthHigh: number | null;
  /** What may go wrong there, in words. */
  readonly mayGoWrong: readonly string[];
}

/** Where to act, and where to ask first. */
export interface TouchpointGaps {
  /** By what closing them is worth, most first. */
  readonly gaps: readonly TouchpointGap[];
  /** The ids of those whose answers leave the verdict open, by what may be at stake. */
  readonly askMore: readonly string[];
}

/**
 * What is missing at each touchpoint, what closing each gap is worth, and where too few were asked to tell.
 *
 * The verdict is by the noticeable difference of `judgeOutcome`, `noticeablePoints` of `outcomeDefaults`: below from
 * there down, exceeded from there up, met between, and unclear where the interval reaches over a line.
 *
 * A gap is worth `share (feeling(expected, expected) - feeling(expected, perceived))`. The intervals are
 * Student's, each for one touchpoint: among twenty, one is likely to miss at .95. Where all gave the same
 * answer they have no width, however few were asked.
 *
 * @param touchpoints in any order
 * @throws InvalidInputError `missing` for a touchpoint without either side, `out-of-range` for a level off 0 to
 *   100 with its place in the path, `length-mismatch` for columns of different lengths, `duplicate-id`; `unknown-name` for a
 *   touchpoint that `options.importance` does not have, and `ambiguous` for one with an importance of its own beside it;
 *   NotEnoughDataError for no touchpoints
 * @example
 * ```ts
 * import { predictSatisfaction } from 'overdeliver';
 * import { touchpointGaps } from 'overdeliver/journey';
 *
 * const { gaps, askMore } = touchpointGaps(
 *   [
 *     { id: 'shop', expected: [70, 80, 75, 70], perceived: [75, 75, 80, 75] },
 *     { id: 'staff', expected: [80, 90, 85, 80], perceived: [60, 70, 60, 55] },
 *     { id: 'handOver', expected: [80, 80, 75, 90], perceived: [70, 85, 40, 85] },
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
  return door('touchpointGaps', () => {
    const given = read(gapSchema, options, 'options');
    const { verdictOf } = verdictsBy(given.confidence, given.parameters.numbers.noticeablePoints);
    const feeling = given.feeling ? checked(given.feeling) : perceivedLevel;
    const gaps = read(touchpointsSchema(given.importance), touchpoints, 'touchpoints')
      .map((touchpoint) => ({
        ...gapAt(touchpoint, feeling, given.confidence),
        verdict: verdictOf(touchpoint.gap),
      }))
      .sort(
        (a, b) => compare(b.worth, a.worth) || compare(a.gap, b.gap, 100) || (a.id < b.id ? -1 : 1),
      );
    // What nothing is known of may be worth anything.
    const stake = ({ worthHigh }: TouchpointGap) => worthHigh ?? Number.MAX_VALUE;
    const askMore = gaps
      .filter(({ verdict }) => verdict === 'unclear')
      .sort((a, b) => stake(b) - stake(a))
      .map(({ id }) => id);
    return { gaps, askMore };
  });
}

function gapAt(
  { id, mayGoWrong, share, expected, perceived, gap }: ReadTouchpoint,
  feeling: LevelFeeling,
  confidence: number,
): Omit<TouchpointGap, 'verdict'> {
  const [low, high] = intervalOf(gap, [-100, 100], confidence);
  const worthAt = (missing: number) => {
    const level = expected.mean;
    const perceived = Math.min(100, Math.max(0, level + missing));
    if (!(perceived < level)) return 0;
    const closed = feeling({ expected: level, perceived: level });
    return share * (closed - feeling({ expected: level, perceived }));
  };
  const [worthLow, worthHigh] =
    low === null ? [null, null] : [worthAt(low), worthAt(high)].sort((a, b) => a - b);
  return {
    id,
    expected: expected.mean,
    perceived: perceived.mean,
    gap: gap.mean,
    low,
    high,
    standardError: low === null ? null : Math.sqrt(gap.variance),
    n: gap.n === Infinity ? null : gap.n,
    share,
    worth: worthAt(gap.mean),
    worthLow: worthLow as number | null,
    worthHigh: worthHigh as number | null,
    mayGoWrong,
  };
}

const perceivedLevel: LevelFeeling = ({ perceived }) => perceived;

/** The feeling, refused where it is no number. */
function checked(feeling: (...experience: Parameters<LevelFeeling>) => unknown): LevelFeeling {
  return (experience) => {
    const felt = feeling(experience);
    if (Number.isFinite(felt)) return felt as number;
    return refuse('options.feeling', feeling, 'a function that returns a finite number');
  };
}
