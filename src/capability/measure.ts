import { unitMs } from '../core/time-units';
import { refuse } from '../input/refusal';
import { isFiniteNumber } from './input';

export type Measure = (from: Date, to: Date) => number;

const lengths: ReadonlyMap<string, number> = new Map(Object.entries(unitMs));

/** The time between two instants as the caller counts it. */
export function durationOf(unit: string, duration?: Measure): (from: number, to: number) => number {
  if (duration === undefined) {
    const ms = lengths.get(unit);
    if (ms !== undefined) return (from, to) => (to - from) / ms;
    const known = Object.keys(unitMs).join(', ');
    // What durationBetween counts is said in that, and weeks in its days.
    const counts = /^(open-|business-)/.test(unit) ? `'${unit}')` : "'days') / 7 for weeks";
    const measure = `options.duration to measure it, such as (from, to) => durationBetween(calendar, from, to, ${counts}`;
    refuse('options.unit', unit, `one of ${known}, or ${measure}`, 'unknown-name');
  }
  return (from, to) => {
    const took = duration(new Date(from), new Date(to));
    if (isFiniteNumber(took) && took >= 0) return took;
    const expected = 'a function that returns finite numbers of at least 0';
    return refuse('options.duration', took, expected);
  };
}
