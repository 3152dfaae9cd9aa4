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
  unit: z.string('a unit such as minutes').check(z.minLength(1, 'a unit such as minutes')),
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
 * kitchen.expectedOvershoot(45); // => 1.8
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
  // Levels are turned, so that lower is better in what follows; adding 0 turns -0 back into 0.
  const sign = better === 'lower' ? 1 : -1;
  const sorted = checkedCopy(fn, samples, deviations)
    .map((sample) => sign * sample)
    .sort();
  const n = sorted.length;
  const kept = (t: number, asked: string) =>
    countUpTo(sorted, sign * check(`capability.${asked}`, z.number(), t, 't'));
  const byRank = (rank: number) => sign * (sorted[rank - 1] as number) + 0;
  return {
    kind: 'samples',
    unit,
    better,
    n,
    quantile: (p) => byRank(rankFor(n, check('capability.quantile', probabilitySchema, p, 'p'))),
    chance: (t) => kept(t, 'chance') / n,
    mean: () => sign * (sorted.reduce((sum, x) => sum + x, 0) / n) + 0,
    expectedOvershoot(t) {
      let sum = 0;
      for (let i = kept(t, 'expectedOvershoot'); i < n; i++)
        sum += (sorted[i] as number) - sign * t;
      return sum / n;
    },
    ranks: {
      n,
      kept: (t) => kept(t, 'ranks.kept'),
      byRank(rank) {
        const text = `a whole number from 1 to ${n}`;
        const schema = z.int(text).check(z.gte(1, text), z.lte(n, text));
        return byRank(check('capability.ranks.byRank', schema, rank, 'rank'));
      },
    },
  };
}

const probabilityText = 'a probability from 0 to 1';
const probabilitySchema = z
  .number(probabilityText)
  .check(z.gte(0, probabilityText), z.lte(1, probabilityText));

/** The smallest k with k / n >= p, compared as a division so that n p cannot overshoot. */
function rankFor(n: number, p: number): number {
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
