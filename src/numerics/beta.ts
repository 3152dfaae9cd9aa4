import { stirlingError } from './log-gamma';

/**
 * The distribution function of the beta distribution: the regularised incomplete beta function I_x(a, b)
 * for a, b > 0, by its continued fraction (Lentz's method; Press et al. 1992, 6.4).
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (!(x < 1)) return 1;
  // The fraction converges fast on this side of the mean; on the other, by symmetry.
  return x < (a + 1) / (a + b + 2)
    ? (leading(x, a, b) * b * continuedFraction(x, a, b)) / (a + b)
    : 1 - (leading(x, a, b) * a * continuedFraction(1 - x, b, a)) / (a + b);
}

/**
 * The x with I_x(a, b) = p: Newton's method on the logarithms of both, where the lower tail is nearly a
 * straight line, kept inside a shrinking bracket.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const reached = betaCdf(x, a, b);
    if (reached === p) return x;
    if (reached > p) high = x;
    else low = x;
    const slope = (leading(x, a, b) * a * b) / ((a + b) * (1 - x) * reached);
    const newton = x * Math.exp(Math.log(p / reached) / slope);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}

/** x^a (1-x)^b Gamma(a+b+1) / (Gamma(a+1) Gamma(b+1)) without cancellation (Loader 2000). */
function leading(x: number, a: number, b: number): number {
  const n = a + b;
  const log =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * (1 - x));
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/** a log(a / m) + m - a, by a series where a and m are close. */
function deviance(a: number, m: number): number {
  const gap = a - m;
  if (Math.abs(gap) >= 0.1 * (a + m)) return a * Math.log(a / m) - gap;
  const v = gap / (a + m);
  let sum = gap * v;
  let term = 2 * a * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
}
