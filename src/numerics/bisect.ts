/**
 * Where f crosses 0 between low and high, by halving the bracket until no number lies between its ends, which takes less
 * than 200 steps; null when f has the same sign at both.
 */
export function bisect(f: (x: number) => number, low: number, high: number): number | null {
  let left = low;
  let right = high;
  const atLow = f(low);
  if (atLow === 0) return low;
  const rising = atLow < 0;
  const atHigh = f(high);
  if (!(rising ? atHigh >= 0 : atHigh <= 0)) return null;
  // A hundred halvings, and as many of magnitudes for a bracket that spans them.
  for (let step = 0; step < 200; step++) {
    const middle = step > 100 ? middleOf(left, right) : half(left, right);
    if (middle === left || middle === right) break;
    const value = f(middle);
    if (rising ? value < 0 : value > 0) left = middle;
    else right = middle;
  }
  return right;
}

/** The middle of a bracket; of one that is still so wide that it spans magnitudes, that of these. */
function middleOf(left: number, right: number): number {
  if (left < 0) return right > 0 ? 0 : -middleOf(-right, -left);
  const least = Math.max(left, Number.MIN_VALUE);
  // Up to a factor of 4 the halves are as good.
  return right > 4 * least ? Math.sqrt(least) * Math.sqrt(right) : half(left, right);
}

// Halved first, since the sum of the largest is no number.
const half = (left: number, right: number) => left / 2 + right / 2;
