import { refuse } from '../core/refuse';
import { checkArray, isFiniteNumber } from './checks';

/** A copy of weights, each finite and at least 0. */
export function weightsCopy(
  fn: string,
  path: string,
  weights: ArrayLike<number>,
  length: number,
): Float64Array {
  checkArray(fn, path, weights, length);
  return Float64Array.from(weights, (weight, i) =>
    isFiniteNumber(weight) && weight >= 0
      ? weight
      : refuse(fn, `${path}[${i}]`, weight, 'a finite weight of at least 0'),
  );
}

/** Flags as ones and zeros; null when all have finished. */
export function finishedCopy(
  fn: string,
  path: string,
  finished: ArrayLike<boolean | number>,
  length: number,
): Uint8Array | null {
  checkArray(fn, path, finished, length, 'flags');
  const flags = Uint8Array.from(finished as ArrayLike<number>, (flag: boolean | number, i) =>
    typeof flag === 'boolean' || flag === 0 || flag === 1
      ? Number(flag)
      : refuse(fn, `${path}[${i}]`, flag, 'true or false (1 or 0)', 'wrong-type'),
  );
  return flags.includes(0) ? flags : null;
}

/** Kish's effective size of the finished ones, (sum w)^2 / sum w^2; 0 when they weigh nothing. */
export function effectiveSize(
  weights: Float64Array | null,
  finished: Uint8Array | null,
  length: number,
): number {
  const weightOf = (i: number) => (finished?.[i] === 0 ? 0 : (weights?.[i] ?? 1));
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, weightOf(i));
  if (largest === 0) return 0;
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
