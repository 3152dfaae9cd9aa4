/** 1 / the golden ratio. */
const golden = 0.6180339887498949;

/**
 * Where f is least from low to high, and what it is there. Of `gridPoints` (at least 2) evenly spaced points,
 * both ends among them, the best is refined between its neighbours by 60 golden sections (Kiefer 1953), which
 * shrink that bracket to 3e-13 of its width. The valley must be wider than the grid is coarse; the answer is
 * the best point tried, so never worse than the grid. Near a smooth minimum x is as exact as f lets it, about
 * 1e-8 of it.
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
  return best;
}
