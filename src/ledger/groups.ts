import * as z from 'zod/mini';
import { dayMs, lastTime } from '../core/time-units';
import { clockOf } from '../core/time-zone';
import { dayAt, dayText, weekdayOf } from '../core/zone-clock';
import { epochOf, refuseDate } from '../input/date';
import { behindDoor, door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse, refuseOther } from '../input/refusal';
import type { DuePromise, PromiseGroup } from './promise-group';

/** Groups promises by their segment; those without one are in the group `''`. */
export const bySegment: PromiseGroup = (promise) =>
  door('bySegment', () => {
    const segment = partOf(promise, 'segment') ?? null;
    if (segment === null || typeof segment === 'string') return segment ?? '';
    return refuse('promise.segment', segment, 'text, or null for none', 'wrong-type');
  });

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
function groupIn(name: string, zone: string, keyOf: (day: number) => string): PromiseGroup {
  const text = `a time zone, as in ${name}('Europe/Berlin')`;
  const clock = door(name, () => clockOf('zone', read(z.string(text), zone, 'zone')));
  const keys = new Map<number, string>();
  return behindDoor(name, (promise) => {
    const day = dayAt(clock, dueTime(promise));
    let key = keys.get(day);
    if (key === undefined) {
      key = keyOf(day);
      keys.set(day, key);
    }
    return key;
  });
}

/** Less than a week from the last one days and their Mondays have no names any more. */
const lastNamed = lastTime - 7 * dayMs;

function dueTime(promise: DuePromise): number {
  const due = partOf(promise, 'due');
  const time = epochOf(due);
  if (Math.abs(time) <= lastNamed) return time;
  return refuseDate('promise.due', due);
}

/** What a promise has under a name. */
function partOf<Name extends keyof DuePromise>(promise: Partial<DuePromise>, name: Name) {
  if (typeof promise === 'object' && promise !== null)
    return reading('promise', promise, (given) => given[name]);
  return refuseOther('promise', promise, 'a promise');
}
