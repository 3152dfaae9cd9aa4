import { notIdentified, refuse } from '../input/refusal';
import { atLeast, justAbove } from '../numerics/nearly';
import type { Distribution, MixedPart } from './distribution';

/** How many of n observations finished later: counted by rank or by the curve; what was fitted or mixed rests on all. */
export function leftOf({ ranks, finishedAfter }: Distribution, n: number, past: number): number {
  return ranks ? ranks.n - ranks.kept(past) : (finishedAfter?.(past) ?? n);
}

/** The distribution of X - elapsed, given X > past: the time elapsed, or as much of it as is known to be exceeded. */
export function remainingDistribution(
  distribution: Distribution,
  elapsed: number,
  past = elapsed,
): Distribution {
  const { identified, identifiedFrom = 0, interval, ranks, finishedAfter, mixture } = distribution;
  const gone = distribution.chance(past);
  if (atLeast(gone, 1)) refuse('elapsed', elapsed, 'a time that some observation exceeds');
  if (!atLeast(gone, identifiedFrom)) {
    notIdentified('elapsed', gone, identified, identifiedFrom);
  }
  if (mixture) return mixture.mix(remainingParts(mixture.parts, elapsed, past));
  const left = 1 - gone;
  // The last double stands for all that lies beyond it.
  const after = (x: number) => Math.min(elapsed + x, Number.MAX_VALUE);
  const chance = (x: number) =>
    x < 0 ? 0 : Math.max(0, (distribution.chance(after(x)) - gone) / left);
  const quantileAt = (p: number) =>
    Math.max(0, distribution.quantile(Math.min(p, identified)) - elapsed);
  return {
    identified: (identified - gone) / left,
    chance,
    quantile(p) {
      const x = quantileAt(gone + p * left);
      // The least value to come, not the last that is gone.
      return x > 0 ? x : quantileAt(justAbove(justAbove(gone)));
    },
    mean: () => distribution.excess(elapsed) / left,
    finishedAfter: ranks
      ? (x) => ranks.n - ranks.kept(after(x))
      : finishedAfter && ((x) => finishedAfter(after(x))),
    interval: interval && ((x, more = past - elapsed) => interval(after(x), after(more))),
    excess: (x) =>
      x < 0 ? distribution.excess(elapsed) / left - x : distribution.excess(after(x)) / left,
  };
}

/** Part by part, so that what is left of a light one does not drown in what is gone of a heavy one. */
function remainingParts(parts: readonly MixedPart[], elapsed: number, past: number) {
  return parts.flatMap(({ distribution, weight }) => {
    const gone = distribution.chance(past);
    if (atLeast(gone, 1)) return [];
    const remaining = remainingDistribution(distribution, elapsed, past);
    return [{ distribution: remaining, weight: weight * (1 - gone) }];
  });
}
