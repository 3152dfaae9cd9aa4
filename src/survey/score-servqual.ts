import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import type { Reliability } from './alpha';
import { ends, gapOf, type LevelGap, type Pair, pairsOf, parts } from './gap';
import { dimensionsOf, meanAnswered, reliabilityOf } from './levels';
import { type MeanEstimate, meanOf } from './mean';
import { type DimensionOptions, dimensionShape, type Filled, filled } from './parameters';
import { checkResponses, enough, type RoleCounts, type SurveyResponse } from './responses';
import { instrumentOf, type QualityItems } from './servqual';

export interface ItemGap extends LevelGap {
  readonly item: string;
  readonly dimension: string;
}

export interface DimensionGap extends LevelGap {
  readonly dimension: string;
  readonly items: readonly string[];
  /** Its share in the whole. */
  readonly weight: number;
  /** That of a gap is often lower than that of its sides (Peter, Churchill & Brown 1993). */
  readonly reliability: Readonly<Record<'expected' | 'perceived' | 'gap', Reliability>>;
}

/** Where service falls short of what was expected. */
export interface ServqualScore {
  readonly respondents: number;
  readonly roles: RoleCounts;
  readonly items: readonly ItemGap[];
  readonly dimensions: readonly DimensionGap[];
  /** The weighted mean of the gaps by dimension, of respondents counted in each. */
  readonly overall: MeanEstimate & { readonly missing: number };
}

export interface ServqualOptions extends DimensionOptions {
  /** How much each dimension counts, in any unit; equally unless given, since no order is stable across studies. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
}

const schema = z.strictObject({ ...dimensionShape, weights: anySchema });
const weightText = 'a weight of at least 0';
const weightSchema = z.number(weightText).check(z.gte(0, weightText));

/**
 * The gaps of SERVQUAL between what customers perceived and what they expected, by item and dimension, or the same
 * of items of your own.
 *
 * @param responses answers to {@link servqualInstrument} of the same items
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
  options: ServqualOptions = {},
): ServqualScore {
  return door('scoreServqual', () => {
    read(schema, options, 'options');
    const { rows, roles } = checkResponses(instrumentOf(items), responses);
    const wanted = filled(options);
    enough('responses', rows.length, wanted.leastAnswers);
    const of = items.items.map((item) => ({ ...item, pairs: pairsOf(items, item, rows) }));
    const groups = dimensionsOf(of);
    const names = groups.map(([dimension]) => dimension);
    const weights = weightsOf(options.weights, names);
    const scored = groups.map(([dimension, some], d) =>
      dimensionGap(dimension, some, weights[d] as number, rows.length, wanted),
    );
    const whole = rows.flatMap((_, r) =>
      weighted(
        scored.map(({ means }) => means[r] ?? null),
        weights,
      ),
    );
    return {
      respondents: rows.length,
      roles,
      items: of.map(({ id, dimension, pairs }) => ({
        item: id,
        dimension,
        ...gapOf(pairs, wanted),
      })),
      dimensions: scored.map(({ score }) => score),
      overall: { ...meanOf(whole, wanted, ends), missing: rows.length - whole.length },
    };
  });
}

function dimensionGap(
  dimension: string,
  items: readonly { readonly id: string; readonly pairs: readonly Pair[] }[],
  weight: number,
  respondents: number,
  wanted: Filled,
): { readonly means: readonly Pair[]; readonly score: DimensionGap } {
  const rows = Array.from({ length: respondents }, (_, r) =>
    items.map(({ pairs }) => pairs[r] as Pair),
  );
  const means = rows.map((pairs): Pair => {
    const expected = meanAnswered(pairs.map(parts.expected), wanted);
    const perceived = meanAnswered(pairs.map(parts.perceived), wanted);
    return expected === null || perceived === null ? null : [expected, perceived];
  });
  const alpha = (part: keyof typeof parts) =>
    reliabilityOf(
      rows.map((pairs) => pairs.map(parts[part])),
      items.length,
      wanted,
    );
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
  const gaps = means.map(parts.gap).filter((gap) => gap !== null);
  if (gaps.length < means.length) return [];
  return [gaps.reduce((sum, gap, d) => sum + gap * (weights[d] as number), 0)];
}

/** The shares of the dimensions, which add up to 1. */
function weightsOf(
  weights: Readonly<Record<string, number>> | undefined,
  dimensions: readonly string[],
): readonly number[] {
  if (weights === undefined) return dimensions.map(() => 1 / dimensions.length);
  const shape = Object.fromEntries(dimensions.map((name) => [name, weightSchema]));
  const path = 'options.weights';
  const given = read(z.strictObject(shape), weights, path);
  const all = dimensions.map((name) => given[name] as number);
  const sum = all.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0 && sum < Infinity)) refuse(path, weights, 'a finite sum above 0', 'out-of-range');
  return all.map((weight) => weight / sum);
}
