import type { Capability } from '../capability/capability';
import { atLeast, slack } from '../numerics/nearly';

/** How far beyond a step the next one is asked for: a share that rounding cannot bridge. */
export const beyondStep = 4 * slack;
/** What has a greater chance than this by itself is a step. */
const leastStep = 1e-9;
/** Of more steps than this a grid misses next to nothing, and takes a tenth of a second less. */
const mostSteps = 10_000;

/**
 * The shares from `from` to `to` that can be left out on the better side, ascending, where all lie on steps, as of weighted
 * observations and those of which some are under way; null where they do not, or steps are many.
 */
export function stepsOf(capability: Capability, from: number, to: number): Float64Array | null {
  const { identified } = capability;
  const shares = [from];
  for (let share = from; shares.length <= mostSteps; ) {
    const x = capability.quantile(Math.min(identified, share + beyondStep));
    const next = capability.chance(x);
    // Where nothing is known to lie on steps chances grow by no more than was asked for.
    if (!(next - share > leastStep)) return null;
    if (!atLeast(to, next, 1)) return Float64Array.from(shares);
    shares.push(next);
    share = next;
  }
  return null;
}
