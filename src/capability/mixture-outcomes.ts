import { bisect } from '../numerics/bisect';
import { atLeast, justBelow } from '../numerics/nearly';
import { outcomeAt } from './outcome-at';
import type { Outcomes } from './outcomes';
import { remainingOutcomes } from './remaining';

/** Outcomes that are one of several, each with its weight. */
export function mixtureOutcomes(
  parts: readonly { readonly outcomes: Outcomes; readonly weight: number }[],
): Outcomes {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (answer: (outcomes: Outcomes) => number) =>
    parts.reduce((sum, { outcomes, weight }) => sum + weight * answer(outcomes), 0) / total;
  const chance = (x: number) => mean((outcomes) => outcomes.chance(x));
  // Known up to where the first of the parts is no longer known, and from where all are.
  let end = Infinity;
  let start = -Infinity;
  for (const { outcomes } of parts) {
    const { identified, identifiedFrom = 0 } = outcomes;
    // Of what remains at times nothing is known, but that it is not below 0.
    if (identified < 1) end = Math.min(end, identified > 0 ? outcomes.quantile(identified) : 0);
    if (identifiedFrom > 0) start = Math.max(start, outcomes.quantile(identifiedFrom));
  }
  return {
    identified: end < Infinity ? chance(end) : 1,
    identifiedFrom: start > -Infinity ? chance(start) : 0,
    chance,
    quantile(p) {
      // Between the least and the greatest of the parts' own, or the end where one does not reach p.
      const own = parts
        .map(({ outcomes }) => outcomes)
        .filter(
          ({ identified, identifiedFrom = 0 }) =>
            identified > 0 && p >= identifiedFrom && atLeast(identified, p),
        )
        .map((outcomes) => outcomes.quantile(p));
      const low = start > -Infinity ? start : own.reduce((a, b) => Math.min(a, b), end);
      const reached = parts.every(({ outcomes }) => atLeast(outcomes.identified, p));
      const high = reached ? Math.min(end, greatest(own, low)) : end;
      if (!(low < high) || low === -Infinity || atLeast(chance(low), p)) return low;
      const found = high < Infinity ? bisect((x) => chance(x) - justBelow(p), low, high) : null;
      return found === null
        ? high
        : greatest(parts.map(({ outcomes }) => outcomeAt(outcomes, found)));
    },
    mean: () => mean((outcomes) => outcomes.mean()),
    excess: (x) => mean((outcomes) => outcomes.excess(x)),
    // Part by part, so that what is left of a light one does not drown in what is gone of a heavy one.
    remaining: (elapsed) =>
      mixtureOutcomes(
        parts
          .map(({ outcomes, weight }) => ({ outcomes, weight, gone: outcomes.chance(elapsed) }))
          .filter(({ gone }) => !atLeast(gone, 1))
          .map(({ outcomes, weight, gone }) => ({
            outcomes: remainingOutcomes('lower', outcomes, elapsed),
            weight: weight * (1 - gone),
          })),
      ),
  };
}

const greatest = (numbers: readonly number[], least = -Infinity) =>
  numbers.reduce((a, b) => Math.max(a, b), least);
