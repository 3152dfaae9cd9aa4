import { factorCholesky, invertCholesky, solveLower, solveUpper } from './cholesky';
import { isAgainst, type Walls, wallAhead } from './walls';

/** A function at a point, with its exact derivatives. */
export interface Height {
  readonly value: number;
  readonly gradient: readonly number[];
  /** The second derivatives, row by row; of the triangles the lower one is read. */
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
  /** Whether nothing within the walls lies higher nearby. */
  readonly settled: boolean;
  /**
   * The inverse of the negated Hessian, row by row: of a log likelihood, the covariance of its estimates. Null unless
   * converged, or run away from where there is one.
   */
  readonly covariance: Float64Array | null;
  readonly iterations: number;
  /** Where coordinates grow for ever, without a wall, while the function no longer rises; null when none do. */
  readonly runaway: readonly number[] | null;
}

/** Factors closer to singular than this are not trusted. */
const tolerance = 1e-13;

/** How many times the way to the wall an error must be for a coordinate to be told from it no more. */
const lost = 4;

/**
 * The nearest maximum of a smooth function between walls, which a number sets alike for all coordinates, as far either way;
 * by Newton's method, damped where the Hessian is not negative definite or a step rises by less than a tenth of what it promised
 * (Levenberg 1944, Marquardt 1963). Coordinates that would cross the wall stop at it (Bertsekas 1982, SIAM J. Control
 * Optim. 20); one on which the function is so flat that rounding would choose its place is put there.
 *
 * Where a step promises less than rounding hides, the value says nothing more, but the gradient does: full steps go
 * on until they no longer shrink. So what is found is the summit to the last digits, however it was reached. Rounding is a share
 * of the value: more than that of doubles where derivatives are differences, whose summit lies a little aside.
 *
 * Without a wall a function may rise for ever: it then takes equal steps, while what is known of it melts away, or is
 * flat along some line. That direction is told.
 */
export function maximise(
  f: (x: readonly number[]) => Height,
  start: readonly number[],
  wall: number | Walls = Infinity,
  rounding = 1e-12,
): Maximum {
  const walls =
    typeof wall === 'number' ? { low: start.map(() => -wall), high: start.map(() => wall) } : wall;
  const isOpen = wall === Infinity;
  let at = start;
  let here = f(at);
  let damping = 0;
  let before = Infinity;
  let stride = Infinity;
  let trial = 0;
  let idle = 0;
  const flat = new Set<number>();
  const ended = (
    settled: boolean,
    covariance: Float64Array | null,
    runaway: readonly number[] | null = null,
  ): Maximum => {
    const converged = settled && covariance !== null;
    return { at, value: here.value, converged, settled, covariance, iterations: trial, runaway };
  };
  const ranAway = (runaway: readonly number[]) => {
    const none = at.map(() => false);
    const factor = factored(here, none, 0, 0);
    return ended(false, factor && invertCholesky(factor, at.length), runaway);
  };
  // Where the ground does not bend like a summit's, steps that promise nothing would follow each other.
  while (trial < 200 && damping < 1e12 && idle < 10) {
    trial++;
    const held = at.map((x, i) => {
      return flat.has(i) || isAgainst(walls, x, i, here.gradient[i] as number);
    });
    const level = isOpen && damping === 0 ? levelLine(here) : null;
    if (level !== null) return ranAway(level);
    const { to, promise, length } = stepFrom(at, here, held, walls, damping);
    const there = f(to);
    const rise = there.value - here.value;
    // Of the smallest steps rounding may turn the promise below 0.
    const isLast = Math.abs(promise) <= rounding * (1 + Math.abs(here.value));
    const isBetter = promise > 0 && rise > 0.1 * promise;
    if (Math.abs(rise) < Infinity && (isLast || isBetter)) {
      const step = to.map((x, i) => x - (at[i] as number));
      at = to;
      here = there;
      if (damping === 0) {
        const isEndless = trial > 5 && rise < 1e-6 && length > Math.max(0.01, stride / 2);
        if (isOpen && isEndless) return ranAway(step);
        stride = length;
      }
      if (isLast && damping === 0) {
        if (length < 1e-12 || (length < 1e-4 && length > before / 2)) {
          const factor = factored(here, held, 0);
          const inverse = factor && invertCholesky(factor, at.length);
          const next = typeof wall === 'number' ? flattest(inverse, held, lost * wall) : -1;
          if (next < 0) return ended(true, held.includes(true) ? null : inverse);
          flat.add(next);
          at = at.map((x, i) => (i === next ? wallAhead(walls, i, x) : x));
          here = f(at);
        }
        before = length;
      }
      idle = isLast && damping > 0 ? idle + 1 : 0;
      damping = isLast || damping < 1e-3 ? 0 : damping / 10;
    } else damping = Math.max(1e-4, damping * 10);
  }
  return ended(false, null);
}

