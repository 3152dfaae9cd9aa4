import { unitMs } from '../core/time-units';
import { dateText, epochOf } from '../input/date';
import { isOverdeliverError } from '../input/errors';
import { Refusal, refuse } from '../input/refusal';
import { rowReader } from '../input/rows';
import { addName, type Slopes } from './slopes';
import type { State } from './state';
import type { LiveUnit } from './units';

/** Checks written by hand: they run at every event. */

const shareText = 'a share above 0 and below 1, such as .9 for 90%';
const featureText = 'a number from -1e9 to 1e9';
/** How many features an order may have, of all the names that were ever used. */
const mostFeatures = 20;

/** What an event or a request may hold. */
interface Fields {
  readonly id?: unknown;
  readonly at?: unknown;
  readonly group?: unknown;
  readonly estimate?: unknown;
  readonly keepRate?: unknown;
  readonly features?: unknown;
}

/**
 * Reads an event once. One that is told may be a row with other columns, unless one is a near miss of a known name; what
 * is asked for may not. What a getter or a proxy throws is no error of ours.
 */
export function eventReader(names: readonly (keyof Fields)[], isRow: boolean) {
  const checkNames = isRow ? rowReader(names) : strictReader(names);
  return (event: unknown): Fields => {
    if (typeof event !== 'object' || event === null) refuse('event', event, 'an object');
    try {
      checkNames('event', event);
      const { id, at, group, estimate, keepRate, features } = event as Fields;
      const isRecord =
        typeof features === 'object' && features !== null && !Array.isArray(features);
      return { id, at, group, estimate, keepRate, features: isRecord ? { ...features } : features };
    } catch (error) {
      if (error instanceof Refusal || isOverdeliverError(error)) throw error;
      return refuse('event', event, 'plain data, which can be read', 'wrong-type');
    }
  };
}

function strictReader(names: readonly string[]) {
  return (path: string, event: object): void => {
    for (const name in event) {
      if (names.includes(name)) continue;
      const value = (event as Readonly<Record<string, unknown>>)[name];
      refuse(`${path}.${name}`, value, `one of ${names.join(', ')}`, 'unknown-name');
    }
  };
}

/** The time of an event in milliseconds, not before the last one by more than events may be late. */
export function checkAt(at: unknown, { now, settings }: State): number {
  const time = epochOf(at);
  if (Number.isNaN(time)) {
    refuse('event.at', at, dateText, at === undefined ? 'missing' : 'wrong-type');
  }
  if (time < now - settings.lateness) {
    const last = new Date(now).toISOString();
    const text = `events in order of time, the last one at ${last} (now()), or as late as options.lateness says`;
    refuse('event.at', at, text, 'date-order');
  }
  // A calendar is walked day by day.
  if (settings.calendar !== null && time - now > furthestMs && now !== -Infinity) {
    const last = new Date(now).toISOString();
    refuse('event.at', at, `a time within 50 years of the last event at ${last}`, 'out-of-range');
  }
  return time;
}

const furthestMs = 50 * 366 * unitMs.days;

/** An order's name. */
export function checkId(id: unknown): asserts id is string {
  checkText('event.id', id);
  if (id === '') refuse('event.id', id, 'an id of your own', 'out-of-range');
}

export function checkText(path: string, value: unknown): asserts value is string {
  if (typeof value === 'string') return;
  refuse(path, value, 'a string', value === undefined ? 'missing' : 'wrong-type');
}

export function checkShare(path: string, value: unknown): asserts value is number {
  if (typeof value === 'number' && value > 0 && value < 1) return;
  refuse(path, value, shareText, value === undefined ? 'missing' : undefined);
}

/** A duration in a unit: up to 1e9 of it, or a million days, so that every promise has a date. */
export function checkDuration(
  path: string,
  value: unknown,
  unit: LiveUnit,
): asserts value is number {
  const most = Math.min(1e9, (1e6 * unitMs.days) / unitMs[unit]);
  // Less than a billionth of a unit is no duration, and its quotes would not be numbers.
  if (typeof value === 'number' && value >= 1e-9 && value <= most) return;
  const text = `a number above 0 and at most ${most}`;
  refuse(path, value, text, value === undefined ? 'missing' : undefined);
}

/** The features of an order in the order of their names, NaN for one not given; new names are added if asked. */
export function readFeatures(
  features: unknown,
  slopes: Slopes,
  add: boolean,
): readonly number[] | null {
  if (features === undefined) return null;
  if (typeof features !== 'object' || features === null || Array.isArray(features)) {
    refuse('event.features', features, 'numbers by name, such as { items: 3 }');
  }
  const given = features as Readonly<Record<string, unknown>>;
  // The first of the names is the surge.
  const { names } = slopes;
  const row = new Array<number>(names.length - 1).fill(Number.NaN);
  const fresh: string[] = [];
  for (const name of Object.keys(given)) {
    const x = given[name];
    if (typeof x !== 'number' || !(Math.abs(x) <= 1e9)) {
      refuse(`event.features.${name}`, x, featureText, x === undefined ? 'missing' : undefined);
    }
    const place = names.indexOf(name, 1);
    if (place < 0) fresh.push(name);
    else row[place - 1] = x;
  }
  if (fresh.length === 0) return row;
  if (row.length + fresh.length > mostFeatures) {
    const known = names.slice(1).join(', ');
    const text = `at most ${mostFeatures} names in all, so far ${known}`;
    refuse('event.features', features, text, 'out-of-range');
  }
  if (!add) return row;
  for (const name of fresh) {
    addName(slopes, name, given[name] as number);
    row.push(given[name] as number);
  }
  return row;
}
