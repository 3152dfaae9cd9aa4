import { cholesky, choleskySolve, type Matrix } from './cholesky';

/** A function at a point. */
export interface Height {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** Where the climb ended. */
export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether it ended on a summit: the gradient is 0 there and the Hessian negative definite. */
  readonly converged: boolean;
  /** The inverse of the Hessian, negated: of a log likelihood, the covariance of its estimates. Null off a summit. */
  readonly covariance: Matrix | null;
}

/**
 * The nearest maximum of a smooth function by Newton's method, damped where the Hessian is not negative
 * definite or a step rises by less than a tenth of what it promised (Levenberg 1944, Marquardt 1963). A step
 * to where the value is not a finite number is never taken, so -Infinity is a wall. The Hessian comes from
 * differences of the gradient unless given; these suit arguments of the order of 1, such as logarithms.
 *
 * It has converged when a full step promises less than 1e-12 of the value.
 */
export function maximise(
  f: (x: readonly number[]) => Height,
  start: readonly number[],
  hessian: (x: readonly number[]) => Matrix = (x) => differences(f, x),
): Maximum {
  let at = start;
  let here = f(at);
  let curvature = negated(hessian(at));
  let damping = 0;
  for (let trial = 0; trial < 500 && damping < 1e12; trial++) {
    const lower = cholesky(damped(curvature, damping));
    const tried = lower && stepFrom(at, here, lower, f);
    const tiny = 1e-12 * (1 + Math.abs(here.value));
    if (tried && (tried.promise <= tiny || tried.rise > 0.1 * tried.promise)) {
      at = tried.at;
      here = tried.here;
      curvature = negated(hessian(at));
      // A promise this small drowns in rounding: only the undamped step tells whether this is the summit.
      const last = tried.promise <= tiny;
      if (last && damping === 0) return summit(at, here.value, curvature);
      damping = last || damping < 1e-3 ? 0 : damping / 10;
    } else damping = Math.max(1e-4, damping * 10);
  }
  return { at, value: here.value, converged: false, covariance: null };
}

/** Newton's step, what it promises and what it brings; null where it leads to no finite value. */
function stepFrom(
  at: readonly number[],
  here: Height,
  lower: Matrix,
  f: (x: readonly number[]) => Height,
) {
  const step = choleskySolve(lower, here.gradient);
  const promise = step.reduce((sum, d, i) => sum + d * (here.gradient[i] as number), 0) / 2;
  const there = at.map((x, i) => x + (step[i] as number));
  const next = f(there);
  const rise = next.value - here.value;
  return Math.abs(rise) < Infinity ? { at: there, here: next, promise, rise } : null;
}

function summit(at: readonly number[], value: number, curvature: Matrix): Maximum {
  const lower = cholesky(curvature);
  const covariance =
    lower &&
    at.map((_, i) =>
      choleskySolve(
        lower,
        at.map((_, j) => (i === j ? 1 : 0)),
      ),
    );
  return { at, value, converged: covariance !== null, covariance };
}

function negated(matrix: Matrix): Matrix {
  return matrix.map((row) => row.map((x) => -x));
}

/** More weight on the diagonal, so that steps grow shorter and turn uphill. */
function damped(matrix: Matrix, damping: number): Matrix {
  return matrix.map((row, i) =>
    row.map((x, j) => (i === j ? x + damping * Math.max(Math.abs(x), 1e-8) : x)),
  );
}

/** The Hessian by central differences of the gradient. */
function differences(f: (x: readonly number[]) => Height, x: readonly number[]): Matrix {
  const h = 1e-4;
  const columns = x.map((_, j) => {
    const beside = (sign: number) =>
      f(x.map((value, i) => (i === j ? value + sign * h : value))).gradient;
    const up = beside(1);
    const down = beside(-1);
    return up.map((g, i) => (g - (down[i] as number)) / (2 * h));
  });
  return columns.map((column, j) => column.map((d, i) => (d + (columns[i]?.[j] as number)) / 2));
}
