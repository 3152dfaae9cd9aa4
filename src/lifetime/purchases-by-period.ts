import { interpolated } from '../numerics/interpolated';
import { purchasesWhileAlive } from './bg-nbd';

/** So many points carry a stretch of the curve to its last digits, a stretch so long where r is small. */
const points = 24;
const longest = 2;

/**
 * The purchases expected up to the end of each period from someone alive. The sum takes as long as the time it is
 * asked about, so where periods are many the curve is read off some of its points: over the logarithm of `alpha + t` it
 * is smooth, in shorter stretches the greater r is.
 */
export function purchasesByPeriod(
  values: readonly number[],
  length: number,
  periods: number,
): Float64Array {
  const [r, alpha] = values as [number, number];
  const place = (period: number) => Math.log1p((period * length) / alpha);
  const curve = (at: number) => purchasesWhileAlive(values, alpha * Math.expm1(at));
  // The greater r, the sooner it bends.
  const stretch = longest / (1 + r / 4);
  const upTo = new Float64Array(periods + 1);
  for (let from = 0; from < periods; ) {
    const end = (alpha * Math.expm1(place(from) + stretch)) / length;
    const to = Math.min(periods, Math.max(from + 1, Math.floor(end)));
    const read = to - from > points ? interpolated(curve, place(from), place(to), points) : null;
    for (let i = from + 1; i <= to; i++) {
      upTo[i] = read === null ? purchasesWhileAlive(values, i * length) : read(place(i));
    }
    from = to;
  }
  return upTo.subarray(1);
}
