import { factorCholesky, invertCholesky, solveLower, solveUpper } from './cholesky';

/** A function at a point, with its exact derivatives. */
export interface Height {
  readonly value: number;
  readonly gradient: readonly number[];
  /** The second derivatives, row by row. */
  readonly hessian: Float64Array;
}

/** Where the climb ended. */
export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
  /**
   * Whether it ended on a summit: the gradient is 0 there and the Hessian negative definite. False where a
   * coordinate would go on beyond the wall, of which `at` is the highest point.
   */
  readonly converged: boolean;
  /**
   * The inverse of the negated Hessian, row by row: of a log likelihood, the covariance of its estimates.
   * Null unless converged.
   */
  readonly covariance: Float64Array | null;
}

/** Factors closer to singular than this are not trusted. */
const tolerance = 1e-13;

/** How many times the way to the wall an error must be for a coordinate to be told from it no more. */
const lost = 4;

/**
 * The nearest maximum of a smooth function where no coordinate is larger than `wall` either way, by Newton's method,
 * damped where the Hessian is not negative definite or a step rises by less than a tenth of what it promised
 * (Levenberg 1944, Marquardt 1963). Coordinates that would cross the wall stop at it (Bertsekas 1982, SIAM J. Control
 * Optim. 20); one on which the function is so flat that rounding would choose its place is put there.
 *
 * Where a step promises less than rounding hides, the value says nothing more, but the gradient does: full steps go
 * on until they no longer shrink. So what is found is the summit to the last digits, however it was reached.
 */
export function maximise(
  f: (x: readonly number[]) => Height,
  start: readonly number[],
  wall = Infinity,
): Maximum {
  let at = start;
  let here = f(at);
  let damping = 0;
  let before = Infinity;
  const flat = new Set<number>();
  for (let trial = 0; trial < 200 && damping < 1e12; trial++) {
    const held = at.map((x, i) => {
      const isOutward = x * (here.gradient[i] as number) > 0;
      return flat.has(i) || (Math.abs(x) >= wall && isOutward);
    });
    const { to, promise, length } = stepFrom(at, here, held, wall, damping);
    const there = f(to);
    const rise = there.value - here.value;
    // Of the smallest steps rounding may turn the promise below 0.
    const isLast = Math.abs(promise) <= 1e-12 * (1 + Math.abs(here.value));
    const isBetter = promise > 0 && rise > 0.1 * promise;
    if (Math.abs(rise) < Infinity && (isLast || isBetter)) {
      at = to;
      here = there;
      if (isLast && damping === 0) {
        if (length < 1e-12 || (length < 1e-4 && length > before / 2)) {
          const factor = factored(here, held, 0);
          const inverse = factor && invertCholesky(factor, at.length);
          const next = flattest(inverse, held, lost * wall);
          if (next < 0) {
            const covariance = held.includes(true) ? null : inverse;
            return { at, value: here.value, converged: covariance !== null, covariance };
          }
          flat.add(next);
          at = at.map((x, i) => (i === next ? (x < 0 ? -wall : wall) : x));
          here = f(at);
        }
        before = length;
      }
      damping = isLast || damping < 1e-3 ? 0 : damping / 10;
    } else damping = Math.max(1e-4, damping * 10);
  }
  return { at, value: here.value, converged: false, covariance: null };
}

/**
 * Newton's step with more weight on the diagonal, as far as the first wall, and what it promises: NaN where it leads
 * nowhere. Cut short as a whole, since a ridge is left when one coordinate of a step is cut alone.
 */
function stepFrom(
  at: readonly number[],
  here: Height,
  held: readonly boolean[],
  wall: number,
  damping: number,
): { readonly to: readonly number[]; readonly promise: number; readonly length: number } {
  const factor = factored(here, held, damping);
  if (factor === null) return { to: at, promise: Number.NaN, length: 0 };
  const step = Float64Array.from(here.gradient, (slope, i) => (held[i] ? 0 : slope));
  solveLower(factor, at.length, step);
  solveUpper(factor, at.length, step);
  // What others would carry over the wall is held too.
  const stuck = at.map((x, i) => held[i] || (Math.abs(x) >= wall && x * (step[i] as number) > 0));
  if (stuck.some((is, i) => is && !held[i])) return stepFrom(at, here, stuck, wall, damping);
  const room = step.map((d, i) => (wall - (at[i] as number) * Math.sign(d)) / Math.abs(d));
  const share = Math.min(1, ...room);
  const to = at.map((x, i) => {
    const d = step[i] as number;
    return share === room[i] ? Math.sign(d) * wall : x + share * d;
  });
  const moves = to.map((x, i) => x - (at[i] as number));
  const promise = moves.reduce((sum, move, i) => sum + move * (here.gradient[i] as number), 0) / 2;
  return { to, promise, length: Math.max(...moves.map(Math.abs)) };
}

/** The factor of the Hessian negated, without what is held at the wall; null unless positive definite. */
function factored(here: Height, held: readonly boolean[], damping: number): Float64Array | null {
  const size = held.length;
  const matrix = here.hessian.map((x, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    if (held[i] || held[j]) return i === j ? 1 : 0;
    return i === j ? damping * Math.max(Math.abs(x), 1e-8) - x : -x;
  });
  return factorCholesky(matrix, size, tolerance) === size ? matrix : null;
}

/** The first coordinate of the least known, if its error is as long as given; -1 for none. */
function flattest(
  covariance: Float64Array | null,
  held: readonly boolean[],
  least: number,
): number {
  if (covariance === null) return -1;
  const errors = held.map((is, i) =>
    is ? 0 : Math.sqrt(covariance[i * (held.length + 1)] as number),
  );
  // Errors along one ridge are alike but for rounding, which is not to choose: the first of them.
  const long = Math.max(least, Math.max(...errors) / 2);
  return errors.findIndex((error) => error >= long);
}
