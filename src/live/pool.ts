import type { Effect, Pool } from './effects';

/**
 * Sums over effects, a few at a time: with ten thousand groups nobody waits for all of them at once. When all were
 * counted the pool is drawn from them.
 */
export interface PoolSums {
  /** How many were counted so far. */
  at: number;
  /** Of those seen: how many, the sum of sizes and of their squares, of size times mean and times its square. */
  count: number;
  size: number;
  squares: number;
  sum: number;
  sumOfSquares: number;
  /** The sum of weights by which means are averaged, and of weight times mean. */
  weight: number;
  weighted: number;
  /** The sum of sizes that they had in the last pool, and of those times mean. */
  lastSize: number;
  lastSum: number;
  /** The variance within, times its degrees of freedom, and those. */
  within: number;
  freedom: number;
}

export interface PoolNumbers {
  readonly guessPriorSize: number;
  readonly guessSpread: number;
}

export const noPool = ({ guessPriorSize, guessSpread }: PoolNumbers): Pool => ({
  mean: 0,
  origin: 0,
  centre: 0,
  priorSize: guessPriorSize,
  variance: guessSpread * guessSpread,
});

export const noSums = (): PoolSums => ({
  at: 0,
  count: 0,
  size: 0,
  squares: 0,
  sum: 0,
  sumOfSquares: 0,
  weight: 0,
  weighted: 0,
  lastSize: 0,
  lastSum: 0,
  within: 0,
  freedom: 0,
});

/** Counts one effect. */
export function countIn(sums: PoolSums, effect: Effect, pool: Pool): void {
  sums.at++;
  if (!(effect.weight > 0)) return;
  const size = (effect.weight * effect.weight) / effect.squares;
  const { mean } = effect;
  sums.count++;
  sums.size += size;
  sums.squares += size * size;
  sums.sum += size * mean;
  sums.sumOfSquares += size * mean * mean;
  // Both variances of the last pool cancel out but for their ratio.
  const weight = 1 / (1 / pool.priorSize + 1 / size);
  sums.weight += weight;
  sums.weighted += weight * mean;
  leaveOut(sums, effect);
  effect.counted = size;
  sums.freedom += effect.weight * (1 - 1 / size);
  sums.within += effect.scatter;
}

/** Counts what one was in the last pool, which may be forgotten by now. */
export function leaveOut(sums: PoolSums, effect: Effect): void {
  sums.lastSize += effect.counted;
  sums.lastSum += effect.counted * effect.mean;
}

/** The pool of all that were counted; the last one where a number would be none. */
export function pooled(
  sums: PoolSums,
  last: Pool,
  { guessPriorSize, guessSpread }: PoolNumbers,
  leastBetween: number,
): Pool {
  const variance =
    (guessPriorSize * guessSpread * guessSpread + sums.within) / (guessPriorSize + sums.freedom);
  const found = between(sums, variance) / variance;
  const priorSize = 1 / (found > leastBetween ? found : leastBetween);
  const { mean, origin, centre } = meansOf(sums, last);
  const numbers = [mean, origin, centre, priorSize, variance];
  const isSound = numbers.every(Number.isFinite) && variance > 0;
  return isSound ? { mean, origin, centre, priorSize, variance } : last;
}

/** The means of a pool; the last ones where there is none. */
function meansOf(sums: PoolSums, last: Pool): Pick<Pool, 'mean' | 'origin' | 'centre'> {
  const { weight, weighted, size, sum, lastSize, lastSum } = sums;
  if (!(weight > 0)) return last;
  const mean = weighted / weight;
  const moved = lastSize > 0 ? lastSum / lastSize - last.centre : mean - last.mean;
  return { mean, origin: last.origin + moved, centre: sum / size };
}

/** The variance between effects, by moments; none where only one was seen. */
function between({ count, size, squares, sum, sumOfSquares }: PoolSums, variance: number): number {
  // What the sizes leave to tell effects apart by: of one alone, or of one beside next to nothing, a rounding error.
  const left = size - squares / size;
  if (count < 2 || !(left > 1e-9 * size)) return 0;
  const scatter = sumOfSquares - (sum * sum) / size;
  return (scatter - (count - 1) * variance) / left;
}
