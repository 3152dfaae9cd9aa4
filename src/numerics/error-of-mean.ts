import { atLeast } from './nearly';

/** The standard error of a mean of rows, or of rows that go together by cluster. */
export function errorOfMean(
  numbers: Float64Array,
  clusters: readonly ArrayLike<number>[] | null,
): number {
  const mean = meanIn(numbers);
  if (clusters === null) {
    return Math.sqrt(numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / numbers.length;
  }
  let squares = 0;
  for (const cluster of clusters) {
    let part = 0;
    for (let i = 0; i < cluster.length; i++)
      part += (numbers[cluster[i] as number] as number) - mean;
    squares += part * part;
  }
  return Math.sqrt(squares) / numbers.length;
}

export const meanIn = (numbers: Float64Array) =>
  numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/** Those of the scores that are within one standard error of the best (the rule of one standard error: Breiman et al. 1984). */
export const asGoodAsBest = <
  Score extends { readonly aboveBest: number; readonly standardError: number },
>(
  scores: readonly Score[],
): readonly Score[] =>
  scores.filter(({ aboveBest, standardError }) => atLeast(standardError, aboveBest));
