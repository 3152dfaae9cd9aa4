import { refuse } from '../input/refusal';
import { type PredictedFactor, predictedFactors } from './factors';
import { rankOrderCentroid } from './rank-weights';
import { sharedWeights } from './shared-weights';
import { type Stage, stageNames, stages } from './stages';
import type { Weighting } from './weighting';

/** The weights of a stage by place in {@link predictedFactors}, as forming takes them. */
export function positionalWeights(
  stage: Stage,
  { order: ownOrder, method: ownMethod, parameters }: Weighting,
): Float64Array {
  const { learnt, set } = parameters;
  if (learnt !== null) {
    if (ownOrder === undefined && ownMethod === undefined) {
      return learnt.factors[stageNames.indexOf(stage)] as Float64Array;
    }
    const expected =
      'a set without weights of its own beside a method or an order, which make weights of ranks';
    refuse('options.parameters', set.id, expected, 'ambiguous');
  }
  if (ownOrder !== undefined || ownMethod !== undefined) {
    return rankedWeights(stage, parameters, ownOrder, ownMethod);
  }
  let known = usual.get(parameters);
  if (known === undefined) {
    known = new Map();
    usual.set(parameters, known);
  }
  let weights = known.get(stage);
  if (weights === undefined) {
    weights = rankedWeights(stage, parameters);
    known.set(stage, weights);
  }
  return weights;
}

/** The weights by each set of numbers in the usual order, once they were worked out: every customer has them. */
const usual = new WeakMap<Weighting['parameters'], Map<Stage, Float64Array>>();

function rankedWeights(
  stage: Stage,
  parameters: Weighting['parameters'],
  order: NonNullable<Weighting['order']> = stages[stage].order,
  method: NonNullable<Weighting['method']> = rankOrderCentroid,
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
