import { factorCholesky, solveLower, solveUpper } from './cholesky';

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
  /**
   * The inverse of the negated Hessian, row by row: of a log likelihood, the covariance of its estimates.
   * Null unless converged.
   */
  readonly covariance: Float64Array | null;
}

/** Factors closer to singular than this are not trusted. */
const tolerance = 1e-13;

/**
 * The nearest maximum of a smooth function by Newton's method, damped where the Hessian is not negative
 * definite or a step rises by less than a tenth of what it promised (Levenberg 1944, Marquardt 1963). No step
 * goes where the value is not a finite number, so -Infinity is a wall. The Hessian, row by row, comes from
 * differences of the gradient unless given; these suit arguments of the order of 1, such as logarithms.
 *
 * It has converged when a full step promises less than 1e-12 of the value.
 */
export function maximise(
  f: (x: readonly number[]) => Height,
  start: readonly number[],
  hessian: (x: readonly number[]) => Float64Array = (x) => differences(f, x),
): Maximum {
  let at = start;
  let here = f(at);
  let curvature = hessian(at);
  let damping = 0;
  for (let trial = 0; trial < 200 && damping < 1e12; trial++) {
    const tried = stepFrom(f, at, here, factored(curvature, at.length, damping));
    const tiny = 1e-12 * (1 + Math.abs(here.value));
    if (tried !== null && (tried.promise <= tiny || tried.rise > 0.1 * tried.promise)) {
      at = tried.at;
      here = tried.here;
      curvature = hessian(at);
      // A promise this small drowns in rounding: only the undamped step tells whether this is the summit.
      const last = tried.promise <= tiny;
      if (last && damping === 0) return summit(at, here.value, curvature);
      damping = last || damping < 1e-3 ? 0 : damping / 10;
    } else damping = Math.max(1e-4, damping * 10);
  }
  return { at, value: here.value, converged: false, covariance: null };
}

/** The factor of a Hessian negated, with more weight on its diagonal; null unless positive definite. */
function factored(hessian: Float64Array, size: number, damping: number): Float64Array | null {
  const matrix = hessian.map((x, place) =>
    place % (size + 1) === 0 ? damping * Math.max(Math.abs(x), 1e-8) - x : -x,
  );
  return factorCholesky(matrix, size, tolerance) === size ? matrix : null;
}

/** Newton's step, what it promises and what it brings; null where it leads to no finite value. */
function stepFrom(
  f: (x: readonly number[]) => Height,
  at: readonly number[],
  { value, gradient }: Height,
  factor: Float64Array | null,
) {
  if (factor === null) return null;
  const step = solved(factor, Float64Array.from(gradient));
  const promise = step.reduce((sum, d, i) => sum + d * (gradient[i] as number), 0) / 2;
  const there = at.map((x, i) => x + (step[i] as number));
  const here = f(there);
  const rise = here.value - value;
  return Math.abs(rise) < Infinity ? { at: there, here, promise, rise } : null;
}

function solved(factor: Float64Array, b: Float64Array): Float64Array {
  solveLower(factor, b.length, b);
  solveUpper(factor, b.length, b);
  return b;
}

function summit(at: readonly number[], value: number, hessian: Float64Array): Maximum {
  const size = at.length;
  const factor = factored(hessian, size, 0);
  if (factor === null) return { at, value, converged: false, covariance: null };
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    covariance.set(solved(factor, new Float64Array(size).fill(1, i, i + 1)), i * size);
  }
  return { at, value, converged: true, covariance };
}

/** The Hessian by central differences of the gradient. */
function differences(f: (x: readonly number[]) => Height, x: readonly number[]): Float64Array {
  const h = 1e-4;
  const size = x.length;
  const hessian = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const beside = (move: number) => f(x.map((at, i) => (i === j ? at + move : at))).gradient;
    const up = beside(h);
    const down = beside(-h);
    for (let i = 0; i < size; i++) {
      const half = ((up[i] as number) - (down[i] as number)) / (4 * h);
      hessian[i * size + j] = (hessian[i * size + j] as number) + half;
      hessian[j * size + i] = (hessian[j * size + i] as number) + half;
    }
  }
  return hessian;
}
