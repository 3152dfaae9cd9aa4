import { factorCholesky, invertCholesky } from '../numerics/cholesky';

/**
 * How log durations follow numbers of an order: the surge it met, which comes first, and the features that the caller
 * names. Sums of products are gathered as orders finish and slowly forgotten; from them slopes are drawn by ridge
 * regression.
 */
export interface Slopes {
  readonly names: string[];
  /** Numbers are taken from here on, so that large ones which hardly differ lose no digits. */
  readonly origins: number[];
  /** Sums of products of (1, numbers, log duration), in rows; the lower triangle. */
  sums: Float64Array;
  /** For each number: its mean and standard deviation, and the slope per standard deviation. */
  readonly means: number[];
  readonly spreads: number[];
  readonly slopes: number[];
  /** The last log duration, and the sum of products of neighbours: orders of one time go wrong together. */
  last: number;
  products: number;
}

/** The features of an order by name. */
export type Features = Readonly<Record<string, number>>;

export interface SlopeNumbers {
  /** The prior size of no slope at all, in orders. */
  readonly slopePriorSize: number;
  /** How log durations follow a surge before evidence, and the standard deviation of that. */
  readonly surgeSlope: number;
  readonly surgeSlopeSd: number;
  /** No surge is counted before so many orders finished. */
  readonly minOrders: number;
}

/** A number further from its mean, in standard deviations, counts as this far. */
export interface SlopeReach {
  readonly slopeReach: number;
}

export const noSlopes = (): Slopes => ({
  names: [],
  origins: [],
  /** Of 1 and of what is left: products of two by two. */
  sums: new Float64Array(4),
  means: [],
  spreads: [],
  slopes: [],
  last: 0,
  products: 0,
});

/** Takes up a number that was not known; until now it was at its first value. */
export function addName(slopes: Slopes, name: string, first: number): void {
  const old = slopes.sums;
  const size = slopes.names.length + 2;
  const place = (i: number) => (i === size - 1 ? size : i);
  slopes.sums = new Float64Array((size + 1) ** 2);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      slopes.sums[place(i) * (size + 1) + place(j)] = old[i * size + j] as number;
    }
  }
  slopes.names.push(name);
  slopes.origins.push(first);
  for (const column of [slopes.means, slopes.spreads, slopes.slopes]) column.push(0);
}

/** The features of an order in the order of their names, NaN for one not given; the surge is none of them. */
export function featuresIn({ names }: Slopes, given: Features): number[] {
  const row = new Array<number>(names.length - 1).fill(Number.NaN);
  for (const name of Object.keys(given)) {
    const place = names.indexOf(name, 1);
    if (place > 0) row[place - 1] = given[name] as number;
  }
  return row;
}

/** The same for an order that starts: names that are new are taken up. */
export function takeUp(slopes: Slopes, given: Features): readonly number[] {
  for (const name of Object.keys(given)) {
    if (slopes.names.indexOf(name, 1) < 0) addName(slopes, name, given[name] as number);
  }
  return featuresIn(slopes, given);
}

/** How far a number of an order lengthens its log duration; not at all where it is not given. */
export function shiftOf(
  { slopes, means, spreads, origins }: Slopes,
  i: number,
  x: number,
  { slopeReach }: SlopeReach,
): number {
  const spread = spreads[i] as number;
  if (Number.isNaN(x) || !(spread > 0)) return 0;
  const z = (x - (origins[i] as number) - (means[i] as number)) / spread;
  return (slopes[i] as number) * Math.max(-slopeReach, Math.min(slopeReach, z));
}

/** Learns from a finished order: its numbers (NaN for one not given) and its log duration, less what else explains. */
export function learnSlopes(
  slopes: Slopes,
  surge: number,
  features: readonly number[] | null,
  log: number,
  keep: number,
  reach: SlopeReach,
): void {
  const { sums, names } = slopes;
  slopes.products = slopes.products * keep + log * slopes.last;
  slopes.last = log;
  const row = [1, within(slopes, 0, surge, reach)];
  for (let i = 1; i < names.length; i++) {
    row.push(within(slopes, i, features?.[i - 1] ?? Number.NaN, reach));
  }
  row.push(log);
  const size = row.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * size + j;
      sums[at] = (sums[at] as number) * keep + (row[i] as number) * (row[j] as number);
    }
  }
}

/** A number from its origin on, no further from its mean than counts; its mean where it is not given. */
function within(
  { means, spreads, origins }: Slopes,
  i: number,
  x: number,
  { slopeReach }: SlopeReach,
): number {
  const mean = means[i] as number;
  if (Number.isNaN(x)) return mean;
  const from = x - (origins[i] as number);
  const most = slopeReach * (spreads[i] as number);
  return most > 0 ? Math.max(mean - most, Math.min(mean + most, from)) : from;
}

/** Draws the slopes from the sums; `together`: how many orders meet the same surge. */
export function drawSlopes(slopes: Slopes, numbers: SlopeNumbers, together: number): void {
  const { sums, names, means, spreads } = slopes;
  const [k, size] = [names.length, names.length + 2];
  const n = sums[0] as number;
  const about = (i: number, j: number) =>
    (sums[i * size + j] as number) - ((sums[i * size] as number) * (sums[j * size] as number)) / n;
  for (let i = 0; i < k; i++) {
    const variance = about(i + 1, i + 1) / n;
    means[i] = (sums[(i + 1) * size] as number) / n;
    // What hardly differs does so by rounding.
    spreads[i] = variance > 1e-12 * (means[i] as number) ** 2 ? Math.sqrt(variance) : 0;
  }
  const scaled = (i: number, product: number) => {
    const spread = spreads[i] as number;
    return spread > 0 ? product / spread : 0;
  };
  const matrix = new Float64Array(k * k);
  const b = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) matrix[i * k + j] = scaled(i, scaled(j, about(i + 1, j + 1)));
    matrix[i * k + i] = n + numbers.slopePriorSize;
    b[i] = scaled(i, about(size - 1, i + 1));
  }
  // A feature that others make up, to rounding, has no slope of its own: the slopes stay as they are.
  if (factorCholesky(matrix, k, 1e-9) < k) return;
  const inverse = invertCholesky(matrix, k);
  let left = about(size - 1, size - 1);
  const drawn: number[] = [];
  for (let i = 0; i < k; i++) {
    let slope = 0;
    for (let j = 0; j < k; j++) slope += (inverse[i * k + j] as number) * (b[j] as number);
    left -= slope * (b[i] as number);
    drawn.push(slope);
  }
  // Also what is left tells where a sum was no number.
  if (!Number.isFinite(left)) return;
  for (let i = 0; i < k; i++) slopes.slopes[i] = drawn[i] as number;
  const alike = Math.max(0, slopes.products / (sums[size * size - 1] as number)) || 0;
  const variance = (Math.max(0, left) / n) * (1 + (together - 1) * alike);
  slopes.slopes[0] =
    n < numbers.minOrders ? 0 : surgeSlopeOf(slopes, variance * (inverse[0] as number), numbers);
}

/**
 * The slope of the surge: the prior and the evidence, each by its precision. The evidence counts by how often it was
 * busy, not by how many orders met each such time.
 */
function surgeSlopeOf(
  { slopes, spreads }: Slopes,
  variance: number,
  { surgeSlope, surgeSlopeSd }: SlopeNumbers,
): number {
  const spread = spreads[0] as number;
  const prior = (surgeSlopeSd * spread) ** 2;
  const found = slopes[0] as number;
  return prior > 0
    ? found + ((surgeSlope * spread - found) * variance) / (variance + prior)
    : found;
}
