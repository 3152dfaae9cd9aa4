import type { Interval } from '../core/interval';
import { atLeast } from '../numerics/nearly';

/** The quotes that earn nearly as much as the best, ends included: from the least to the greatest of them. */
export interface NearBest extends Interval {
  /** One range, or several where some of the quotes between earn less; ascending. */
  readonly ranges: readonly Interval[];
}

/** A quote, and what it earns. */
export interface Earning {
  readonly quote: number;
  readonly profit: number;
}

/** How often the place of an end is halved: to less than a two-hundredth of the distance between two points. */
const halvings = 8;

/**
 * The quotes whose profit falls short of the best by no more than a share of it, as far as the points of a curve tell, in
 * ascending order; the best is among them. An end is sought between a point that earns as much and one that does not, and
 * earns as much itself.
 */
export function nearBest(
  points: readonly Earning[],
  best: Earning,
  share: number,
  profitAt: (quote: number) => number,
): NearBest {
  const least = best.profit - share * Math.abs(best.profit);
  const isNear = (profit: number) => atLeast(profit, least);
  const endBetween = (inside: number, outside: number) => {
    let [near, far] = [inside, outside];
    for (let i = 0; i < halvings; i++) {
      const middle = near + (far - near) / 2;
      if (isNear(profitAt(middle))) near = middle;
      else far = middle;
    }
    return near;
  };
  const ranges: Interval[] = [];
  let low: number | null = null;
  points.forEach(({ quote, profit }, i) => {
    const before = points[i - 1];
    const near = isNear(profit);
    if (near && low === null) low = before ? endBetween(quote, before.quote) : quote;
    if (!near && low !== null && before) {
      ranges.push({ low, high: endBetween(before.quote, quote) });
      low = null;
    }
  });
  const last = points.at(-1) ?? best;
  if (low !== null) ranges.push({ low, high: last.quote });
  return { low: ranges[0]?.low ?? best.quote, high: ranges.at(-1)?.high ?? best.quote, ranges };
}
