import { betaCdf } from '../numerics/beta';
import { logistic } from '../numerics/logistic';

/** The log odds that a customer with x > 0 repeat purchases has gone for good. */
function logOddsGone(values: readonly number[], x: number, recency: number, age: number): number {
  const [r, alpha, a, b] = values as [number, number, number, number];
  return Math.log(a / (b + x - 1)) + (r + x) * Math.log1p((age - recency) / (alpha + recency));
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

/**
 * The chances of 0, 1, ... and of more purchases in a time t, from someone alive (Fader et al. 2005, eq. 8). The n-th
 * comes where n would fall into t and the customer stays after each before it, so the chance of n is that of
 * staying so long times (n fall into t, or more do and they go after the n-th): a sum of positive terms. How many would fall
 * into t is negative binomial, its tail an incomplete beta function.
 */
export function purchaseChances(
  values: readonly number[],
  t: number,
  upTo: number,
): { readonly chances: readonly number[]; readonly more: number } {
  const [r, alpha, a, b] = values as [number, number, number, number];
  const share = t / (alpha + t);
  const atLeast = (n: number) => betaCdf(share, n, r);
  // As a logarithm, since where many purchases are likely the chance of none is less than the least number.
  let logExactly = -r * Math.log1p(t / alpha);
  let staying = 1;
  const chances = [Math.exp(logExactly)];
  for (let n = 1; n <= upTo; n++) {
    logExactly += Math.log((share * (r + n - 1)) / n);
    const exactly = Math.exp(logExactly);
    const going = a / (a + b + n - 1);
    chances.push(staying * (exactly + going * atLeast(n + 1)));
    staying *= 1 - going;
  }
  return { chances, more: staying * atLeast(upTo + 1) };
}
