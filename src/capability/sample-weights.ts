import { compare } from '../numerics/nearly';

/** Whether weights say nothing: there are none, or all are alike and above 0. */
export function evenWeights(weights: Float64Array | undefined): weights is undefined {
  if (weights === undefined) return true;
  const first = weights[0] as number;
  return first > 0 && weights.every((weight) => compare(weight, first) === 0);
}

/** Kish's effective size of the finished ones, (sum w)^2 / sum w^2; no number when they weigh nothing. */
export function effectiveSize(
  weights: Float64Array | null,
  finished: Uint8Array | null,
  length: number,
): number {
  if (weights === null) return finished === null ? length : countOf(finished);
  const weightOf = (i: number) => (finished?.[i] === 0 ? 0 : (weights[i] as number));
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, weightOf(i));
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < length; i++) {
    // As shares of the largest, whose square neither overflows nor vanishes.
    const share = weightOf(i) / largest;
    sum += share;
    squares += share * share;
  }
  return (sum * sum) / squares;
}

function countOf(finished: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < finished.length; i++) count += finished[i] as number;
  return count;
}
