import { take } from '../numerics/places-that';
import type { ReadCensoring } from './input-censoring';
import type { QuantityOptions } from './quantity';

/** What rows have in common, and how each counts. */
export type Counting = QuantityOptions & ReadCensoring;

/** The same of some of the rows. */
export function countingOf(counting: Counting, rows: readonly number[]): Counting {
  const { weights, finished, lost, entered, ...quantity } = counting;
  return {
    ...quantity,
    weights: weights && take(weights, rows),
    finished: finished && take(finished, rows),
    lost: lost && take(lost, rows),
    entered: entered && take(entered, rows),
  };
}

/** Whether a row has finished and counts. */
export const counts = ({ weights, finished, lost }: Counting, row: number): boolean =>
  finished?.[row] !== 0 && lost?.[row] !== 1 && weights?.[row] !== 0;
