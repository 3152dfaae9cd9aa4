import { plus } from '../numerics/nearly';
import type { Distribution } from './distribution';

/** The sums of every number of one array with every number of another, ascending. */
export function sumsOf(a: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(a.length * b.length);
  let at = 0;
  for (const x of a) for (const y of b) sums[at++] = plus(x, y);
  return sums.sort();
}

/** The means of `count` slices of equal probability of ascending numbers; the numbers if there are no more. */
export function sliced(sorted: Float64Array, count: number): Float64Array {
  const n = sorted.length;
  if (n <= count) return sorted;
  return Float64Array.from({ length: count }, (_, slice) => {
    const from = (slice * n) / count;
    const to = ((slice + 1) * n) / count;
    let sum = 0;
    for (let i = Math.floor(from); i < to; i++) {
      sum += (sorted[i] as number) * (Math.min(to, i + 1) - Math.max(from, i));
    }
    return sum / (to - from);
  });
}

/**
 * The same of a distribution that answers two questions: between p and q lies the mean of the tail beyond p
 * less that of the tail beyond q, and the tail beyond p adds up to `E(X - x)+ + (1 - p) x` with x its
 * quantile (Rockafellar and Uryasev 2000).
 */
export function slicesOf(
  { quantile, excess, mean }: Pick<Distribution, 'quantile' | 'excess' | 'mean'>,
  count: number,
): Float64Array {
  const slices = new Float64Array(count);
  let beyond = mean();
  for (let slice = 0; slice < count; slice++) {
    const p = (slice + 1) / count;
    const x = p < 1 ? quantile(p) : 0;
    const rest = p < 1 ? excess(x) + (1 - p) * x : 0;
    slices[slice] = (beyond - rest) * count;
    beyond = rest;
  }
  return slices;
}
