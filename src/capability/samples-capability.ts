import { anySchema } from '../core/schemas';
import type { Capability } from './capability';
import { capabilityOf } from './capability-of';
import { checkSome, refuse, signedCopy } from './checks';
import { empirical } from './empirical';
import type { QuantityOptions } from './quantity';
import { effectiveSize, finishedCopy, weightsCopy } from './sample-weights';
import { survivalOutcomes } from './survival';

/** What is known of samples besides their values. */
export interface SampleOptions extends QuantityOptions {
  /** How much each sample counts, at least 0, such as {@link recencyWeights} gives; all alike unless given. */
  readonly weights?: ArrayLike<number> | undefined;
  /**
   * Whether each has finished; false (or 0) for one that is still under way after that time and will take
   * longer. All have unless given.
   */
  readonly finished?: ArrayLike<boolean | number> | undefined;
}

/** The fields of a schema of options that hold what {@link SampleOptions} adds. */
export const sampleShape = { weights: anySchema, finished: anySchema };

/** Options that are checked, but for weights and finished, which stand at `optionsPath`. */
export function samplesCapability(
  fn: string,
  samples: ArrayLike<number>,
  options: SampleOptions,
  samplesPath: string,
  optionsPath: string,
): Capability {
  const { unit, better = 'lower', deviations = false } = options;
  const sign = better === 'lower' ? 1 : -1;
  const values = signedCopy(fn, samplesPath, samples, deviations, sign);
  const { length } = values;
  const weights =
    options.weights === undefined
      ? null
      : weightsCopy(fn, `${optionsPath}.weights`, options.weights, length);
  const finished =
    options.finished === undefined
      ? null
      : finishedCopy(fn, `${optionsPath}.finished`, options.finished, length);
  if (finished !== null && better === 'higher') {
    const expected = 'finished levels; a level is not under way';
    refuse(fn, `${optionsPath}.finished`, options.finished, expected, 'out-of-range');
  }
  const base = { kind: 'samples', unit, better };
  const data = () => ({
    samples: Array.from(values, (x) => sign * x + 0),
    deviations,
    ...(weights && { weights: Array.from(weights) }),
    ...(finished && { finished: Array.from(finished) }),
  });
  if (weights === null && finished === null) {
    const outcomes = empirical(values);
    return capabilityOf({
      ...base,
      n: length,
      outcomes,
      ranks: {
        n: length,
        kept: (t) => outcomes.upTo(sign * t),
        byRank: (rank) => sign * outcomes.byRank(rank) + 0,
      },
      data,
    });
  }
  const n = effectiveSize(weights, finished, length);
  checkSome(fn, samplesPath, n, 'a capability, finished and with a weight above 0');
  return capabilityOf({
    ...base,
    n,
    outcomes: survivalOutcomes(values, weights, finished),
    data,
  });
}
