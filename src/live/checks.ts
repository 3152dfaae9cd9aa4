import { refuse } from '../core/refuse';
import type { State } from './state';

/** Checks written by hand: they run at every event. */

const shareText = 'a share above 0 and below 1, such as .9 for 90%';
const estimateText = 'a number above 0 and at most 1e9';

/** Refuses what is not a record, and fields it does not know. */
export function checkFields(fn: string, event: unknown, names: readonly string[]): void {
  if (typeof event !== 'object' || event === null) refuse(fn, 'event', event, 'an object');
  for (const name in event) {
    if (!names.includes(name)) {
      const value = (event as Readonly<Record<string, unknown>>)[name];
      refuse(fn, `event.${name}`, value, `one of ${names.join(', ')}`, 'unknown-name');
    }
  }
}

/** The time of an event in milliseconds, not before the last one. */
export function checkAt(fn: string, at: unknown, { now }: State): number {
  if (!(at instanceof Date)) {
    refuse(fn, 'event.at', at, 'a date', at === undefined ? 'missing' : 'wrong-type');
  }
  const time = at.getTime();
  if (Number.isNaN(time)) refuse(fn, 'event.at', at, 'a valid date', 'wrong-type');
  if (time < now) {
    const last = new Date(now).toISOString();
    refuse(fn, 'event.at', at, `events in order of time, the last one at ${last}`, 'date-order');
  }
  return time;
}

/** An order's name. */
export function checkId(fn: string, id: unknown): asserts id is string {
  checkText(fn, 'event.id', id);
  if (id === '') refuse(fn, 'event.id', id, 'an id of your own', 'out-of-range');
}

export function checkText(fn: string, path: string, value: unknown): asserts value is string {
  if (typeof value === 'string') return;
  refuse(fn, path, value, 'a string', value === undefined ? 'missing' : 'wrong-type');
}

export function checkShare(fn: string, path: string, value: unknown): asserts value is number {
  if (typeof value === 'number' && value > 0 && value < 1) return;
  refuse(fn, path, value, shareText, value === undefined ? 'missing' : undefined);
}

export function checkDuration(fn: string, path: string, value: unknown): asserts value is number {
  if (typeof value === 'number' && value > 0 && value <= 1e9) return;
  refuse(fn, path, value, estimateText, value === undefined ? 'missing' : undefined);
}
