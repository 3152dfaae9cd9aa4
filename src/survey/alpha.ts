import type { Interval } from '../core/interval';
import { fisherQuantile } from '../numerics/fisher';
import { compare } from '../numerics/nearly';
import { momentsOf } from './mean';
import type { Wanted } from './parameters';

/** How consistently items that are meant to measure one thing are answered, with the interval of Feldt (1965). */
export interface Reliability extends Interval<number | null> {
  /** Cronbach's alpha, at most 1; null for fewer than two items or `leastAnswers` respondents, or if all agree. */
  readonly alpha: number | null;
  /** The respondents who answered every item: only they are counted. */
  readonly n: number;
  /** How many items it is over. */
  readonly items: number;
}

/**
 * Alpha = k / (k - 1) (1 - sum of item variances / variance of the sum) (Cronbach 1951), with the interval of
 * Feldt (1965): (1 - alpha) / (1 - estimate) follows F with n - 1 and (n - 1)(k - 1) degrees of freedom.
 *
 * @param columns one for each item, with the answers of the same respondents
 */
export function alphaOf(
  columns: readonly Float64Array[],
  { confidence, leastAnswers }: Wanted,
): Reliability {
  const items = columns.length;
  const n = columns[0]?.length ?? 0;
  const none = { alpha: null, low: null, high: null, n, items };
  if (items < 2 || n < Math.max(2, leastAnswers)) return none;
  const sums = new Float64Array(n);
  let apart = 0;
  for (const column of columns) {
    for (let r = 0; r < n; r++) (sums[r] as number) += column[r] as number;
    apart += momentsOf(column).squares;
  }
  const together = momentsOf(sums).squares;
  // Rounding aside, the answers cancel or are all the same.
  if (compare(together, 0, apart) <= 0) return none;
  const unlike = 1 - (items / (items - 1)) * (1 - apart / together);
  const end = (p: number) => 1 - unlike * fisherQuantile(p, n - 1, (n - 1) * (items - 1));
  const tail = (1 - confidence) / 2;
  return { alpha: 1 - unlike, low: end(1 - tail), high: end(tail), n, items };
}

/** The same of the respondents who answered every item. */
export function alphaOfWhole(
  columns: readonly (readonly (number | null | undefined)[])[],
  wanted: Wanted,
): Reliability {
  const whole = (columns[0] ?? []).map((_, r) => columns.every((column) => column[r] != null));
  return alphaOf(
    columns.map((column) => Float64Array.from(column.filter((_, r) => whole[r]) as number[])),
    wanted,
  );
}
