import type { Capability } from '../capability/capability';
import { signOf } from '../capability/distribution';
import { justAbove } from '../numerics/nearly';

/** A quantity, and the chance that it, or a better one, is delivered. */
export interface CurvePoint {
  readonly at: number;
  readonly chance: number;
}

/** A curve of a smooth capability has so many parts; a step counts once. */
const parts = 400;
/** Beyond these chances tails run on too far to be drawn. */
const least = 0.001;
const most = 0.999;
/** A step less than this is none. */
const slight = 1e-6;

/**
 * The chances of a capability over its quantities, from better to worse, as a line is drawn through them: where the chance
 * jumps, at an observation, the quantity comes twice.
 */
export function chanceCurve(
  { identified, identifiedFrom, better, quantile, chance }: Capability,
  chanceAt: (at: number) => number = chance,
): readonly CurvePoint[] {
  const sign = signOf(better);
  const last = Math.min(identified, most);
  const points: CurvePoint[] = [];
  let p = Math.min(last, Math.max(identifiedFrom, least));
  for (;;) {
    const at = quantile(p);
    // Just short of an observation, of one at 0 too.
    const short = 1e-9 * Math.abs(at) || Number.MIN_VALUE;
    const [before, after] = [chanceAt(at - sign * short), chanceAt(at)];
    if (after - before > slight) points.push({ at, chance: before });
    points.push({ at, chance: after });
    const reached = Math.max(p, chance(at));
    if (reached >= last) return points;
    p = Math.min(last, Math.max(justAbove(reached), p + 1 / parts));
  }
}
