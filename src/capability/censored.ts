import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { notEnough, refuse } from '../input/refusal';
import type { Capability } from './capability';
import { capabilityOf } from './capability-of';
import { jsonShape, numbersSchema, quantityShape, readSamples } from './input';
import { censoredShape, type ReadCensoring } from './input-censoring';
import type { QuantityOptions } from './quantity';
import { effectiveSize, evenWeights } from './sample-weights';
import { fromValues, signOf } from './samples';
import type { CapabilitySource } from './source';
import { survivalDistribution } from './survival';

/** What is known of samples besides their values. */
export interface CensoredOptions extends QuantityOptions {
  /**
   * Whether each has finished; false (or 0) for one that is still under way after that time and will take
   * longer. All have unless given.
   */
  readonly finished?: ArrayLike<boolean | number> | undefined;
  /** How much each sample counts, at least 0, such as {@link recencyWeights} gives; all alike unless given. */
  readonly weights?: ArrayLike<number> | undefined;
}

const kind = 'censored';
const optionsSchema = once(() => z.strictObject({ ...quantityShape, ...censoredShape }));
const jsonSchema = once(() =>
  z.strictObject({
    ...jsonShape,
    ...censoredShape,
    samples: numbersSchema,
    deviations: z.boolean(),
  }),
);

/**
 * What can be delivered, learnt from observations of which some are not over, or count more than others.
 * Those under way count as longer than they have taken so far, by the estimator of Kaplan and Meier (1958):
 * leaving them out would make quotes too short, since the slow ones are the last to finish.
 *
 * Quantiles beyond the longest finished time are not identified while something longer is under way. There
 * are no ranks, hence no finite-sample guarantee, unless all have finished and count alike; `n` is the
 * effective size of the finished ones, `(sum w)^2 / sum w^2` (Kish 1965).
 *
 * From dates, {@link capabilityAsOf} makes the samples, the flags and the weights.
 *
 * @param samples observations in one unit, such as durations, in any order; at least one finished, none below 0 unless they are
 *   deviations. They are copied.
 * @throws InvalidInputError `out-of-range` for a sample or a weight that is not finite or below 0, with its
 *   place in the path, and for a level that is under way, `length-mismatch` for weights or `finished` of
 *   another length; NotEnoughDataError when no sample has finished with a weight above 0
 * @example
 * ```ts
 * import { capabilityFromCensored } from 'overdeliver';
 *
 * const finished = [true, false, true, true, true];
 * const now = capabilityFromCensored([38, 52, 41, 45, 47], { unit: 'minutes', finished });
 * now.quantile(0.8); // => 47
 * now.identified; // => 0.8
 * now.quantile(0.9); // => throws not-identified
 * ```
 */
export function capabilityFromCensored(
  samples: ArrayLike<number>,
  options: CensoredOptions,
): Capability {
  return door('capabilityFromCensored', () =>
    fromCensored(samples, read(optionsSchema, options, 'options'), 'samples', 'options'),
  );
}

/** Revives what {@link capabilityFromCensored} made. */
export const censoredSource: CapabilitySource = {
  kind,
  revive: (json, _, path) =>
    door('reviveCapability', () => {
      const { samples, ...censored } = read(jsonSchema, json, path);
      return fromCensored(samples, censored, `${path}.samples`, path);
    }),
};

/** Samples that are still to be read, of options that were and stand at `optionsPath`. */
export function fromCensored(
  samples: ArrayLike<number>,
  options: QuantityOptions & ReadCensoring,
  samplesPath: string,
  optionsPath: string,
): Capability {
  const { unit, better = 'lower', deviations = false } = options;
  const sign = signOf(better);
  const values = readSamples(samplesPath, samples, deviations, sign);
  const { length } = values;
  for (const name of ['weights', 'finished'] as const) {
    const column = options[name];
    if (column === undefined || column.length === length) continue;
    refuse(`${optionsPath}.${name}`, column, `a length of ${length}`, 'length-mismatch');
  }
  const weights = evenWeights(options.weights) ? null : options.weights;
  const finished = options.finished?.includes(0) ? options.finished : null;
  if (finished !== null && better === 'higher') {
    const expected = 'finished levels; a level is not under way';
    refuse(`${optionsPath}.finished`, options.finished, expected, 'out-of-range');
  }
  if (weights === null && finished === null) return fromValues(kind, values, options);
  const n = effectiveSize(weights, finished, length);
  if (n === 0) {
    const which = weights === null ? 'finished' : 'finished with a weight above 0';
    const held = `0 ${which} of ${length}`;
    notEnough(samplesPath, { needed: 1, available: 0 }, 'a capability', held);
  }
  return capabilityOf({
    kind,
    unit,
    better,
    n,
    distribution: survivalDistribution(values, weights, finished),
    data: () => ({
      samples: Array.from(values, (x) => sign * x + 0),
      deviations,
      ...(weights && { weights: Array.from(weights) }),
      ...(finished && { finished: Array.from(finished) }),
    }),
  });
}
