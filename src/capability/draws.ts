type Quantile = (p: number) => number;

/** What was drawn from quantiles that never change, by the stride, for as long as they are there; null before anything is. */
const drawn = new WeakMap<Quantile, Map<number, Float64Array> | null>();

/** Marks quantiles as those of a distribution that never changes. */
export function lasting(quantile: Quantile): Quantile {
  drawn.set(quantile, null);
  return quantile;
}

/** The probability of a case: the middle of its share where the stride is 1 / cases. */
export const placeOf = (i: number, stride: number) => ((i + 0.5) * stride) % 1;

/**
 * 1,000 cases that stand for what `quantile` says may happen, as `draw` asks it; not to be changed. They are drawn once
 * where that never changes.
 */
export function drawsOf(quantile: Quantile, stride: number, draw: Quantile): Float64Array {
  const known = drawn.get(quantile);
  const before = known?.get(stride);
  if (before !== undefined) return before;
  const draws = Float64Array.from({ length: cases }, (_, i) => draw(placeOf(i, stride)));
  if (known !== undefined) drawn.set(quantile, (known ?? new Map()).set(stride, draws));
  return draws;
}

/** How many cases stand for what may happen. */
export const cases = 1000;
