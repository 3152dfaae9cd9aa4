import { type PredictedFactor, predictedFactors } from './factors';
import { rankOrderCentroid } from './rank-weights';
import { sharedWeights } from './shared-weights';
import { type Stage, stages } from './stages';
import type { Weighting } from './weighting';

/** The weights of a stage by place in {@link predictedFactors}, as forming takes them. */
export function positionalWeights(
  stage: Stage,
  { order = stages[stage].order, method = rankOrderCentroid, parameters }: Weighting,
): Float64Array {
  const groups = order.map((entry) => (typeof entry === 'string' ? [entry] : entry));
  const sizes = groups.map((group) => group.length);
  const ranked = sharedWeights(sizes, method, 'options.method');
  const common = parameters.numbers.otherFactorShare * (ranked.at(-1) as number);
  const isNotYet = (factor: PredictedFactor) => stages[stage].notYet.includes(factor);
  const weights = Float64Array.from(predictedFactors, (one) => (isNotYet(one) ? 0 : common));
  groups.forEach((group, place) => {
    for (const factor of group) weights[predictedFactors.indexOf(factor)] = ranked[place] as number;
  });
  return weights;
}
