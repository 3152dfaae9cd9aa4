import { logistic } from '../numerics/logistic';

/** The arithmetic of the ordinal logit, without checks: P(answer <= k) = logistic(threshold_k - u). */

/** The chance of each answer, from worst to best; of one of several cases, its share is added to `chances`. */
export function answerChances(
  utility: number,
  thresholds: ArrayLike<number>,
  cases = 1,
  chances = new Array<number>(thresholds.length + 1).fill(0),
): number[] {
  const last = thresholds.length;
  let below = 0;
  for (let k = 0; k < last; k++) {
    const upTo = logistic((thresholds[k] as number) - utility);
    (chances[k] as number) += (upTo - below) / cases;
    below = upTo;
  }
  // From the other end: 1 - below would lose the small chances of a best answer.
  (chances[last] as number) += logistic(utility - (thresholds[last - 1] as number)) / cases;
  return chances;
}

/** The expected answer on 0 to 100: the mean chance of an answer above each threshold; NaN stays NaN. */
export function expectedScore(utility: number, thresholds: Float64Array): number {
  const last = thresholds.length;
  let above = 0;
  for (let k = 0; k < last; k++) above += logistic(utility - (thresholds[k] as number));
  return (100 * above) / last;
}

/** The scores of rows from start up to end. */
export function scoreRows(
  utility: Float64Array,
  thresholds: Float64Array,
  score: Float64Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    score[row] = expectedScore(utility[row] as number, thresholds);
  }
}
