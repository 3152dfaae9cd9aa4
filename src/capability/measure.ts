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
    const known = `one of ${Object.keys(unitMs).join(', ')}`;
    // No date could be told of a plan in weeks.
    if (unit === 'weeks') {
      const days = 'count weeks in days: plans round to them by toMultipleOf(7)';
      refuse('options.unit', unit, `${known}; ${days}`, 'unknown-name');
    }
    // What durationBetween counts is said in that.
    const counts = /^(open-|business-)/.test(unit)
      ? `durationBetween(calendar, from, to, '${unit}')`
      : '(to.getTime() - from.getTime()) / 1000 for seconds';
    const measure = `options.duration to measure it, such as (from, to) => ${counts}`;
    refuse('options.unit', unit, `${known}, or ${measure}`, 'unknown-name');
  }
  return (from, to) => {
    const took = duration(new Date(from), new Date(to));
    if (isFiniteNumber(took) && took >= 0) return took;
    const expected = 'a function that returns finite numbers of at least 0';
    return refuse('options.duration', took, expected);
  };
}
