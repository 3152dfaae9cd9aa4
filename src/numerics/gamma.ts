import { deviance } from './deviance';
import { logGamma, stirlingError } from './log-gamma';
import { leastNormal, logRatio } from './log-ratio';
import { normalQuantile } from './normal';

/**
 * P(X <= x) for X gamma distributed with this shape and scale: the regularised lower incomplete gamma function of
 * x / scale, by its series below the mean and its continued fraction above (Press et al. 1992, 6.2). The work grows with the
 * square root of the shape.
 */
export function gammaCdf(x: number, shape: number, scale = 1): number {
  if (!(x > 0)) return 0;
  const ratio = x / scale;
  // The first term of the series is all there is.
  if (ratio < leastNormal) return Math.exp(shape * logRatio(x, scale) - logGamma(shape + 1));
  return ratio < shape + 1 ? series(ratio, shape) : 1 - fraction(ratio, shape);
}

/** P(X > x), as exact relative to itself far out on the right as in the middle. */
export function gammaTail(x: number, shape: number): number {
  if (!(x > 0)) return 1;
  return x < shape + 1 ? 1 - series(x, shape) : fraction(x, shape);
}

/** log P(X > x), also where P(X > x) is too small for a number. */
export function logGammaTail(x: number, shape: number): number {
  if (!(x > 0)) return 0;
  if (x < shape + 1) return Math.log1p(-series(x, shape));
  return logLeading(x, shape) + Math.log(shape * continued(x, shape));
}

/**
 * The x with P(X <= x) = p; 0 at 0, Infinity at 1. Newton's method for the logarithm of the smaller tail
 * against log x, in which the left tail is concave and the right one convex: after one step the approach is
 * from one side. It starts from Wilson and Hilferty (1931), or from x^a / Gamma(a + 1) >= P(X <= x) where
 * that is further right.
 */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  if (!(p > 0)) return 0;
  if (!(p < 1)) return Infinity;
  const logLeast = (Math.log(p) + logGamma(shape + 1)) / shape;
  const least = Math.exp(logLeast);
  if (least < leastNormal) return Math.exp(logLeast + Math.log(scale));
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  let x = Math.max(least, shape * root * Math.max(root, 0) ** 2);
  const left = p <= 0.5;
  const target = Math.log(left ? p : 1 - p);
  let gap = 1;
  for (let step = 0; step < 100 && Math.abs(gap) > 1e-8; step++) {
    const tail = left ? gammaCdf(x, shape) : gammaTail(x, shape);
    let rise: number;
    if (tail < leastNormal) {
      // Far out on the left, where the tail is no number any more but its logarithm is.
      const sum = terms(x, shape);
      gap = target - logLeading(x, shape) - Math.log(sum);
      rise = sum / shape;
    } else {
      gap = left ? target - Math.log(tail) : Math.log(tail) - target;
      rise = tail / (shape * leading(x, shape));
    }
    // Bounded, so that a step too far cannot reach where the tail underflows.
    x *= Math.exp(Math.max(-1, Math.min(1, gap * rise)));
  }
  return scale * x;
}

/** x^a e^-x / Gamma(a + 1) without cancellation (Loader 2000). */
function leading(x: number, a: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

const logLeading = (x: number, a: number) =>
  -stirlingError(a) - deviance(a, x) - Math.log(2 * Math.PI * a) / 2;

/** P(X <= x), by its series. */
const series = (x: number, a: number): number => leading(x, a) * terms(x, a);

/** P(X <= x) / leading = 1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ..., to the last bit (Press et al. 1992, 6.2). */
function terms(x: number, a: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** P(X > x) = leading * a / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), by Lentz's method. */
function fraction(x: number, a: number): number {
  const first = leading(x, a) * a;
  return first === 0 ? 0 : first * continued(x, a);
}

/** 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), to the last bit (Press et al. 1992, 6.2). */
function continued(x: number, a: number): number {
  let below = x + 1 - a;
  let c = Infinity;
  let d = 1 / below;
  let result = d;
  for (let k = 1, change = 0; Math.abs(change - 1) > 4e-16; k++) {
    const above = k * (a - k);
    below += 2;
    d = 1 / (below + above * d);
    c = below + above / c;
    change = c * d;
    result *= change;
  }
  return result;
}