/**
 * Newton's step with more weight on the diagonal, as far as the first wall, and what it promises: NaN where it leads
 * nowhere. Cut short as a whole, since a ridge is left when one coordinate of a step is cut alone.
 */
function stepFrom(
  at: readonly number[],
  here: Height,
  held: readonly boolean[],
  walls: Walls,
  damping: number,
): { readonly to: readonly number[]; readonly promise: number; readonly length: number } {
  const factor = factored(here, held, damping);
  if (factor === null) return { to: at, promise: Number.NaN, length: 0 };
  const step = Float64Array.from(here.gradient, (slope, i) => (held[i] ? 0 : slope));
  solveLower(factor, at.length, step);
  solveUpper(factor, at.length, step);
  // What others would carry over the wall is held too.
  const stuck = at.map((x, i) => held[i] || isAgainst(walls, x, i, step[i] as number));
  if (stuck.some((is, i) => is && !held[i])) return stepFrom(at, here, stuck, walls, damping);
  const room = step.map((d, i) =>
    d === 0 ? Infinity : (wallAhead(walls, i, d) - (at[i] as number)) / d,
  );
  const share = Math.min(1, ...room);
  const to = at.map((x, i) => {
    const d = step[i] as number;
    return share === room[i] ? wallAhead(walls, i, d) : x + share * d;
  });
  const moves = to.map((x, i) => x - (at[i] as number));
  const promise = moves.reduce((sum, move, i) => sum + move * (here.gradient[i] as number), 0) / 2;
  return { to, promise, length: Math.max(...moves.map(Math.abs)) };
}

/** The factor of the Hessian negated, without what is held at the wall; null unless positive definite. */
function factored(
  here: Height,
  held: readonly boolean[],
  damping: number,
  least = tolerance,
): Float64Array | null {
  const size = held.length;
  const matrix = here.hessian.map((x, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    if (held[i] || held[j]) return i === j ? 1 : 0;
    // By its own bend (Marquardt 1963), or a little where it has none.
    return i === j ? damping * Math.max(Math.abs(x), 1e-8) - x : -x;
  });
  return factorCholesky(matrix, size, least) === size ? matrix : null;
}

/** A line along which the Hessian is 0 up to rounding; null without one. */
function levelLine({ gradient, hessian }: Height): readonly number[] | null {
  const size = gradient.length;
  const matrix = hessian.map((x) => -x);
  const row = factorCholesky(matrix, size, tolerance);
  if (row === size) return null;
  const rest = matrix.slice(row * size, row * size + row);
  const diagonal = matrix[row * size + row] as number;
  const left = rest.reduce((sum, x) => sum - x * x, diagonal);
  if (!(left >= -tolerance * diagonal)) return null;
  solveUpper(matrix, size, rest);
  return Array.from({ length: size }, (_, i) => (i === row ? 1 : -(rest[i] ?? 0)));
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
