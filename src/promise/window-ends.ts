import type { Capability } from '../capability/capability';
import { isOverdeliverError } from '../input/errors';
import { atLeast, slack } from '../numerics/nearly';
import { countUpTo } from '../numerics/sorted';
import type { Guarantee } from './promise-plan';
import { quantileOf } from './quote-for';
import { type Held, type WindowEnds, windowByRank } from './window-ranks';
import { chosenBy, type WindowShape } from './window-shape';
import { beyondStep, stepsOf } from './window-steps';

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
  return shaped(capability, keepRate, shape);
}

/** Those of a window that a shape chooses. */
function shaped(
  capability: Capability,
  keepRate: number,
  shape: WindowShape,
): readonly [early: number, within: number] {
  const { identified, identifiedFrom: from } = capability;
  const to = Math.max(from, identified - keepRate);
  // Refused where no window is known that holds so much.
  if (!atLeast(identified, from + keepRate, 1)) quantileOf(capability, from + keepRate);
  const steps = stepsOf(capability, from, to);
  const endsAt = (share: number): readonly [early: number, within: number] => {
    if (steps === null) return [share, share + keepRate];
    // What is left out up to a step are whole steps, and the window begins with the next one.
    const out = steps[Math.max(1, countUpTo(steps, share + slack)) - 1] as number;
    return [Math.min(identified, out + beyondStep), Math.min(identified, out + keepRate)];
  };
  const width = (share: number) => {
    const [early, within] = endsAt(share);
    try {
      return Math.abs(quantileOf(capability, within) - quantileOf(capability, early));
    } catch (error) {
      // An end at infinity.
      if (isOverdeliverError(error) && error.code === 'out-of-range') return Infinity;
      throw error;
    }
  };
  const choices = { from, to, step: 0, width };
  return endsAt(
    chosenBy(shape, steps === null ? choices : { ...choices, shares: Array.from(steps) }),
  );
}
