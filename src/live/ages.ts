import { lowest } from './incidence';
import type { Memory } from './memories';
import * as order from './orders';

/** How old an order is, against what was expected of it. */

/** By how much the log age of an order exceeds what was expected of it, but for the drift. */
export function beyondAt(numbers: Float64Array, row: number, open: number): number {
  const age = open - (numbers[row + order.openStart] as number);
  const expected =
    (numbers[row + order.logEstimate] as number) +
    (numbers[row + order.groupOffset] as number) +
    (numbers[row + order.hourOffset] as number) +
    (numbers[row + order.dayOffset] as number) +
    (numbers[row + order.busyOffset] as number) +
    (numbers[row + order.slopeShift] as number);
  return Math.log(age) - expected;
}

/** The same, standardised as a memory has it. */
export function logAgeOf(
  numbers: Float64Array,
  row: number,
  beyond: number,
  { drifts }: Memory,
): number {
  const drift = drifts ? (numbers[row + order.drift] as number) : 0;
  const z = (beyond - drift) / (numbers[row + order.stretch] as number);
  return z > lowest ? z : lowest;
}
