import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema, functionSchema } from '../input/schemas';
import { type PredictedFactor, predictedFactors } from './factors';
import { type ExpectationParameter, expectationNumbers } from './parameters';
import { rankOrderCentroid, sharedWeights, type WeightingMethod } from './rank-weights';
import { type FactorOrder, type Stage, stageSchema, stages } from './stages';

/** How a stage's ranking of factors becomes weights. */
export interface WeightingOptions {
  /** Rank to weight; {@link rankOrderCentroid} unless given. */
  readonly method?: WeightingMethod | undefined;
  /** An order of your own in place of the stage's; an inner list ties. */
  readonly order?: FactorOrder | undefined;
  /** The numbers of the model; `expectationDefaults` unless given. */
  readonly parameters?: ParameterSet<ExpectationParameter> | undefined;
}

/**
 * The weight of every factor that informs `predicted` at a stage, before reliabilities: ranked weights for
 * the factors the stage names, which add up to 1, and one common weight for each other factor.
 *
 * @throws InvalidInputError `unknown-name` for an unknown stage or for a factor in `order` that does
 *   not inform the predicted level, `ambiguous` for a factor named twice, `missing` for an empty order
 * @example
 * ```ts
 * import { stageWeights } from 'overdeliver/expectation';
 *
 * const weights = stageWeights('never-used');
 * weights.wordOfMouth; // => 0.6111
 * weights.companyPromise; // => 0.0556
 * ```
 */
export function stageWeights(
  stage: Stage,
  options: WeightingOptions = {},
): Readonly<Record<PredictedFactor, number>> {
  return door('stageWeights', () => {
    read(stageSchema, stage, 'stage');
    checkWeighting(options);
    const weights = positionalWeights(stage, options);
    return Object.fromEntries(
      predictedFactors.map((factor, i) => [factor, weights[i]]),
    ) as Readonly<Record<PredictedFactor, number>>;
  });
}

/** Throws at an option that is unknown or of the wrong type. */
export function checkWeighting(options: WeightingOptions): void {
  read(weightingOptionsSchema, options, 'options');
}

/** The same by place in {@link predictedFactors}, as the kernel takes them. */
export function positionalWeights(stage: Stage, options: WeightingOptions): Float64Array {
  const order = options.order ?? stages[stage].order;
  const groups = order.map((entry) => (typeof entry === 'string' ? [entry] : entry));
  checkOrder(groups);
  const ranked = sharedWeights(
    groups.map((group) => group.length),
    options.method ?? rankOrderCentroid,
    'options.method',
  );
  const { otherFactorShare } = expectationNumbers(options);
  const common = otherFactorShare * (ranked[ranked.length - 1] as number);
  const weights = new Float64Array(predictedFactors.length).fill(common);
  groups.forEach((group, place) => {
    for (const factor of group) weights[predictedFactors.indexOf(factor)] = ranked[place] as number;
  });
  return weights;
}

const weightingOptionsSchema = z.strictObject({
  method: z.optional(functionSchema),
  order: z.optional(z.array(z.union([z.string(), z.array(z.string())]))),
  parameters: anySchema,
});

function checkOrder(groups: readonly (readonly PredictedFactor[])[]): void {
  const seen = new Set<PredictedFactor>();
  const fail = (code: 'missing' | 'unknown-name' | 'ambiguous', value: unknown, wanted: string) => {
    refuse('options.order', value, wanted, code);
  };
  for (const factor of groups.flat()) {
    if (!predictedFactors.includes(factor)) {
      fail(
        'unknown-name',
        factor,
        `factors that inform the predicted level: ${predictedFactors.join(', ')}`,
      );
    }
    if (seen.has(factor)) fail('ambiguous', factor, 'each factor once');
    seen.add(factor);
  }
  if (seen.size === 0 || groups.some((group) => group.length === 0)) {
    fail('missing', groups, 'at least one factor at every place');
  }
}
