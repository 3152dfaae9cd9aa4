import { justBelow } from '../numerics/nearly';
import type { Outcomes } from './outcomes';

/**
 * The outcome that x is up to rounding, x itself where there is none: a search for where chances jump ends where an
 * outcome begins to count, a touch below it.
 */
export function outcomeAt(
  {
    chance,
    quantile,
    identified,
    identifiedFrom = 0,
  }: Pick<Outcomes, 'chance' | 'quantile' | 'identified' | 'identifiedFrom'>,
  x: number,
): number {
  const p = Math.min(identified, chance(x));
  return p > identifiedFrom ? Math.max(x, quantile(Math.max(identifiedFrom, justBelow(p)))) : x;
}
