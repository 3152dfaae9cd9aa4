import { digamma } from '../numerics/digamma';
import { logGamma } from '../numerics/log-gamma';
import { logistic } from '../numerics/logistic';
import type { Height } from '../numerics/maximise';

/** Purchase histories that occur at all, and how many customers have each. */
export interface Histories {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: Float64Array;
  /** The frequencies that occur, and how many customers have each. */
  readonly byFrequency: ReadonlyMap<number, number>;
}

/** The log likelihood of the BG/NBD model at r, alpha, a, b, with its gradient (Fader et al. 2005, eq. 6). */
export function bgNbdLikelihood(histories: Histories): (values: readonly number[]) => Height {
  const { frequency, recency, age, customers, byFrequency } = histories;
  return (values) => {
    const [r, alpha, a, b] = values as [number, number, number, number];
    let value = 0;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (const [x, n] of byFrequency) {
      if (x === 0) continue;
      const all = digamma(a + b) - digamma(a + b + x);
      value +=
        n *
        (logGamma(r + x) -
          logGamma(r) +
          (logGamma(a + b) - logGamma(a + b + x)) +
          (logGamma(b + x) - logGamma(b)));
      byR += n * (digamma(r + x) - digamma(r));
      byA += n * all;
      byB += n * (all + digamma(b + x) - digamma(b));
    }
    for (let i = 0; i < customers.length; i++) {
      const n = customers[i] as number;
      const x = frequency[i] as number;
      const toEnd = alpha + (age[i] as number);
      const toLast = alpha + (recency[i] as number);
      value += n * (r * Math.log(alpha / toEnd) - x * Math.log(toEnd));
      byR += n * Math.log(alpha / toEnd);
      byAlpha += n * (r / alpha - (r + x) / toEnd);
      if (x === 0) continue;
      const odds = logOddsGone(values, x, recency[i] as number, age[i] as number);
      const gone = n * logistic(odds);
      value += n * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
      byR += gone * Math.log(toEnd / toLast);
      byAlpha += gone * (r + x) * (1 / toEnd - 1 / toLast);
      byA += gone / a;
      byB -= gone / (b + x - 1);
    }
    return { value, gradient: [byR, byAlpha, byA, byB] };
  };
}

/** The log odds that a customer with x > 0 repeat purchases has gone for good. */
function logOddsGone(values: readonly number[], x: number, recency: number, age: number): number {
  const [r, alpha, a, b] = values as [number, number, number, number];
  return Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + recency));
}

/** P(alive): 1 for x = 0, since the model lets customers go after a repeat purchase only. */
export function aliveProbability(
  values: readonly number[],
  x: number,
  recency: number,
  age: number,
): number {
  return x === 0 ? 1 : logistic(-logOddsGone(values, x, recency, age));
}

/**
 * The purchases expected in a time t from someone alive: sum over k of P(k would fall into t) times the
 * purchases that k chances lead to, 1 + E(1 - p) + ... + E(1 - p)^(k - 1). The same number as
 * `(a + b - 1) / (a - 1) (1 - (alpha / (alpha + t))^r 2F1(r, b; a + b - 1; t / (alpha + t)))`
 * (Fader et al. 2005, eq. 9), but a sum of positive terms, which neither cancels near a = 1 nor fails where
 * a + b < 1. The number of terms grows with 40 (1 + t / alpha).
 */
export function purchasesWhileAlive(values: readonly number[], t: number): number {
  const [r, alpha, a, b] = values as [number, number, number, number];
  const share = t / (alpha + t);
  let chance = 1;
  let all = 1;
  let made = 0;
  let staying = 1;
  let sum = 0;
  for (let k = 1; ; k++) {
    chance *= (share * (r + k - 1)) / k;
    made += staying;
    staying *= (b + k - 1) / (a + b + k - 1);
    all += chance;
    sum += chance * made;
    const ratio = (share * (r + k)) / (k + 1);
    if (ratio < 1 && chance * made * ratio <= 1e-17 * sum * (1 - ratio)) return sum / all;
    // Chances are shares of the first, which is tiny where many purchases are likely.
    if (all > 1e200) {
      chance *= 1e-200;
      all *= 1e-200;
      sum *= 1e-200;
    }
  }
}
