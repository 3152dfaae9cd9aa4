import { door } from '../input/door';
import { read } from '../input/read';
import type { Expectation } from './expectation';
import { formation } from './formation';
import { expectationInputSchema, weightingSchema } from './input';
import type { ExpectationInput } from './signals';
import type { WeightingOptions } from './weighting';

/**
 * Forms what a customer expects from what they have to go by.
 *
 * `predicted.mean` is the mean m of the levels of the factors that inform the predicted level, weighted by
 * {@link stageWeights} times reliability; `predicted.variance` is their disagreement and their own spreads,
 * `sum w_i (x_i - m)^2 + sum w_i^2 s_i^2`. A competitor's offer or the dominant need raises `desired`,
 * whichever asks for more; the role perception moves `adequate`.
 *
 * @param input the stage and the signals, levels 0 to 100
 * @param options weighting method, an order of factors of your own, parameters
 * @throws InvalidInputError `out-of-range`, `wrong-type` or `unknown-name` for a bad signal,
 *   `stage-mismatch` for a first impression or a long-term experience of someone who has never used,
 *   `no-signal` when nothing with a weight above 0 informs the predicted level, `ambiguous` when needs tie for dominance
 * @example
 * ```ts
 * import { formExpectation } from 'overdeliver';
 *
 * const newcomer = formExpectation({
 *   stage: 'never-used',
 *   signals: { wordOfMouth: 80, advertising: 95, ownJudgement: { level: 60, reliability: 0.5 } },
 * });
 * newcomer.predicted.mean; // => 83.24
 * newcomer.dominantFactor; // => 'wordOfMouth'
 * ```
 */
export function formExpectation(
  input: ExpectationInput,
  options: WeightingOptions = {},
): Expectation {
  return door('formExpectation', () => {
    const customer = read(expectationInputSchema, input);
    return formation(customer, read(weightingSchema, options, 'options')).expectation;
  });
}
