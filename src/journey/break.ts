import { door } from '../input/door';
import { read } from '../input/read';
import { atLeast } from '../numerics/nearly';
import { placesBelow } from '../numerics/places-that';
import { uniforms } from '../numerics/uniforms';
import { bestStep, centre, eachOrder, ordersOf, placeSpan, shuffleWithin } from './change-point';
import { breakSchema } from './input';
import { seriesSchema } from './input-series';
import { type Observation, type Series, seriesOf, type TrendOptions } from './series';

/** How sure to be, what comes round, and which chance to compare with. */
export interface BreakOptions extends TrendOptions {
  /** The seed of the random orders, a whole number from 0 on; 1 unless given. Without effect where all are taken. */
  readonly seed?: number | undefined;
}

/** The one place where the level of a series changed most. */
export interface LevelBreak {
  /** Whether the change is larger than chance makes it, at the confidence. */
  readonly found: boolean;
  /** How likely a change so large is when values come in any order. */
  readonly p: number;
  /** The first value of the new level. */
  readonly at: Date;
  /** The level changed after it and by `to`, with the confidence if there is one change. */
  readonly from: Date;
  /** The other end of the interval. */
  readonly to: Date;
  /** The mean before it, weighed by n, as if all seasons were on either side. */
  readonly before: number;
  /** The mean from it on, likewise. */
  readonly after: number;
  /** After less before. */
  readonly shift: number;
  /** Which describes the values better: a step there, or a straight line all along. In the latter case the date
   * says little. */
  readonly shape: 'step' | 'line';
}

// All orders of 8 values are few enough to be gone through; of more, so many give p to the third place.
const allOrders = 40_320;
const draws = 999;

/**
 * When did satisfaction change? The place where the standardised cumulative sum is furthest from 0, which is the
 * step of least squares; how sure that is, by the share of orders of the same values (within seasons) that show
 * as large a step, of all where they are 40,320 at most, as those of 8 values are, and of 999 random ones
 * otherwise; and the dates between which it lies (Bai 1997).
 *
 * It looks back on one change in a whole series, at least two values from either end: a series that fell and
 * rose again is to be taken in parts. Fewer than 8 values of one season never suffice at .95. To be told as values come in,
 * use `cusum` or `pageHinkley`.
 *
 * Autocorrelated values make p too small: with a correlation of .3 from one to the next, breaks are found in
 * 19% of series of 24 values without one. The dates hold the truth too rarely where a break is just large enough
 * to be found: at .95, in 82% for a shift of 1 standard deviation in 24 values, in 91% for 1.5, in 99% for 3
 * (simulated).
 *
 * @param series in any order, one value to a date
 * @throws what {@link trendOf} throws
 * @example
 * ```ts
 * import { breakOf } from 'overdeliver/journey';
 *
 * const scores = [78, 80, 79, 77, 79, 78, 71, 73, 70, 72, 72];
 * const series = scores.map((value, month) => ({ at: new Date(Date.UTC(2026, month, 1)), value }));
 * const { found, at, from, before, after } = breakOf(series);
 * found; // => true
 * at; // => 2026-07-01T00:00:00.000Z
 * from; // => 2026-05-01T00:00:00.000Z
 * [before, after]; // => [78.5, 71.6]
 * ```
 */
export function breakOf(series: readonly Observation[], options: BreakOptions = {}): LevelBreak {
  return door('breakOf', () => {
    const { season, confidence, seed } = read(breakSchema, options, 'options');
    return breakIn(seriesOf(read(seriesSchema, series, 'series'), season), confidence, seed);
  });
}

/** The break in a series that is read. */
export function breakIn(series: Series, confidence: number, seed: number): LevelBreak {
  const { values, weights, seasons, days, dates } = series;
  const n = values.length;
  const totals = new Float64Array(seasons.length);
  const seasonOf = new Uint32Array(n);
  seasons.forEach((places, g) => {
    for (const place of places) {
      seasonOf[place] = g;
      totals[g] = (totals[g] as number) + (weights[place] as number);
    }
  });
  const centred = centre(values, weights, seasons, totals);
  const order = placesBelow(n);
  const best = () => bestStep(centred, weights, order, seasonOf, totals);
  const { before: place, size, shift, weight } = best();
  const next = uniforms(seed);
  let [asLarge, orders] = [0, 0];
  const compare = () => {
    orders++;
    // Equal sums added up in another order differ in the last bits.
    if (atLeast(best().size, size)) asLarge++;
  };
  if (ordersOf(seasons) <= allOrders) {
    eachOrder(order, seasons, compare);
  } else {
    compare();
    for (let draw = 0; draw < draws; draw++) {
      shuffleWithin(order, seasons, next);
      compare();
    }
  }
  const p = asLarge / orders;
  const product = (a: Float64Array, b: Float64Array) =>
    weights.reduce((sum, w, i) => sum + w * (a[i] as number) * (b[i] as number), 0);
  const ones = weights.map(() => 1);
  const all = product(ones, ones);
  const before = (product(values, ones) - shift * (all - weight)) / all;
  const line = centre(days, weights, seasons, totals);
  // What neither step nor seasons explain, for the weight of an average value.
  const left =
    Math.max(0, product(centred, centred) - size ** 2) / Math.max(1, n - 1 - totals.length);
  const unit = shift ** 2 > 0 ? (left * n) / all / shift ** 2 : Infinity;
  const off = Math.min(n, Math.floor(placeSpan(confidence) * unit) + 1);
  return {
    found: atLeast(1 - confidence, p),
    p,
    at: dates[place] as Date,
    from: dates[Math.max(0, place - 1 - off)] as Date,
    to: dates[Math.min(n - 1, place + off)] as Date,
    before,
    after: before + shift,
    shift,
    shape: atLeast(size ** 2 * product(line, line), product(line, centred) ** 2) ? 'step' : 'line',
  };
}
