import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import { checkArray, isFiniteNumber } from './checks';

/** A copy of weights, each at least 0, with a finite sum; null when none are given, and when they are all alike. */
export function weightsCopy(
  path: string,
  weights: ArrayLike<number> | undefined,
  length: number,
): Float64Array | null {
  if (weights === undefined) return null;
  checkArray(path, weights, length);
  const copy = new Float64Array(length);
  reading(path, weights, () => {
    for (let i = 0; i < length; i++) {
      const weight = weights[i] as number;
      const good = isFiniteNumber(weight) && weight >= 0 && weight * length < Infinity;
      if (!good) {
        refuse(`${path}[${i}]`, weight, 'a weight of at least 0, all with a finite sum');
      }
      copy[i] = weight;
    }
  });
  const first = copy[0] as number;
  return first > 0 && copy.every((weight) => compare(weight, first) === 0) ? null : copy;
}

/** Flags as ones and zeros; null when all have finished. */
export function finishedCopy(
  path: string,
  finished: ArrayLike<boolean | number> | undefined,
  length: number,
): Uint8Array | null {
  if (finished === undefined) return null;
  checkArray(path, finished, length, 'flags');
  const flags = new Uint8Array(length);
  reading(path, finished, () => {
    for (let i = 0; i < length; i++) {
      const flag = finished[i];
      const good = typeof flag === 'boolean' || flag === 0 || flag === 1;
      if (!good) refuse(`${path}[${i}]`, flag, 'true or false (1 or 0)', 'wrong-type');
      flags[i] = Number(flag);
    }
  });
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
