import type { Interval } from '../core/interval';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { compare } from '../numerics/nearly';
import { journeySchema } from './input';
import { touchpointsSchema } from './input-touchpoints';
import { intervalOf } from './interval';
import type { MeasuredTouchpoint, ReadTouchpoint } from './touchpoints';
import { type GapVerdict, type JourneyOptions, verdictsBy } from './verdict';

/**
 * A moment of a journey.
 *
 * @inline
 */
interface JourneyMoment {
  readonly id: string;
  readonly perceived: Level;
  /** Received less expected, in points. */
  readonly gap: number;
  /** As {@link touchpointGaps} has it. */
  readonly verdict: GapVerdict;
}

/** How a journey is likely to be remembered, and where that lies; null unless every touchpoint that several answers stand
 * behind has two of them. */
export interface JourneyScore extends Interval<Level | null> {
  /** The mean of `average` and `peakEnd`. */
  readonly score: Level;
  /** The level perceived over all touchpoints, by importance. */
  readonly average: Level;
  /** The mean of what was perceived at the peak and at the end. */
  readonly peakEnd: Level;
  /** The moment furthest from what was expected, above or below; of several the one with the least perceived. */
  readonly peak: JourneyMoment;
  /** The last moment. */
  readonly end: JourneyMoment;
  /** The moments whose mean is noticeably below what was expected, worst first; their verdict says how sure it is. */
  readonly weakest: readonly JourneyMoment[];
}

/**
 * How a whole journey is likely to be remembered: the mean of the average level perceived and of the peak-end
 * level, with the weakest moments. How long each moment lasts plays no part.
 *
 * Peak and end predict what people remember (r = .58 over many studies), though no better than the plain
 * average does (Alaybek et al. 2022): neither alone, and no claim that one strong moment or a good end makes up
 * for the rest. Which moment is the peak is taken as known, and the interval as wide as it can be however the
 * answers at different touchpoints are correlated, by `weights * standard errors` added up.
 *
 * @param touchpoints in the order in which the customer meets them
 * @param options the confidence, the parameter set, and how much each touchpoint matters
 * @throws what {@link touchpointGaps} throws
 * @example
 * ```ts
 * import { journeyScore } from 'overdeliver/journey';
 *
 * const { score, average, peakEnd, weakest } = journeyScore([
 *   { id: 'advert', expected: 60, perceived: 65 },
 *   { id: 'staff', expected: 85, perceived: 55 },
 *   { id: 'handOver', expected: 80, perceived: 75 },
 * ]);
 * [average, peakEnd, score]; // => [65, 65, 65]
 * weakest.map(({ id, gap }) => [id, gap]); // => [['staff', -30], ['handOver', -5]]
 * ```
 */
export function journeyScore(
  touchpoints: readonly MeasuredTouchpoint[],
  options: JourneyOptions = {},
): JourneyScore {
  return door('journeyScore', () => {
    const { confidence, parameters, importance } = read(journeySchema, options, 'options');
    const { isBelow, verdictOf } = verdictsBy(confidence, parameters.numbers.noticeablePoints);
    const moments = read(touchpointsSchema(importance), touchpoints, 'touchpoints');
    const peak = moments.reduce((best, moment) => (isPeak(moment, best) ? moment : best));
    const end = moments.at(-1) as ReadTouchpoint;
    const average = averageOf(moments);
    const peakEnd = (peak.perceived.mean + end.perceived.mean) / 2;
    const score = (average + peakEnd) / 2;
    let [error, df, n] = [0, Infinity, Infinity];
    for (const moment of moments) {
      const { perceived, share } = moment;
      const weight = share / 2 + (moment === peak ? 0.25 : 0) + (moment === end ? 0.25 : 0);
      if (weight === 0) continue;
      error += weight * Math.sqrt(perceived.variance);
      df = Math.min(df, perceived.df);
      n = Math.min(n, perceived.n);
    }
    const estimate = { mean: score, variance: error ** 2, df, n };
    const [low, high] = intervalOf(estimate, [0, 100], confidence);
    const weakest = moments
      .filter(({ gap }) => isBelow(gap.mean))
      .sort((a, b) => compare(a.gap.mean, b.gap.mean, 100) || (a.id < b.id ? -1 : 1));
    const momentOf = ({ id, perceived, gap }: ReadTouchpoint): JourneyMoment => ({
      id,
      perceived: perceived.mean,
      gap: gap.mean,
      verdict: verdictOf(gap),
    });
    return {
      score,
      low,
      high,
      average,
      peakEnd,
      peak: momentOf(peak),
      end: momentOf(end),
      weakest: weakest.map(momentOf),
    };
  });
}

/** Shares add up to 1 but for rounding, which takes the average neither below the least nor above the greatest. */
function averageOf(moments: readonly ReadTouchpoint[]): Level {
  const counted = moments.filter(({ share }) => share > 0);
  const levels = counted.map(({ perceived }) => perceived.mean);
  const sum = counted.reduce((total, { share, perceived }) => total + share * perceived.mean, 0);
  const least = levels.reduce((a, b) => Math.min(a, b));
  return Math.min(
    Math.max(sum, least),
    levels.reduce((a, b) => Math.max(a, b)),
  );
}

function isPeak(moment: ReadTouchpoint, best: ReadTouchpoint): boolean {
  const further = compare(Math.abs(moment.gap.mean), Math.abs(best.gap.mean), 100);
  const perceived = compare(moment.perceived.mean, best.perceived.mean, 100);
  return further > 0 || (further === 0 && perceived < 0);
}
