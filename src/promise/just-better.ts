import type { Capability } from '../capability/capability';
import { signOf } from '../capability/distribution';
import { slack } from '../numerics/nearly';

/** What lies within this share of a number may be that number: of what remains, rounding is that of the whole. */
const furthest = 1e-9;

/** Just better than the best end of a window, so that what lies on it counts: as near as chances tell the two apart. */
export function justBetter(
  capability: Pick<Capability, 'better' | 'chance'>,
  best: number,
): number {
  const kept = capability.chance(best);
  const sign = -signOf(capability.better);
  // Twice, so that best is not what this is up to rounding.
  let hair = Math.max(2 * slack * Math.abs(best), Number.MIN_VALUE);
  while (hair < furthest * Math.abs(best) && capability.chance(best + sign * hair) === kept) {
    hair *= 4;
  }
  return best + sign * hair;
}
