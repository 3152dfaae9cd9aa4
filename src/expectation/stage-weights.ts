import { recordFor } from '../core/record-for';
import { door } from '../input/door';
import { read } from '../input/read';
import { type PredictedFactor, predictedFactors } from './factors';
import { stageSchema, weightingSchema } from './input';
import { positionalWeights } from './positional-weights';
import type { Stage } from './stages';
import type { WeightingOptions } from './weighting';

/**
 * The weight of every factor that informs `predicted` at a stage, before reliabilities: ranked weights for
 * the factors the stage names, which add up to 1, one common weight for each other factor, and 0 for those that take a use
 * (`notYet` of `stages`), unless an order of yours names them.
 *
 * @param stage the customer's stage
 * @throws InvalidInputError `unknown-name` for an unknown stage or for a factor in `order` that does
 *   not inform the predicted level, `ambiguous` for a factor named twice, `missing` for an empty order
 * @example
 * ```ts
 * import { stageWeights } from 'overdeliver/expectation';
 *
 * const weights = stageWeights('never-used');
 * weights.wordOfMouth; // => 0.6111
 * weights.companyPromise; // => 0.0556
 * weights.firstImpression; // => 0
 * ```
 */
export function stageWeights(
  stage: Stage,
  options: WeightingOptions = {},
): Readonly<Record<PredictedFactor, number>> {
  return door('stageWeights', () => {
    const at = read(stageSchema, stage, 'stage');
    const weights = positionalWeights(at, read(weightingSchema, options, 'options'));
    return recordFor(predictedFactors, (name) => weights[predictedFactors.indexOf(name)] as number);
  });
}
