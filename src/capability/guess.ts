import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { Capability } from './capability';
import { numbersSchema, readCapability } from './input';
import { mixture } from './mixture';
import { fromSamples } from './samples';

/** How much a guess counts, and what has been seen since. */
export interface GuessOptions {
  /** How many observations the guess counts for, above 0: with as many real ones, both count alike. */
  readonly priorSize: number;
  /** The real observations so far, in the unit of the guess; may be empty. */
  readonly samples: ArrayLike<number>;
  /** Whether they are deviations from an appointment, which may lie below 0. */
  readonly deviations?: boolean | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    // Less could not be divided by.
    priorSize: z.number().check(z.gte(1e-300, 'a number of observations above 0')),
    samples: numbersSchema,
    deviations: z.optional(z.boolean()),
  }),
);

/**
 * What can be delivered when there is a guess and a few real observations, blended so that the guess fades:
 * `(n F + m G) / (n + m)`, F the observations, m the prior size and G the guess (Ferguson 1973).
 *
 * It has no ranks, so no plan on it carries a finite-sample guarantee; `n` is the number of real
 * observations, and while they are fewer than the prior size, the warning `few-observations` (or `no-observations`)
 * says so.
 *
 * @param guess such as `capabilityFromFamily` or {@link capabilityFromQuantiles} makes, known from end to end: the
 *   real observations would soon move what one wants to know beyond what an open one tells
 * @throws InvalidInputError `out-of-range` for a guess that is open at an end, a `priorSize` that is not above 0 or a
 *   sample below 0, with its place in the path
 * @example
 * ```ts
 * import { capabilityFromGuess } from 'overdeliver';
 * import { capabilityFromQuantiles } from 'overdeliver/capability';
 *
 * const points = [{ p: 0, value: 30 }, { p: 1, value: 60 }];
 * const guess = capabilityFromQuantiles(points, { unit: 'minutes' });
 * const kitchen = capabilityFromGuess(guess, { priorSize: 10, samples: [41, 52, 38, 47, 45] });
 * kitchen.chance(45); // => 0.5333
 * kitchen.warnings; // => [{ code: 'few-observations', detail: { observations: 5, priorSize: 10 } }]
 * ```
 */
export function capabilityFromGuess(guess: Capability, options: GuessOptions): Capability {
  return door('capabilityFromGuess', () => {
    readCapability('guess', guess);
    for (const [field, p] of [
      ['identifiedFrom', 0],
      ['identified', 1],
    ] as const) {
      const text = `${p}: a quantile at p = ${p}, or a family`;
      if (guess[field] !== p) refuse(`guess.${field}`, guess[field], text, 'out-of-range');
    }
    const { priorSize, samples, deviations } = read(optionsSchema, options, 'options');
    const { unit, better } = guess;
    const n = samples.length;
    const parts = [{ capability: guess, weight: priorSize }];
    if (n !== 0) {
      const real = { unit, better, deviations };
      const capability = fromSamples(samples, real, 'options.samples');
      parts.push({ capability, weight: n });
    }
    return mixture(parts, n, priorSize);
  });
}
