import type { Capability } from '../capability/capability';
import { limits } from '../input/limits';
import { atLeast, slack } from '../numerics/nearly';
import { justBetter } from './just-better';

/** How far beyond a step the next one is asked for: a share that rounding cannot bridge. */
export const beyondStep = 4 * slack;
/** What has a greater chance than this by itself is a step. */
const leastStep = 1e-9;
/** So many places tell whether all that may happen lies on steps. */
const probes = 8;

/**
 * The shares from `from` to `to` that can be left out on the better side, ascending, where all that may happen lies on
 * steps, as weighted observations do and those of which some are under way; null where it does not.
 */
export function stepsOf(capability: Capability, from: number, to: number): Float64Array | null {
  const { quantile, chance, identified } = capability;
  for (let i = 0; i < probes; i++) {
    const x = quantile(from + ((identified - from) * (i + 0.5)) / probes);
    if (!(chance(x) - chance(justBetter(capability, x)) > leastStep)) return null;
  }
  const shares = [from];
  for (let share = from; shares.length <= limits.column; ) {
    const next = chance(quantile(Math.min(identified, share + beyondStep)));
    if (!(next > share + beyondStep)) return null;
    if (!atLeast(to, next, 1)) return Float64Array.from(shares);
    shares.push(next);
    share = next;
  }
  return null;
}
