import { bisect } from '../numerics/bisect';
import { justAbove } from '../numerics/nearly';
import { normalCdf } from '../numerics/normal';

/** A change of level between two runs of values. */
export interface Step {
  /** How many values come before it, at least 2, as come after. */
  readonly before: number;
  /** The weight of those before. */
  readonly weight: number;
  /** The standardised sum there: its square is what the step explains of the sum of squares. */
  readonly size: number;
  /** The level after it less the level before. */
  readonly shift: number;
}

/**
 * The best place for a step: where the cumulative sum of the values, each less its season's mean, is largest
 * in its standard deviations, `|S_k| / sqrt(sum W_gk (W_g - W_gk) / W_g)` with W_gk the weight of season g among
 * the first k. That is the step of least squares; without seasons the sum of Page, standardised (Hawkins 1977).
 *
 * @param order which value stands at each place
 * @param seasonOf the season of each place, counted from 0
 * @param totals the weight of each season
 */
export function bestStep(
  centred: Float64Array,
  weights: Float64Array,
  order: Uint32Array,
  seasonOf: Uint32Array,
  totals: Float64Array,
): Step {
  const n = centred.length;
  const seen = new Float64Array(totals.length);
  let [sum, room, passed] = [0, 0, 0];
  let best: Step = { before: 2, weight: 0, size: 0, shift: 0 };
  for (let k = 1; k <= n - 2; k++) {
    const value = order[k - 1] as number;
    const weight = weights[value] as number;
    const season = seasonOf[k - 1] as number;
    const total = totals[season] as number;
    const had = seen[season] as number;
    passed += weight;
    sum += weight * (centred[value] as number);
    room += weight * (1 - (2 * had + weight) / total);
    seen[season] = had + weight;
    // Where every season lies to one side, rounding alone is left.
    if (k === 1 || room < 1e-9 * total) continue;
    const size = Math.abs(sum) / Math.sqrt(room);
    if (size > justAbove(best.size)) best = { before: k, weight: passed, size, shift: -sum / room };
  }
  return best;
}

/** Takes the weighted mean of each season out of values. */
export function centre(
  values: Float64Array,
  weights: Float64Array,
  seasons: readonly (readonly number[])[],
  totals: Float64Array,
): Float64Array {
  const centred = values.slice();
  seasons.forEach((places, g) => {
    let sum = 0;
    let [least, most] = [Infinity, -Infinity];
    for (const i of places) {
      sum += (weights[i] as number) * (values[i] as number);
      least = Math.min(least, values[i] as number);
      most = Math.max(most, values[i] as number);
    }
    // Within the values, whatever rounding makes of it, so that nothing is left of equal ones.
    const mean = Math.min(Math.max(sum / (totals[g] as number), least), most);
    for (const i of places) centred[i] = (values[i] as number) - mean;
  });
  return centred;
}

/** Puts the values of each season in random order among its places (Fisher and Yates). */
export function shuffleWithin(
  order: Uint32Array,
  seasons: readonly (readonly number[])[],
  next: () => number,
): void {
  for (const places of seasons) {
    for (let i = places.length - 1; i > 0; i--) {
      const from = places[i] as number;
      const to = places[Math.floor(next() * (i + 1))] as number;
      const moved = order[from] as number;
      order[from] = order[to] as number;
      order[to] = moved;
    }
  }
}

/** How many orders there are of the values of each season among its places. */
export function ordersOf(seasons: readonly (readonly number[])[]): number {
  let orders = 1;
  for (const { length } of seasons) for (let i = 2; i <= length; i++) orders *= i;
  return orders;
}

/** Visits every order of the values of each season among its places, and leaves them as they were. */
export function eachOrder(
  order: Uint32Array,
  seasons: readonly (readonly number[])[],
  visit: () => void,
  season = 0,
  from = 0,
): void {
  const places = seasons[season];
  if (places === undefined) visit();
  else if (from === places.length) eachOrder(order, seasons, visit, season + 1);
  else {
    const place = places[from] as number;
    const kept = order[place] as number;
    for (const other of places.slice(from)) {
      order[place] = order[other] as number;
      order[other] = kept;
      eachOrder(order, seasons, visit, season, from + 1);
      order[other] = order[place] as number;
    }
    order[place] = kept;
  }
}

/**
 * How far the true place lies from the best one at most, with this confidence, in units of variance / shift^2:
 * the quantile of the place where Brownian motion W(s) - |s| / 2 on both sides of 0 is highest (Yao 1987, Bai
 * 1997).
 */
export function placeSpan(confidence: number): number {
  const target = (1 + confidence) / 2;
  const upTo = (x: number) => {
    const root = Math.sqrt(x);
    return (
      1 +
      (root * Math.exp(-x / 8)) / Math.sqrt(2 * Math.PI) -
      ((x + 5) / 2) * normalCdf(-root / 2) +
      1.5 * Math.exp(x) * normalCdf(-1.5 * root)
    );
  };
  return bisect((x) => upTo(x) - target, 0, 600) as number;
}
