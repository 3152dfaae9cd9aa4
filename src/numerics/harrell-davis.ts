import { betaCdf } from './beta';

/**
 * The p-quantile as a weighted mean of all the ascending numbers, at least one: the i-th of n weighs
 * I_{i/n}(a, b) - I_{(i-1)/n}(a, b) with a = p (n + 1), b = (1 - p) (n + 1) (Harrell and Davis 1982). The
 * weights beyond a remaining 1e-18 on either side are not worked out: some 18 sqrt(p (1 - p) n) of them are.
 */
export function harrellDavis(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  const a = p * (n + 1);
  const b = (1 - p) * (n + 1);
  if (!(a > 1e-18)) return sorted[0] as number;
  if (!(b > 1e-18)) return sorted[n - 1] as number;
  const middle = Math.min(n - 1, Math.floor(p * n));
  // Each side by its own tail, so that no small weight is the difference of two numbers near 1.
  const below = (steps: number) => betaCdf((middle - steps) / n, a, b);
  const above = (steps: number) => betaCdf((n - 1 - middle - steps) / n, b, a);
  return (
    (1 - below(0) - above(0)) * (sorted[middle] as number) +
    outwards(below, (steps) => sorted[middle - steps] as number) +
    outwards(above, (steps) => sorted[middle + steps] as number)
  );
}

/** The weighted numbers on one side: `tail` gives the weight beyond so many steps from the middle. */
function outwards(tail: (steps: number) => number, number: (steps: number) => number): number {
  let sum = 0;
  let left = tail(0);
  for (let steps = 1; left > 0; steps++) {
    const next = tail(steps);
    const rest = next > 1e-18 ? next : 0;
    sum += (left - rest) * number(steps);
    left = rest;
  }
  return sum;
}
