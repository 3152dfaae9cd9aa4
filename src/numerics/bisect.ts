/**
 * Where f crosses 0 between low and high, by halving the bracket until no number lies between its ends, 200
 * times at most; null when f has the same sign at both.
 */
export function bisect(f: (x: number) => number, low: number, high: number): number | null {
  let left = low;
  let right = high;
  const atLow = f(low);
  if (atLow === 0) return low;
  const rising = atLow < 0;
  const atHigh = f(high);
  if (!(rising ? atHigh >= 0 : atHigh <= 0)) return null;
  for (let step = 0; step < 200; step++) {
    // A bracket that is still so wide spans magnitudes: these are halved.
    const wide = step > 100 && left > 0 && right > 4 * left;
    const middle = wide ? Math.sqrt(left) * Math.sqrt(right) : left + (right - left) / 2;
    if (middle === left || middle === right) break;
    const value = f(middle);
    if (rising ? value < 0 : value > 0) left = middle;
    else right = middle;
  }
  return right;
}
