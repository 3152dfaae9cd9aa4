import { deviance } from './deviance';
import { stirlingError } from './log-gamma';

/**
 * The distribution function of the beta distribution: the regularised incomplete beta function I_x(a, b)
 * for a, b > 0, by its continued fraction (Lentz's method; Press et al. 1992, 6.4). To 1e-10 up to a + b of
 * 1e12; beyond, the rounding of x alone costs more, and at 1e14 it is off by 3e-6.
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
  let step = Infinity;
  // Until a step is rounding; halvings alone need fewer steps.
  for (let i = 0; i < 200 && Math.abs(step) > 2e-16 * x; i++) {
    const reached = betaCdf(x, a, b);
    if (reached > p) high = x;
    else low = x;
    const slope = (leading(x, a, b) * a * b) / ((a + b) * (1 - x) * reached);
    const newton = x * Math.exp(Math.log(p / reached) / slope);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    step = reached === p ? 0 : next - x;
    x += step;
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

/** By Lentz's method (Press et al. 1992, 5.2 and 6.4), to the last bit. */
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
