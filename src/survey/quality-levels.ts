import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { recordOf } from '../input/schemas';
import { meanPairs, pairsOf } from './gap';
import { dimensionShape } from './input';
import { qualityItemsSchema } from './input-instrument';
import { readResponses } from './input-responses';
import { dimensionsOf } from './instrument';
import { levelsOf, meansByRespondent } from './levels';
import { weightedMean } from './mean';
import { questionsOf } from './questions';
import type { SurveyResponse } from './responses';
import { shareWeights, weightSchema } from './score-servqual';
import { instrumentOf, onSide, type QualityItems } from './servqual';

/**
 * Levels of each respondent, 0 to 100, in the order of the responses; NaN where too little was answered. What was perceived is there
 * also where what was expected is not.
 *
 * @inline
 */
interface LevelColumns {
  readonly expected: Float64Array;
  readonly perceived: Float64Array;
}

/** What each respondent expected and perceived. */
export interface QualityLevels {
  /** Over all dimensions, of respondents counted in each. */
  readonly overall: LevelColumns;
  /** By dimension: the mean of the items answered on both sides; of perceived ones alone where too few were. */
  readonly dimensions: Readonly<Record<string, LevelColumns>>;
  /** 0: counted in every dimension, on both sides. 1: answered too little in one, at least. */
  readonly status: Uint8Array;
}

const optionsSchema = once(() =>
  z.strictObject({
    answeredShare: dimensionShape.answeredShare,
    weights: z.optional(recordOf(weightSchema)),
  }),
);

/**
 * What each respondent expected and perceived, by the items of {@link scoreServqual}, as columns that a model of
 * satisfaction takes: `overall` for levels, `dimensions` for several at once. Where `status` is 0 their means are those of the scores.
 *
 * @param responses answers to {@link servqualInstrument} of the same items
 * @param options `answeredShare` and `weights` as for {@link scoreServqual}
 * @throws InvalidInputError what {@link scoreServqual} throws
 * @example
 * ```ts
 * import { qualityLevels } from 'overdeliver/survey';
 *
 * const prompt = { id: 'prompt', dimension: 'speed', text: 'Service is prompt' };
 * const items = { id: 'ours', scale: { min: 1, max: 5 }, items: [prompt] };
 * const answered = [[5, 4], [4, null], [null, 3]];
 * const responses = answered.map(([expected, perceived], i) => ({
 *   respondent: `${i}`,
 *   answers: { 'expected.prompt': expected, 'perceived.prompt': perceived },
 * }));
 * const { overall, status } = qualityLevels(items, responses);
 * overall.expected; // => Float64Array.of(100, NaN, NaN)
 * overall.perceived; // => Float64Array.of(75, NaN, 50)
 * status; // => Uint8Array.of(0, 1, 1)
 * ```
 */
export function qualityLevels(
  items: QualityItems,
  responses: readonly SurveyResponse[],
  options: {
    readonly answeredShare?: number | undefined;
    readonly weights?: Readonly<Record<string, number>> | undefined;
  } = {},
): QualityLevels {
  return door('qualityLevels', () => {
    const wanted = read(optionsSchema, options, 'options');
    const asked = read(qualityItemsSchema, items, 'items');
    const answered = readResponses(questionsOf(instrumentOf(asked)), responses);
    const of = asked.items.map((item) => ({ ...item, pairs: pairsOf(asked, item, answered) }));
    const dimensions = dimensionsOf(of).map(([name, some]) => {
      const pairs = meanPairs(some, wanted);
      const perceived = meansByRespondent(
        some.map((item) => levelsOf(answered, onSide(asked, item, 'perceived'))),
        wanted,
      );
      const levels: LevelColumns = {
        expected: Float64Array.from(pairs, (pair) => pair?.[0] ?? Number.NaN),
        perceived: Float64Array.from(pairs, (pair, r) => pair?.[1] ?? perceived[r] ?? Number.NaN),
      };
      return [name, levels] as const;
    });
    const columns = dimensions.map(([, levels]) => levels);
    const weights = shareWeights(
      wanted.weights,
      dimensions.map(([name]) => name),
    );
    const mean = (side: keyof LevelColumns) =>
      Float64Array.from(answered.people, (_, r) => {
        const all = columns.map((levels) => levels[side][r] as number);
        return all.some(Number.isNaN) ? Number.NaN : weightedMean(all, weights);
      });
    const overall = { expected: mean('expected'), perceived: mean('perceived') };
    return {
      overall,
      dimensions: Object.fromEntries(dimensions),
      // Nothing is expected alone.
      status: Uint8Array.from(overall.expected, (level) => (Number.isNaN(level) ? 1 : 0)),
    };
  });
}
