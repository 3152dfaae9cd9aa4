import { refuse } from '../core/refuse';
import { addName, type Slopes } from './kernel-slopes';
import type { State } from './state';
import { type LiveUnit, unitLengths } from './units';

/** Checks written by hand: they run at every event. */

const shareText = 'a share above 0 and below 1, such as .9 for 90%';
const featureText = 'a number from -1e9 to 1e9';
/** How many features an order may have, of all the names that were ever used. */
const mostFeatures = 20;

/** Refuses what is not a record. */
export function checkRecord(fn: string, event: unknown): void {
  if (typeof event !== 'object' || event === null) refuse(fn, 'event', event, 'an object');
}

/** The time of an event in milliseconds, not before the last one by more than events may be late. */
export function checkAt(fn: string, at: unknown, { now, settings }: State): number {
  if (!(at instanceof Date)) {
    refuse(fn, 'event.at', at, 'a date', at === undefined ? 'missing' : 'wrong-type');
  }
  const time = at.getTime();
  if (Number.isNaN(time)) refuse(fn, 'event.at', at, 'a valid date', 'wrong-type');
  if (time < now - settings.lateness) {
    const last = new Date(now).toISOString();
    const text = `events in order of time, the last one at ${last} (now()); options.lateness lets them be late`;
    refuse(fn, 'event.at', at, text, 'date-order');
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

/** A duration in a unit: up to 1e9 of it, or a million days, so that every promise has a date. */
export function checkDuration(
  fn: string,
  path: string,
  value: unknown,
  unit: LiveUnit,
): asserts value is number {
  const most = Math.min(1e9, (1e6 * unitLengths.days) / unitLengths[unit]);
  if (typeof value === 'number' && value > 0 && value <= most) return;
  const text = `a number above 0 and at most ${most}`;
  refuse(fn, path, value, text, value === undefined ? 'missing' : undefined);
}

/** The features of an order in the order of their names, NaN for one not given; new names are added if asked. */
export function readFeatures(
  fn: string,
  features: unknown,
  slopes: Slopes,
  add: boolean,
): readonly number[] | null {
  if (features === undefined) return null;
  if (typeof features !== 'object' || features === null || Array.isArray(features)) {
    refuse(fn, 'event.features', features, 'numbers by name, such as { items: 3 }');
  }
  const given = features as Readonly<Record<string, unknown>>;
  const names = Object.keys(given);
  for (const name of names) {
    const x = given[name];
    if (typeof x !== 'number' || !(Math.abs(x) <= 1e9)) {
      refuse(fn, `event.features.${name}`, x, featureText, x === undefined ? 'missing' : undefined);
    }
  }
  const fresh = names.filter((name) => !slopes.names.includes(name, 1));
  if (slopes.names.length - 1 + fresh.length > mostFeatures) {
    refuse(fn, 'event.features', features, `at most ${mostFeatures} names in all`, 'out-of-range');
  }
  if (add) for (const name of fresh) addName(slopes, name, given[name] as number);
  return slopes.names
    .slice(1)
    .map((name) => (Object.hasOwn(given, name) ? (given[name] as number) : Number.NaN));
}
