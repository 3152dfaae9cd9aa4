/** 1 / the golden ratio. */
const golden = 0.6180339887498949;

/**
 * Where f is least from low to high, and what it is there. Of `gridPoints` (at least 2) evenly spaced points,
 * both ends among them, the best is refined between its neighbours by golden sections (Kiefer 1953): 60, which
 * shrink that bracket to 3e-13 of its width. The valley must be wider than the grid is coarse; the answer is
 * never worse than the grid. Near a smooth minimum values tell x to 1e-8 of it alone, so a last step goes to where
 * the slope is 0, unless that is higher.
 */
export function minimiseOn(
  f: (x: number) => number,
  low: number,
  high: number,
  gridPoints: number,
): { readonly x: number; readonly value: number } {
  const last = gridPoints - 1;
  const gridAt = (i: number) => (i === last ? high : low + ((high - low) * i) / last);
  let best = { x: low, value: Infinity };
  let bestAt = 0;
  const tried = (x: number) => {
    const value = f(x);
    if (value < best.value) best = { x, value };
    return value;
  };
  for (let i = 0; i <= last; i++) {
    tried(gridAt(i));
    if (best.x === gridAt(i)) bestAt = i;
  }
  let left = gridAt(Math.max(0, bestAt - 1));
  let right = gridAt(Math.min(last, bestAt + 1));
  const width = right - left;
  let inLeft = right - golden * (right - left);
  let inRight = left + golden * (right - left);
  let atLeft = tried(inLeft);
  let atRight = tried(inRight);
  for (let step = 0; step < 60; step++) {
    if (atLeft <= atRight) {
      right = inRight;
      inRight = inLeft;
      atRight = atLeft;
      inLeft = right - golden * (right - left);
      atLeft = tried(inLeft);
    } else {
      left = inLeft;
      inLeft = inRight;
      atLeft = atRight;
      inRight = left + golden * (right - left);
      atRight = tried(inRight);
    }
  }
  const h = width / 16;
  if (best.x - 2 * h < low || best.x + 2 * h > high) return best;
  const near = settled(f, best, h / 16);
  const far = settled(f, best, h);
  // Wide differences hide rounding best, where f bends no more than they can follow.
  const x = Math.abs(far - near) < 1e-8 * width ? far : near;
  const value = f(x);
  return value <= best.value + rounding * Math.abs(best.value) ? { x, value } : best;
}

/** By what share one value may differ when it is reached in two ways. */
const rounding = 1e-12;

/**
 * Newton's step to where the slope is 0, from differences of five points (Abramowitz & Stegun 1964, 25.3; the slope to
 * the fourth order), which tell it to 1e-11 or so where values alone tell 1e-8; x itself where f does not curve
 * upwards.
 */
function settled(
  f: (x: number) => number,
  { x, value }: { readonly x: number; readonly value: number },
  h: number,
): number {
  const [before, after] = [f(x - h), f(x + h)];
  const [first, last] = [f(x - 2 * h), f(x + 2 * h)];
  const slope = 8 * (after - before) - (last - first);
  const bend = 16 * (after - value - (value - before)) - (last - value - (value - first));
  return bend > 0 ? x - (h * slope) / bend : x;
}
