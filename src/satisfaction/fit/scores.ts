import { logistic } from '../../numerics/logistic';

/** How far a forecast of an ordered answer lies from the answer given, without checks. */

/** -log of the chance that the answer had; answers are places, 0 the worst. */
export function logLoss(utility: number, thresholds: ArrayLike<number>, answer: number): number {
  const last = thresholds.length;
  const up = logistic((thresholds[answer] as number) - utility);
  if (answer === 0) return -Math.log(up);
  const above = logistic(utility - (thresholds[answer - 1] as number));
  if (answer === last) return -Math.log(above);
  const gap = (thresholds[answer - 1] as number) - (thresholds[answer] as number);
  return -Math.log(up * above * -Math.expm1(gap));
}

/**
 * The ranked probability score (Epstein 1969): the mean over thresholds of (P(answer <= k) - [answer <= k])^2, from 0,
 * certain and right, to 1.
 */
export function rankedScore(
  utility: number,
  thresholds: ArrayLike<number>,
  answer: number,
): number {
  let sum = 0;
  for (let k = 0; k < thresholds.length; k++) {
    const missed = logistic((thresholds[k] as number) - utility) - (answer <= k ? 1 : 0);
    sum += missed * missed;
  }
  return sum / thresholds.length;
}
