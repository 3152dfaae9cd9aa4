import type { Capability } from '../capability/capability';
import { distributionOf } from '../capability/capability-of';
import { signOf, valueNear } from '../capability/distribution';
import { minimiseOn } from '../numerics/golden-section';
import { compare } from '../numerics/nearly';
import type { Earning } from './balance-top';
import { quantileOf } from './quote-for';

/** A quote for each half a percent of the range. */
const gridPoints = 201;
/** Beyond these quantiles the range is not searched: one promise in a thousand moves no profit that one could see. */
const least = 0.001;
/** As far from the other end. */
const most = 0.999;

/** What a search for the quote that earns most found. */
interface Found<Point> {
  readonly best: Point;
  /** The quotes of the grid, ascending. */
  readonly curve: readonly Point[];
  /** The range that was searched. */
  readonly from: number;
  readonly to: number;
}

/**
 * Searches the quote that earns most on a grid, whose best is refined between its neighbours, and on the observations
 * themselves, where they can be counted.
 */
export function searchBalance<Point extends Earning>(
  capability: Capability,
  pointAt: (quote: number) => Point,
): Found<Point> {
  const { from, to } = rangeOf(capability);
  const last = from === to ? 0 : gridPoints - 1;
  const curve = Array.from({ length: last + 1 }, (_, i) =>
    pointAt(i === last ? to : from + ((to - from) * i) / last),
  );
  const peak = curve.indexOf(bestOf(curve));
  const near = (i: number) => (curve[Math.min(last, Math.max(0, i))] as Point).quote;
  const loss = (quote: number) => -pointAt(quote).profit;
  // From its neighbours on the grid.
  const { x } = minimiseOn(loss, near(peak - 1), near(peak + 1), 3);
  const sign = signOf(capability.better);
  const refined = sign * valueNear(distributionOf(capability), sign * x);
  // Where refining gains nothing, an observation is the plainest answer, then a quote of the grid.
  const quotes = [near(peak), refined];
  const candidates = [...observationsOn(capability, from, to), ...quotes].map(pointAt);
  return { best: bestOf(candidates), curve, from, to };
}

/** The first of those that earn most; what rounding alone adds is no more. */
const bestOf = <Point extends Earning>(points: readonly Point[]) =>
  points.reduce((top, point) => (compare(point.profit, top.profit) > 0 ? point : top));

/** As many observations as the curve has quotes, evenly by rank; none where they cannot be counted. */
function observationsOn({ ranks }: Capability, from: number, to: number): readonly number[] {
  if (!ranks) return [];
  const count = Math.min(ranks.n, gridPoints);
  const spread = (ranks.n - 1) / Math.max(1, count - 1);
  const observations = Array.from({ length: count }, (_, i) =>
    ranks.byRank(1 + Math.round(i * spread)),
  );
  return [...new Set(observations)].filter(
    (observation) => observation >= from && observation <= to,
  );
}

/** The quotes that are searched, ascending. */
function rangeOf(capability: Capability): { readonly from: number; readonly to: number } {
  const { identified, identifiedFrom, better } = capability;
  const best = quantileOf(capability, Math.max(least, identifiedFrom));
  const worst = quantileOf(capability, Math.min(most, identified));
  return better === 'lower' ? { from: best, to: worst } : { from: worst, to: best };
}
