import type { Capability } from '../capability/capability';
import { goneBy } from '../capability/days-gone-by';
import { readCapability } from '../capability/input';
import { atLeast } from '../numerics/nearly';
import { chanceKept } from './chance-kept';
import type { ChanceKept } from './promise-plan';

/**
 * A chance this small is mostly rounding, and cannot be divided further into shares: as 1 less a chance near 1 it is
 * right to 1e-16, so that of what is smaller fewer than five digits are.
 */
const roundedOff = 1e-11;

/**
 * The capability of what has taken `elapsed` already, counted from its start: `remaining` moved back by it, with
 * the ranks of the observations that lasted longer, since the next one is like any of these. Null where none has, as
 * far as numbers can tell.
 */
export function lasting(capability: Capability, elapsed: number): Capability | null {
  const past = goneBy(capability.unit, elapsed);
  if (1 - capability.chance(past) < roundedOff) return null;
  const left = readCapability('capability', capability.remaining(elapsed));
  const { ranks } = capability;
  const { chanceInterval } = left;
  const gone = ranks?.kept(past) ?? 0;
  return {
    ...left,
    deviations: capability.deviations,
    quantile: (p) => elapsed + left.quantile(p),
    chance: (t) => left.chance(t - elapsed),
    expectedOvershoot: (t) => left.expectedOvershoot(t - elapsed),
    ...(chanceInterval && { chanceInterval: (t) => chanceInterval(t - elapsed) }),
    ranks: ranks && {
      n: ranks.n - gone,
      kept: (t) => Math.max(0, ranks.kept(t) - gone),
      byRank: (rank) => ranks.byRank(gone + rank),
    },
  };
}

/** Whether the time promised is over; a business day is when it has ended. */
export const isOverdue = ({ unit }: Capability, promised: number, elapsed: number): boolean =>
  atLeast(goneBy(unit, elapsed), promised);

/** The chance that what has taken `elapsed` keeps its promise; null where nothing has taken so long. */
export function chanceAfter(
  capability: Capability,
  promised: number,
  elapsed: number,
): ChanceKept | null {
  if (isOverdue(capability, promised, elapsed)) return { estimate: 0, low: 0, high: 0 };
  const lasted = lasting(capability, elapsed);
  return lasted && chanceKept(lasted, promised);
}
