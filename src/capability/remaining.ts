import { notIdentified, refuse } from '../input/refusal';
import { atLeast, justAbove } from '../numerics/nearly';
import type { Better } from './capability';
import { checkAmount } from './checks';
import type { Outcomes } from './outcomes';

/** X - elapsed, given X > elapsed. */
export function remainingOutcomes(better: Better, outcomes: Outcomes, elapsed: number): Outcomes {
  checkAmount('elapsed', elapsed);
  const { identified, identifiedFrom = 0 } = outcomes;
  const gone = outcomes.chance(elapsed);
  const left = 1 - gone;
  if (better === 'higher' || atLeast(gone, 1)) {
    const time = 'a time that some outcome exceeds';
    refuse('elapsed', elapsed, better === 'higher' ? 'times; a level is not under way' : time);
  }
  if (!atLeast(gone, identifiedFrom)) {
    notIdentified('elapsed', gone, identified, identifiedFrom);
  }
  if (outcomes.remaining) return outcomes.remaining(elapsed);
  const chance = (x: number) =>
    x < 0 ? 0 : Math.max(0, (outcomes.chance(elapsed + x) - gone) / left);
  const quantileAt = (p: number) =>
    Math.max(0, outcomes.quantile(Math.min(p, identified)) - elapsed);
  return {
    identified: identified === 1 ? 1 : (identified - gone) / left,
    chance,
    quantile(p) {
      const x = quantileAt(gone + p * left);
      // The least outcome to come, not the last that is gone.
      return x > 0 ? x : quantileAt(justAbove(justAbove(gone)));
    },
    mean: () => outcomes.excess(elapsed) / left,
    excess: (x) =>
      x < 0 ? outcomes.excess(elapsed) / left - x : outcomes.excess(elapsed + x) / left,
  };
}
