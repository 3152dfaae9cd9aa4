import type { Capability } from '../capability/capability';
import { isOverdeliverError } from '../input/errors';
import { atLeast } from '../numerics/nearly';
import type { Guarantee } from './promise-plan';
import { quantileOf } from './quote-for';
import { type Held, type WindowEnds, windowByRank } from './window-ranks';
import { chosenBy } from './window-shape';

/** The ends of a window: that which few observations better, and that which few miss. */
export function windowEnds(capability: Capability, held: Held, bestEffort: boolean): WindowEnds {
  const { ranks, n } = capability;
  if (ranks !== null) return windowByRank(ranks, held, bestEffort);
  const [early, within] = sharesOf(capability, held);
  const guarantee: Guarantee = { kind: 'none', reason: 'no-ranks', n, needed: null };
  const [best, worst] = [quantileOf(capability, early), quantileOf(capability, within)];
  return { best, worst, guarantee, core: null };
}

/** The probabilities of the ends. */
function sharesOf(
  capability: Capability,
  { keepRate, sides, shape }: Held,
): readonly [early: number, within: number] {
  if (sides) return [sides.early, 1 - sides.late];
  if (!shape) return [(1 - keepRate) / 2, (1 + keepRate) / 2];
  const { identified, identifiedFrom: from } = capability;
  const to = identified - keepRate;
  // Refused where no window is known that holds so much.
  if (!atLeast(to, from, 1)) quantileOf(capability, from + keepRate);
  const width = (share: number) => {
    try {
      return Math.abs(quantileOf(capability, share + keepRate) - quantileOf(capability, share));
    } catch (error) {
      // An end at infinity.
      if (isOverdeliverError(error) && error.code === 'out-of-range') return Infinity;
      throw error;
    }
  };
  const early = chosenBy(shape, { from, to: Math.max(from, to), step: 0, width });
  return [early, early + keepRate];
}
