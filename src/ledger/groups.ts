import * as z from 'zod/mini';
import { check } from '../core/check';
import { epochOf } from '../core/date';
import { dayAt, dayMs, weekdayOf } from '../core/kernel-wall';
import { reading } from '../core/reading';
import { refuse } from '../core/refuse';
import { clockOf } from '../core/time-zone';
import type { DuePromise, PromiseGroup } from './standing';

/** Groups promises by their segment; those without one are in the group `''`. */
export const bySegment: PromiseGroup = (promise) => {
  const fn = 'bySegment';
  const { segment = null } = given(fn, promise);
  if (segment === null || typeof segment === 'string') return segment ?? '';
  refuse(fn, 'promise.segment', segment, 'text, or null for none');
};

/**
 * Groups promises by the calendar day on which they fell due, such as `2026-03-05`.
 *
 * @param zone an IANA time zone
 * @throws InvalidInputError `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { byDay } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-05T18:00:00Z');
 * byDay('Asia/Tokyo')({ id: 'o-1', segment: null, at, due }); // => '2026-03-06'
 * ```
 */
export function byDay(zone: string): PromiseGroup {
  return groupIn('byDay', zone, dayText);
}

/**
 * Groups promises by the week, from Monday on, in which they fell due; the key is its Monday.
 *
 * @param zone an IANA time zone
 * @throws InvalidInputError `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { byWeek } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-05T18:00:00Z');
 * byWeek('Europe/Berlin')({ id: 'o-1', segment: null, at, due }); // => '2026-03-02'
 * ```
 */
export function byWeek(zone: string): PromiseGroup {
  return groupIn('byWeek', zone, (day) => dayText(day - weekdayOf(day)));
}

/**
 * Groups promises by the month in which they fell due, such as `2026-03`.
 *
 * @param zone an IANA time zone
 * @throws InvalidInputError `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { byMonth } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-31T23:00:00Z');
 * byMonth('Europe/Berlin')({ id: 'o-1', segment: null, at, due }); // => '2026-04'
 * ```
 */
export function byMonth(zone: string): PromiseGroup {
  return groupIn('byMonth', zone, (day) => dayText(day).slice(0, -3));
}

/** Groups by what is made of the number of the day in the zone, once for each day. */
function groupIn(fn: string, zone: string, keyOf: (day: number) => string): PromiseGroup {
  const clock = clockOf(fn, 'zone', check(fn, z.string(), zone, 'zone'));
  const keys = new Map<number, string>();
  return (promise) => {
    const day = dayAt(clock, dueTime(fn, promise));
    let key = keys.get(day);
    if (key === undefined) {
      key = keyOf(day);
      keys.set(day, key);
    }
    return key;
  };
}

/** The date of a day, such as `2026-03-05`. */
function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().split('T', 1)[0] as string;
}

/** The last time that `Date` knows, less a week: days and their Mondays have names until then. */
const lastTime = 8.64e15 - 7 * dayMs;

function dueTime(fn: string, promise: DuePromise): number {
  const { due } = given(fn, promise);
  const time = epochOf(due);
  if (Math.abs(time) <= lastTime) return time;
  refuse(fn, 'promise.due', due, 'a date', due === undefined ? 'missing' : 'wrong-type');
}

function given(fn: string, promise: unknown): Partial<DuePromise> {
  if (typeof promise === 'object' && promise !== null) {
    return reading(fn, 'promise', promise, () => ({ ...promise }));
  }
  refuse(fn, 'promise', promise, 'a promise', promise === undefined ? 'missing' : 'wrong-type');
}
