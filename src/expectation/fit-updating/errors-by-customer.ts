import type { Maximum } from '../../numerics/maximise';
import type { Axis } from './axes';
import { byPlaces, type Held, type LogLikelihoods, reach } from './climb';

interface Climbed<Name extends string> {
  readonly free: readonly Axis<Name>[];
  readonly held: Held<Name>;
  readonly top: Maximum;
}

/**
 * Standard errors on the places, robust and by customer: `C S C`, where C is the inverse of the curvature and S the squared slopes
 * summed by customer (White 1982, Econometrica 50, 10.2307/1912526). They hold where the model's account of the noise does not. NaN
 * where the climb did not end on a summit.
 */
export function errorsByCustomer<Name extends string>(
  likelihoods: LogLikelihoods<Name>,
  { free, held, top }: Climbed<Name>,
): readonly number[] {
  const { covariance, at } = top;
  if (covariance === null) return free.map(() => Number.NaN);
  const each = byPlaces(likelihoods, free, held);
  const near = (i: number, steps: number) =>
    each(at.map((place, j) => (i === j ? place + steps * reach : place)));
  const slopes = free.map((_, i) => {
    const [first, before, after, last] = [near(i, -2), near(i, -1), near(i, 1), near(i, 2)];
    const between = (one: Float64Array, other: Float64Array, c: number) =>
      (other[c] as number) - (one[c] as number);
    return after.map(
      (_, c) => (8 * between(before, after, c) - between(first, last, c)) / (12 * reach),
    );
  });
  const customers = slopes[0]?.length ?? 0;
  const size = free.length;
  // The squared length of each row of C times the slopes.
  return free.map((_, i) => {
    let squares = 0;
    for (let c = 0; c < customers; c++) {
      let along = 0;
      for (let j = 0; j < size; j++) {
        along += (covariance[i * size + j] as number) * ((slopes[j] as Float64Array)[c] as number);
      }
      squares += along * along;
    }
    return Math.sqrt((squares * customers) / (customers - 1));
  });
}
