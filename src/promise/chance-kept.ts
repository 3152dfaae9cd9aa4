import type { Capability } from '../capability/capability';
import type { Ranks } from '../capability/distribution';
import { betaBound } from '../numerics/beta-interval';
import { atLeast, compare } from '../numerics/nearly';
import { answered } from './input';
import type { ChanceKept } from './promise-plan';

/** How many observations keep a promise; null where they are not counted. */
export const keptOf = ({ ranks }: Capability, promise: number): number | null =>
  ranks && keptIn(ranks, promise);

/** The chance that a promise is kept, with its interval where observations can be counted, or their curve has errors. */
export function chanceKept(
  capability: Capability,
  promise: number,
  kept = keptOf(capability, promise),
): ChanceKept {
  const { ranks, chance, chanceInterval } = capability;
  if (ranks && kept !== null) return chanceOf(kept, ranks.n);
  const estimate = answered('chance', chance(promise), 1);
  if (chanceInterval === undefined) return { estimate, low: null, high: null };
  const { low, high } = chanceInterval(promise);
  const bound = (x: number) => answered('chanceInterval', x, 1);
  return { estimate, low: bound(low), high: bound(high) };
}

/** That chance alone. */
export function estimateKept({ ranks, chance }: Capability, promise: number): number {
  return ranks ? keptIn(ranks, promise) / (ranks.n + 1) : answered('chance', chance(promise), 1);
}

/** How many observations keep a promise. */
export const keptIn = ({ kept, n }: Ranks, promise: number): number =>
  answered('ranks.kept', kept(promise), n);

/** The chance of being among the best `kept` of n and the next one, distributed as Beta(kept, n + 1 - kept). */
export function chanceOf(kept: number, n: number): ChanceKept {
  const broken = n + 1 - kept;
  return {
    estimate: kept / (n + 1),
    low: kept === 0 ? 0 : betaBound(kept, broken, -1),
    high: betaBound(Math.max(1, kept), broken, 1),
  };
}

/** By how much a broken promise is missed on average; null where none is, or where that is not identified. */
export function missOf(
  capability: Capability,
  promise: number,
  kept = keptOf(capability, promise),
): number | null {
  if (capability.identified < 1) return null;
  const n = capability.ranks?.n ?? 1;
  const broken = n - (kept ?? capability.chance(promise));
  if (compare(broken, 0, n) <= 0) return null;
  const miss = (capability.expectedOvershoot(promise) * n) / broken;
  return answered('expectedOvershoot', miss, Number.MAX_VALUE);
}

/** Whether a promise lies beyond what is known, so that its chance is at least what the capability says. */
export function isUnseen(capability: Capability, promise: number): boolean {
  const { identified, identifiedFrom, chance, quantile } = capability;
  if (identifiedFrom > 0 && !atLeast(chance(promise), identifiedFrom)) return true;
  if (identified === 1 || !atLeast(chance(promise), identified)) return false;
  return identified === 0 || compare(promise, quantile(identified)) !== 0;
}
