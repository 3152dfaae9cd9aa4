import { bisect } from '../numerics/bisect';
import { atLeast, justBelow } from '../numerics/nearly';
import { type Distribution, type MixedPart, valueNear } from './distribution';

/** One of several distributions, each with its weight. */
export function mixtureDistribution(parts: readonly MixedPart[]): Distribution {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (answer: (of: Distribution) => number) =>
    parts.reduce((sum, { distribution, weight }) => sum + weight * answer(distribution), 0) / total;
  const chance = (x: number) => mean((of) => of.chance(x));
  // Known up to where the first of the parts is no longer known, and from where all are.
  let end = Infinity;
  let start = -Infinity;
  for (const { distribution } of parts) {
    const { identified, identifiedFrom = 0, quantile } = distribution;
    // Of what remains at times nothing is known, but that it is not below 0.
    if (identified < 1) end = Math.min(end, identified > 0 ? quantile(identified) : 0);
    if (identifiedFrom > 0) start = Math.max(start, quantile(identifiedFrom));
  }
  return {
    identified: end < Infinity ? chance(end) : 1,
    identifiedFrom: start > -Infinity ? chance(start) : 0,
    chance,
    quantile(p) {
      // Between the least and the greatest of the parts' own, or the end where one does not reach p.
      const own = parts
        .map(({ distribution }) => distribution)
        .filter(
          ({ identified, identifiedFrom = 0 }) =>
            identified > 0 && p >= identifiedFrom && atLeast(identified, p),
        )
        .map((distribution) => distribution.quantile(p));
      const low = start > -Infinity ? start : own.reduce((a, b) => Math.min(a, b), end);
      const reached = parts.every(({ distribution }) => atLeast(distribution.identified, p));
      const high = reached ? Math.min(end, greatest(own, low)) : end;
      if (atLeast(chance(low), p)) return low;
      const found = bisect((x) => chance(x) - justBelow(p), low, high);
      return found === null
        ? high
        : greatest(parts.map(({ distribution }) => valueNear(distribution, found)));
    },
    mean: () => mean((of) => of.mean()),
    excess: (x) => mean((of) => of.excess(x)),
    mixture: { parts, mix: mixtureDistribution },
  };
}

const greatest = (numbers: readonly number[], least = -Infinity) =>
  numbers.reduce((a, b) => Math.max(a, b), least);
