import type { ReadCensoring } from './input-censoring';
import type { QuantityOptions } from './quantity';

/** What rows have in common, and how each counts. */
export type Counting = QuantityOptions & ReadCensoring;

/** The same of some of the rows. */
export function countingOf(counting: Counting, rows: readonly number[]): Counting {
  const { weights, finished, lost, entered, ...quantity } = counting;
  return {
    ...quantity,
    weights: weights && numbersAt(weights, rows),
    finished: finished && flagsAt(finished, rows),
    lost: lost && flagsAt(lost, rows),
    entered: entered && numbersAt(entered, rows),
  };
}

export const numbersAt = (column: Float64Array, rows: readonly number[]) =>
  Float64Array.from(rows, (row) => column[row] as number);

const flagsAt = (column: Uint8Array, rows: readonly number[]) =>
  Uint8Array.from(rows, (row) => column[row] as number);

/** Whether a row has finished and counts. */
export const counts = ({ weights, finished, lost }: Counting, row: number): boolean =>
  finished?.[row] !== 0 && lost?.[row] !== 1 && weights?.[row] !== 0;
