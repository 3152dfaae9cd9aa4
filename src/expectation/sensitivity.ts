import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { recordOf } from '../input/schemas';
import type { PredictedFactor } from './factors';
import { formation } from './formation';
import { expectationInputSchema, methodSchema, weightingSchema } from './input';
import { equalWeights, rankOrderCentroid, rankReciprocal, rankSum } from './rank-weights';
import type { ExpectationInput } from './signals';
import type { WeightingMethod, WeightingOptions } from './weighting';

/** How much an expectation hangs on the choice of a weighting method. */
export interface WeightingSensitivity {
  /** What each method makes of the same signals: the level predicted, 0 to 100, and the factor that matters most. */
  readonly methods: readonly {
    readonly method: string;
    readonly predictedMean: number;
    readonly dominantFactor: PredictedFactor | null;
  }[];
  /** The greatest difference between any two methods, in points. */
  readonly spread: number;
  /** Whether the methods disagree about the factor that matters most. */
  readonly dominantChanges: boolean;
}

const optionsSchema = once(() =>
  z.strictObject({
    methods: z.optional(recordOf(methodSchema)),
    order: weightingSchema.shape.order,
    parameters: weightingSchema.shape.parameters,
  }),
);

/** The methods compared unless others are passed. */
const standardMethods: Readonly<Record<string, WeightingMethod>> = Object.freeze({
  rankOrderCentroid,
  rankSum,
  rankReciprocal,
  equalWeights,
});

/**
 * Shows how sensitive an expectation is to the weighting method: ranks are not effect sizes, so a
 * result that depends on how they are turned into weights deserves little trust.
 *
 * @param input what {@link formExpectation} takes
 * @param options `methods` by name: centroid, sum, reciprocal and equal unless given; `order` and `parameters`
 * @throws what {@link formExpectation} throws
 * @example
 * ```ts
 * import { weightingSensitivity } from 'overdeliver/expectation';
 *
 * const { spread, dominantChanges } = weightingSensitivity({
 *   stage: 'never-used',
 *   signals: { wordOfMouth: { level: 80, reliability: 0.5 }, advertising: 95, ownJudgement: 60 },
 * });
 * spread; // => 4.8
 * dominantChanges; // => true
 * ```
 */
export function weightingSensitivity(
  input: ExpectationInput,
  options: Omit<WeightingOptions, 'method'> & {
    readonly methods?: Readonly<Record<string, WeightingMethod>> | undefined;
  } = {},
): WeightingSensitivity {
  return door('weightingSensitivity', () => {
    const customer = read(expectationInputSchema, input);
    const { methods = standardMethods, ...rest } = read(optionsSchema, options, 'options');
    if (Object.keys(methods).length === 0) {
      refuse('options.methods', undefined, 'at least one method', 'missing');
    }
    const results = Object.entries(methods).map(([name, method]) => {
      const { expectation } = formation(customer, { ...rest, method });
      return {
        method: name,
        predictedMean: expectation.predicted.mean,
        dominantFactor: expectation.dominantFactor,
      };
    });
    const levels = results.map(({ predictedMean }) => predictedMean);
    return {
      methods: results,
      spread: Math.max(...levels) - Math.min(...levels),
      dominantChanges: new Set(results.map(({ dominantFactor }) => dominantFactor)).size > 1,
    };
  });
}
