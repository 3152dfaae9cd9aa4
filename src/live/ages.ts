import { lowest } from './incidence';
import type { Memory } from './memories';
import { column } from './orders';

/** How old an order is, against what was expected of it. */

/** The log duration that was expected of an order, but for the drift. */
export function expectedAt(numbers: Float64Array, row: number): number {
  return (
    (numbers[row + column.logEstimate] as number) +
    (numbers[row + column.groupOffset] as number) +
    (numbers[row + column.hourOffset] as number) +
    (numbers[row + column.dayOffset] as number) +
    (numbers[row + column.busyOffset] as number) +
    (numbers[row + column.slopeShift] as number)
  );
}

/** By how much its log age exceeds that. */
export function beyondAt(numbers: Float64Array, row: number, open: number): number {
  const age = open - (numbers[row + column.openStart] as number);
  return Math.log(age) - expectedAt(numbers, row);
}

/**
 * The same, standardised as a memory has it: stretched around the centre that is common to all, or the spread of a group
 * would move its level.
 */
export function logAgeOf(
  numbers: Float64Array,
  row: number,
  beyond: number,
  { drifts }: Memory,
  centre: number,
): number {
  const drift = drifts ? (numbers[row + column.drift] as number) : 0;
  const z = centre + (beyond - drift - centre) / (numbers[row + column.stretch] as number);
  return z > lowest ? z : lowest;
}

/** What a standardised log age comes to where ages are stretched by so much. */
export const stretched = (z: number, stretch: number, centre: number): number =>
  centre + stretch * (z - centre);
