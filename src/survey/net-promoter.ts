import * as z from 'zod/mini';
import type { Interval } from '../core/interval';
import { type ScaleWarning, scaleWarning } from '../core/other-scale';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { functionOf } from '../input/schemas';
import { normalQuantile } from '../numerics/normal';
import { type AnswerCounts, countAnswers, countOf, enough, surveyShape } from './input';
import type { SurveyOptions } from './parameters';

/** An interval for the net promoter score, from the counts. */
export type NetPromoterInterval = (
  promoters: number,
  detractors: number,
  n: number,
  confidence: number,
) => readonly [low: number, high: number];

/** How many would recommend, less how many would not. */
export interface NetPromoterScore extends Interval {
  /** How many answered. */
  readonly n: number;
  /** How many did not. */
  readonly missing: number;
  /** Answers 9 and 10. */
  readonly promoters: number;
  /** Answers 7 and 8. */
  readonly passives: number;
  /** Answers 0 to 6. */
  readonly detractors: number;
  /** The share of promoters less that of detractors, -1 to 1. */
  readonly score: number;
  /** The standard error of the score, in points. */
  readonly standardError: number;
  /**
   * `another-scale` where the answers are ten at least and seem to have been asked on another scale: all from 1 to 7, or 0 and 1
   * alone, of which more are 1, as yes and no.
   */
  readonly warnings: readonly ScaleWarning[];
}

const intervalSchema = functionOf<NetPromoterInterval>();
const optionsSchema = once(() =>
  z.strictObject({ ...surveyShape, interval: z.optional(intervalSchema) }),
);
/** Of the question as it is asked (Reichheld 2003). */
const scale = { min: 0, max: 10 };

/**
 * The net promoter score of answers from 0 to 10 to how likely one is to recommend, p - d, with the standard error
 * sqrt((p + d - (p - d)^2) / n).
 *
 * @param answers whole numbers from 0 to 10: no other scale will do; null for a missing answer
 * @param options `interval`: {@link adjustedWaldInterval} unless given
 * @throws InvalidInputError `out-of-range` for an answer off 0 to 10
 * @throws NotEnoughDataError for fewer answers than `leastAnswers`
 * @example
 * ```ts
 * import { netPromoterScore } from 'overdeliver';
 * import { waldInterval } from 'overdeliver/survey';
 *
 * const answers = [...Array(50).fill(10), ...Array(30).fill(8), ...Array(20).fill(3)];
 * const { score, standardError, low, high } = netPromoterScore(answers);
 * [score, standardError]; // => [0.30, 0.0781]
 * [low, high]; // => [0.1405, 0.4420]
 * const plain = netPromoterScore(answers, { interval: waldInterval });
 * [plain.low, plain.high]; // => [0.1469, 0.4531]
 * ```
 */
export function netPromoterScore(
  answers: readonly (number | null)[],
  options: SurveyOptions & { readonly interval?: NetPromoterInterval | undefined } = {},
): NetPromoterScore {
  return door('netPromoterScore', () => {
    const { confidence, leastAnswers, interval } = read(optionsSchema, options, 'options');
    const given = countAnswers(answers, scale);
    const { n, missing } = given;
    enough('answers', n, leastAnswers);
    // Reichheld 2003.
    const promoters = countOf(given, (answer) => answer >= 9);
    const detractors = countOf(given, (answer) => answer <= 6);
    const [low, high] = interval
      ? boundsFrom(interval(promoters, detractors, n, confidence))
      : adjustedWald(promoters, detractors, n, confidence);
    return {
      n,
      missing,
      promoters,
      passives: n - promoters - detractors,
      detractors,
      ...moments(promoters, detractors, n),
      low,
      high,
      warnings: warningsOf(given),
    };
  });
}

/**
 * Of answers that nobody gave by 0, nor above the 7 of the longest scale but this one that is usual; and of 0 and 1 alone, unless
 * most are 0, as of people who would never recommend.
 */
function warningsOf({ n, counts }: AnswerCounts): readonly ScaleWarning[] {
  const [least, most] = [counts[0]?.[0] ?? 0, counts.at(-1)?.[0] ?? 0];
  const isYesNo = most === 1 && 2 * (counts.at(-1)?.[1] ?? 0) > n;
  if (least < 1 && !isYesNo) return [];
  return scaleWarning('answers', { n, least, most }, [1, 7]);
}

/** What the caller's interval returned, looked at. */
function boundsFrom(bounds: unknown): readonly [number, number] {
  const [low, high] = listOf('options.interval()', bounds as readonly number[]);
  if (Number.isFinite(low) && Number.isFinite(high)) return [low as number, high as number];
  return refuse('options.interval()', bounds, 'two finite numbers', 'wrong-type');
}

/**
 * The plain normal interval: too narrow for few answers, and of no width when all agree.
 *
 * @throws InvalidInputError `out-of-range` or `wrong-type` for what is no count or confidence
 */
export const waldInterval: NetPromoterInterval = (...counts) =>
  door('waldInterval', () => {
    checkCounts(counts);
    return wald(...counts);
  });

const wald: NetPromoterInterval = (promoters, detractors, n, confidence) => {
  const { score, standardError } = moments(promoters, detractors, n);
  const half = -normalQuantile((1 - confidence) / 2) * standardError;
  return [Math.max(-1, score - half), Math.min(1, score + half)];
};

/**
 * The normal interval with three answers added: 3/4 promoter, 3/4 detractor, 3/2 passive. Among the best in
 * simulations and on companies' data (Rocks 2016).
 *
 * @throws InvalidInputError `out-of-range` or `wrong-type` for what is no count or confidence
 */
export const adjustedWaldInterval: NetPromoterInterval = (...counts) =>
  door('adjustedWaldInterval', () => {
    checkCounts(counts);
    return adjustedWald(...counts);
  });

/** Three answers more, one of four a promoter and one a detractor (Rocks 2016). */
const adjustedWald: NetPromoterInterval = (promoters, detractors, n, confidence) =>
  wald(promoters + 0.75, detractors + 0.75, n + 3, confidence);

function checkCounts(counts: Parameters<NetPromoterInterval>): void {
  const [promoters, detractors, n, confidence] = counts;
  const within = (path: string, value: number, most: number, expected: string) => {
    if (!(typeof value === 'number' && value >= 0 && value <= most)) refuse(path, value, expected);
  };
  // Up to where whole numbers are exact.
  if (!(typeof n === 'number' && n > 0 && n <= 1e15)) {
    refuse('n', n, 'a number of answers above 0, up to 1e15');
  }
  within('promoters', promoters, n, `a number from 0 to the ${n} who answered`);
  const most = n - promoters;
  within('detractors', detractors, most, `a number from 0 to the ${most} who are no promoters`);
  if (!(typeof confidence === 'number' && confidence > 0 && confidence < 1)) {
    refuse('confidence', confidence, 'a confidence above 0 and below 1, such as .95');
  }
}

function moments(promoters: number, detractors: number, n: number) {
  const score = (promoters - detractors) / n;
  const variance = (promoters + detractors) / n - score * score;
  return { score, standardError: Math.sqrt(Math.max(0, variance) / n) };
}
