import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { recordOf } from '../input/schemas';
import { alphaOfWhole, type Reliability } from './alpha';
import { ends, gapOf, type LevelGap, meanPairs, type Pair, pairsOf, parts } from './gap';
import { dimensionShape, enough } from './input';
import { qualityItemsSchema } from './input-instrument';
import { readResponses } from './input-responses';
import { dimensionsOf } from './instrument';
import { type MeanEstimate, meanOf, weightedMean } from './mean';
import type { DimensionOptions, DimensionsWanted } from './parameters';
import { questionsOf } from './questions';
import type { CustomerRole, SurveyResponse } from './responses';
import { instrumentOf, type QualityItems } from './servqual';

/** Where service falls short of what was expected. */
export interface ServqualScore {
  /** How many people answered. */
  readonly respondents: number;
  /** How many of each role they are. */
  readonly roles: Readonly<Record<CustomerRole | 'unknown', number>>;
  /** The gap of each item. */
  readonly items: readonly (LevelGap & { readonly item: string; readonly dimension: string })[];
  /** The gap of each dimension. */
  readonly dimensions: readonly (LevelGap & {
    readonly dimension: string;
    readonly items: readonly string[];
    /** Its share in the whole, 0 to 1. */
    readonly weight: number;
    /** That of a gap is often lower than that of its sides (Peter, Churchill & Brown 1993). */
    readonly reliability: Readonly<Record<'expected' | 'perceived' | 'gap', Reliability>>;
  })[];
  /** The weighted mean of the gaps by dimension, of respondents counted in each. */
  readonly overall: MeanEstimate & { readonly missing: number };
}

const weightText = 'a weight of at least 0';
export const weightSchema = z.number(weightText).check(z.gte(0, weightText));
const optionsSchema = once(() =>
  z.strictObject({
    ...dimensionShape,
    weights: z.optional(recordOf(weightSchema)),
  }),
);

/**
 * The gaps of SERVQUAL between what customers perceived and what they expected, by item and dimension, or the same
 * of items of your own.
 *
 * @param responses answers to {@link servqualInstrument} of the same items
 * @param options `weights`: how much each dimension counts, in any unit; equally unless given, since no order is stable
 *   across studies
 * @throws InvalidInputError what {@link scoreInstrument} throws; `missing` for a dimension without a weight,
 *   `unknown-name` for a weight without a dimension
 * @throws NotEnoughDataError for fewer respondents than `leastAnswers`
 * @example
 * ```ts
 * import { scoreServqual } from 'overdeliver';
 *
 * const prompt = { id: 'prompt', dimension: 'speed', text: 'Service is prompt' };
 * const items = { id: 'ours', scale: { min: 1, max: 5 }, items: [prompt] };
 * const answered = [[5, 4], [4, 4], [5, 3]];
 * const responses = answered.map(([expected, perceived], i) => ({
 *   respondent: `${i}`,
 *   answers: { 'expected.prompt': expected, 'perceived.prompt': perceived },
 * }));
 * const { mean, low, high } = scoreServqual(items, responses, { leastAnswers: 3 }).overall;
 * [mean, low, high]; // => [-25, -87.1, 37.1]
 * ```
 */
export function scoreServqual(
  items: QualityItems,
  responses: readonly SurveyResponse[],
  options: DimensionOptions & {
    readonly weights?: Readonly<Record<string, number>> | undefined;
  } = {},
): ServqualScore {
  return door('scoreServqual', () => {
    const wanted = read(optionsSchema, options, 'options');
    const asked = read(qualityItemsSchema, items, 'items');
    const answered = readResponses(questionsOf(instrumentOf(asked)), responses);
    const respondents = answered.people.length;
    enough('responses', respondents, wanted.leastAnswers);
    const of = asked.items.map((item) => ({ ...item, pairs: pairsOf(asked, item, answered) }));
    const groups = dimensionsOf(of);
    const names = groups.map(([dimension]) => dimension);
    const weights = shareWeights(wanted.weights, names);
    const scored = groups.map(([dimension, some], d) =>
      dimensionGap(dimension, some, weights[d] as number, wanted),
    );
    const whole = answered.people.flatMap((_, r) =>
      weighted(
        scored.map(({ means }) => means[r] as Pair),
        weights,
      ),
    );
    return {
      respondents,
      roles: answered.roles,
      items: of.map(({ id, dimension, pairs }) => ({
        item: id,
        dimension,
        ...gapOf(pairs, wanted),
      })),
      dimensions: scored.map(({ score }) => score),
      overall: { ...meanOf(whole, wanted, ends), missing: respondents - whole.length },
    };
  });
}

function dimensionGap(
  dimension: string,
  items: readonly { readonly id: string; readonly pairs: readonly Pair[] }[],
  weight: number,
  wanted: DimensionsWanted,
): { readonly means: readonly Pair[]; readonly score: ServqualScore['dimensions'][number] } {
  const columns = (part: keyof typeof parts) => items.map(({ pairs }) => pairs.map(parts[part]));
  const means = meanPairs(items, wanted);
  const alpha = (part: keyof typeof parts) => alphaOfWhole(columns(part), wanted);
  const score = {
    dimension,
    items: items.map(({ id }) => id),
    weight,
    ...gapOf(means, wanted),
    reliability: { expected: alpha('expected'), perceived: alpha('perceived'), gap: alpha('gap') },
  };
  return { means, score };
}

/** The weighted gap of one respondent; none without every dimension. */
function weighted(means: readonly Pair[], weights: readonly number[]): readonly number[] {
  if (means.includes(null)) return [];
  return [weightedMean(means.map(parts.gap) as number[], weights)];
}

/** The shares of the dimensions, which add up to 1. */
export function shareWeights(
  weights: Readonly<Record<string, number>> | undefined,
  dimensions: readonly string[],
): readonly number[] {
  if (weights === undefined) return dimensions.map(() => 1 / dimensions.length);
  const path = 'options.weights';
  const shape = Object.fromEntries(dimensions.map((name) => [name, weightSchema]));
  const given = read(z.strictObject(shape), weights, path);
  const all = dimensions.map((name) => given[name] as number);
  const sum = all.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0 && sum < Infinity)) refuse(path, weights, 'a finite sum above 0', 'out-of-range');
  return all.map((weight) => weight / sum);
}
