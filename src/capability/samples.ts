import * as z from 'zod/mini';
import { check } from '../core/check';
import { InvalidInputError, NotEnoughDataError } from '../core/errors';
import { countUpTo } from '../numerics/sorted';
import type { Better, Capability } from './capability';

/** What samples are samples of. */
export interface SampleOptions {
  /** The unit of the samples, such as `minutes`; plans and messages carry it. */
  readonly unit: string;
  /** `lower` (times, costs) unless given. */
  readonly better?: Better | undefined;
  /** Whether the samples are deviations from an appointment, which may lie below 0. */
  readonly deviations?: boolean | undefined;
}

const optionsSchema = z.strictObject({
  unit: z.string().check(z.minLength(1, 'a unit such as minutes')),
  better: z.optional(z.enum(['lower', 'higher'])),
  deviations: z.optional(z.boolean()),
});

/**
 * What can be delivered, learnt from past outcomes: their empirical distribution, nothing fitted.
 *
 * @param samples past outcomes in one unit, in any order; at least one, none below 0 unless they are
 *   deviations. They are copied.
 * @throws InvalidInputError `out-of-range` for a sample that is not finite or below 0, with its place
 *   in the path; NotEnoughDataError for no samples at all
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * kitchen.quantile(0.8); // => 47
 * kitchen.chance(45); // => 0.6
 * kitchen.expectedMiss(45); // => 1.8
 * ```
 */
export function capabilityFromSamples(
  samples: ArrayLike<number>,
  options: SampleOptions,
): Capability {
  const fn = 'capabilityFromSamples';
  const {
    unit,
    better = 'lower',
    deviations = false,
  } = check(fn, optionsSchema, options, 'options');
  const sorted = checkedCopy(fn, samples, deviations).sort();
  const n = sorted.length;
  return {
    unit,
    better,
    n,
    ...(better === 'lower' ? fromBelow(sorted) : fromAbove(sorted)),
    mean: () => sorted.reduce((sum, sample) => sum + sample, 0) / n,
  };
}

type Answers = Omit<Capability, 'unit' | 'better' | 'n' | 'mean'>;

/** Lower is better: a promise is kept by the samples up to it. */
function fromBelow(sorted: Float64Array): Answers {
  const n = sorted.length;
  const kept = (t: number) => countUpTo(sorted, t);
  const byRank = (rank: number) => sorted[rank - 1] as number;
  return {
    kept,
    byRank,
    chance: (t) => kept(t) / n,
    quantile: (p) => byRank(rankFor(n, p)),
    expectedMiss: (t) => {
      let sum = 0;
      for (let i = kept(t); i < n; i++) sum += (sorted[i] as number) - t;
      return sum / n;
    },
  };
}

/** Higher is better: the same on the mirrored samples. */
function fromAbove(sorted: Float64Array): Answers {
  const mirrored = fromBelow(sorted.map((sample) => -sample).reverse());
  return {
    kept: (t) => mirrored.kept(-t),
    byRank: (rank) => -mirrored.byRank(rank),
    chance: (t) => mirrored.chance(-t),
    quantile: (p) => -mirrored.quantile(p),
    expectedMiss: (t) => mirrored.expectedMiss(-t),
  };
}

/** The smallest k with k / n >= p, compared as a division so that n p cannot overshoot. */
function rankFor(n: number, p: number): number {
  const at = { function: 'capability.quantile', path: 'p', value: p };
  if (!(p >= 0 && p <= 1)) {
    throw new InvalidInputError('out-of-range', at, 'a probability from 0 to 1');
  }
  let rank = Math.max(1, Math.ceil(n * p));
  while (rank > 1 && (rank - 1) / n >= p) rank--;
  while (rank < n && rank / n < p) rank++;
  return rank;
}

function checkedCopy(fn: string, samples: ArrayLike<number>, deviations: boolean): Float64Array {
  const length: unknown = typeof samples === 'object' && samples !== null ? samples.length : null;
  if (!Number.isSafeInteger(length) || (length as number) < 0) {
    const at = { function: fn, path: 'samples', value: samples };
    throw new InvalidInputError('wrong-type', at, 'an array of numbers');
  }
  if (samples.length === 0) {
    const at = { function: fn, path: 'samples' };
    throw new NotEnoughDataError(at, { needed: 1, available: 0 }, 'a capability');
  }
  const copy = new Float64Array(samples.length);
  for (let i = 0; i < copy.length; i++) {
    const sample = samples[i] as number;
    if (
      !(sample > -Infinity && sample < Infinity) ||
      typeof sample !== 'number' ||
      (sample < 0 && !deviations)
    ) {
      throw new InvalidInputError(
        typeof sample === 'number' ? 'out-of-range' : 'wrong-type',
        { function: fn, path: `samples[${i}]`, value: sample },
        deviations
          ? 'a finite number'
          : 'a finite number of at least 0 (for deviations from an appointment, deviations: true)',
      );
    }
    copy[i] = sample;
  }
  return copy;
}
