import type { NumberEffect } from './estimator-model';

/** The line of a number. */
export interface NumberLine {
  /** The range it was fitted on. */
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  /** Whether it stays beyond that range as at its end. */
  readonly holds: boolean;
  readonly slope: number;
  readonly mean: number;
  readonly kinks: NumberEffect['bends'];
}

/** What a number adds to a logarithm. */
export function onLine({ low, high, isLog, holds, slope, mean, kinks }: NumberLine, x: number) {
  const held = holds ? Math.min(Math.max(x, low), high) : x;
  const u = isLog ? logFrom(low, held) : held;
  let added = slope * (u - mean);
  for (const kink of kinks) added += kink.value * (Math.max(0, u - kink.at) - kink.mean);
  return added;
}

export const isWithin = ({ low, high }: NumberLine, x: number) => x >= low && x <= high;

/** The logarithm, below the least value that was seen along its tangent, so that 0 has one too. */
const logFrom = (low: number, x: number) =>
  x >= low ? Math.log(x) : Math.log(low) + (x - low) / low;
