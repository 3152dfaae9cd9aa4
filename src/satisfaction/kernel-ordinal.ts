import { logistic } from '../numerics/logistic';

/** The arithmetic of the ordinal logit, without checks: P(answer <= k) = logistic(threshold_k - u). */

/** The chance of each answer, from worst to best. */
export function answerChances(utility: number, thresholds: readonly number[]): number[] {
  const chances: number[] = [];
  let below = 0;
  for (const threshold of thresholds) {
    const upTo = logistic(threshold - utility);
    chances.push(upTo - below);
    below = upTo;
  }
  // From the other end: 1 - below would lose the small chances of a best answer.
  const last = thresholds[thresholds.length - 1] as number;
  chances.push(logistic(utility - last));
  return chances;
}

/** The expected answer on 0 to 100, the worst answer being 0 and the best 100. */
export function expectedScore(chances: readonly number[]): number {
  let score = 0;
  for (let k = 1; k < chances.length; k++) score += k * (chances[k] as number);
  return (100 * score) / (chances.length - 1);
}
