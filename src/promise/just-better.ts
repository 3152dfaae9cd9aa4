import type { Capability } from '../capability/capability';
import { slack } from '../numerics/nearly';

/** Just better than the best end of a window, so that what lies on it counts. */
export function justBetter({ better }: Pick<Capability, 'better'>, best: number): number {
  // Twice, so that best is not what this is up to rounding.
  const hair = Math.max(2 * slack * Math.abs(best), Number.MIN_VALUE);
  return better === 'lower' ? best - hair : best + hair;
}
