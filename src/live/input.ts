import { dayMs, unitMs } from '../core/time-units';
import { checkFirst, type DateInput, epochOf, refuseDate } from '../input/date';
import { unitAdvice } from '../input/date-units';
import { behindDoor } from '../input/door';
import { isOverdeliverError } from '../input/errors';
import { knownNames } from '../input/known-names';
import { Refusal, refuse, refuseName, refuseNumber, refuseOther } from '../input/refusal';
import { rowReader } from '../input/rows';
import { isShare, shareText } from '../input/share';
import type { Ask } from './draft';
import {
  durationBounds,
  durationText,
  featureBound,
  featureText,
  idText,
  names,
  otherNames,
} from './input-schemas';
import type { State } from './state';
import type { LivePromiser } from './stream';
import type { LiveUnit } from './units';

/** What a promiser is told and asked, read by hand: events come at every moment. */

/** How many features an order may have, of all the names that were ever used. */
const mostFeatures = 20;
/** A calendar is walked day by day. */
const furthestMs = 50 * 366 * dayMs;

type Field = 'id' | 'at' | 'group' | 'estimate' | 'keepRate' | 'features';
type Fields = { readonly [Name in Field]?: unknown };

/** The methods of a promiser, each behind its door. */
export const behindDoors = (promiser: LivePromiser): LivePromiser => ({
  ...promiser,
  start: behindDoor('promiser.start', promiser.start),
  finish: behindDoor('promiser.finish', promiser.finish),
  cancel: behindDoor('promiser.cancel', promiser.cancel),
  lose: behindDoor('promiser.lose', promiser.lose),
  quote: behindDoor('promiser.quote', promiser.quote),
  capability: behindDoor('promiser.capability', promiser.capability),
});

/** What is told may be a row with other columns, unless one is a near miss of a known name; what is asked may not. */
const fieldsOf = {
  start: fieldReader(rowReader(names.start, otherNames)),
  end: fieldReader(rowReader(names.end)),
  quote: fieldReader(strictReader(names.quote)),
  capability: fieldReader(strictReader(names.capability)),
};

/** An order that starts: its id, the time in milliseconds, and what is asked for it. */
export const readStart = (given: unknown, state: State) => startOf(fieldsOf.start(given), state);

/** The same of fields that are plain data, under no other names. */
export function startOf(fields: Fields, state: State) {
  return { id: readId(fields.id), at: readAt(fields.at, state), ask: readAsk(fields, state) };
}

/** An order that ends. */
export const readEnd = (given: unknown, state: State) => endOf(fieldsOf.end(given), state);

export function endOf({ id, at }: Fields, state: State) {
  return { id: readId(id), at: readAt(at, state) };
}

/** A question about an order that would start now. */
export function readRequest(given: unknown, state: State, what: 'quote' | 'capability') {
  const fields = fieldsOf[what](given);
  return { at: readAt(fields.at, state), ask: readAsk(fields, state) };
}

/** The fields of an event, each read once. What a getter or a proxy throws is no error of ours. */
function fieldReader(checkNames: (path: string, event: object) => void) {
  return (event: unknown): Fields => {
    // An array is told as one: its `at` is a function.
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
      refuse('event', event, 'an object', 'wrong-type');
    }
    try {
      checkNames('event', event);
      const { id, at, group, estimate, keepRate, features } = event as Fields;
      const isRecord = isRecordOf(features);
      return { id, at, group, estimate, keepRate, features: isRecord ? { ...features } : features };
    } catch (error) {
      if (error instanceof Refusal || isOverdeliverError(error)) throw error;
      return refuse('event', event, 'plain data, which can be read', 'wrong-type');
    }
  };
}

/** Whether it has numbers by name: of a Map nothing would be seen. */
const isRecordOf = (features: unknown): features is object =>
  typeof features === 'object' &&
  features !== null &&
  !Array.isArray(features) &&
  !(features instanceof Map);

function strictReader(known: readonly string[]) {
  return (path: string, event: object): void => {
    for (const name in event) {
      if (known.includes(name)) continue;
      const value = (event as Readonly<Record<string, unknown>>)[name];
      refuseName(`${path}.${name}`, value, knownNames(known, name, Object.keys(event), otherNames));
    }
  };
}

/** What to do about null in place of what an order lacks. */
const leaveOut = (value: unknown) => (value === null ? 'leave it out' : undefined);

function readId(id: unknown): string {
  if (typeof id !== 'string') refuseOther('event.id', id, 'a string');
  return id === '' ? refuse('event.id', id, idText, 'out-of-range') : id;
}

/** The time of an event in milliseconds, not before the last one by more than events may be late. */
function readAt(at: unknown, { now, settings }: State): number {
  const time = epochOf(at);
  if (Number.isNaN(time)) refuseDate('event.at', at);
  if (now === -Infinity) checkFirst('event.at', at as DateInput);
  if (time < now - settings.lateness) {
    const last = new Date(now).toISOString();
    const text = `events in order of time, the last one at ${last} (now()), or as late as options.lateness says`;
    refuse('event.at', at, text, 'date-order', unitAdvice(at));
  }
  if (settings.calendar !== null && Math.abs(time - now) > furthestMs && now !== -Infinity) {
    const last = new Date(now).toISOString();
    refuse('event.at', at, `a time within 50 years of the last event at ${last}`, 'out-of-range');
  }
  return time;
}

function readAsk({ group, estimate, keepRate, features }: Fields, state: State): Ask {
  const { settings, slopes } = state;
  if (group !== undefined && typeof group !== 'string')
    refuse('event.group', group, 'a string', 'wrong-type', leaveOut(group));
  if (estimate !== undefined)
    checkDuration('event.estimate', estimate, settings.unit, leaveOut(estimate));
  if (keepRate !== undefined && !isShare(keepRate))
    refuseNumber('event.keepRate', keepRate, shareText, leaveOut(keepRate));
  return {
    group: group ?? '',
    estimate: estimate ?? settings.typical,
    keepRate: keepRate ?? settings.keepRate,
    features: features === undefined ? null : readFeatures(features, slopes.names),
  };
}

/** A duration in a unit: up to a million days, too, so that every promise has a date. */
export function checkDuration(
  path: string,
  value: unknown,
  unit: LiveUnit,
  advice?: string,
): asserts value is number {
  const most = Math.min(durationBounds.most, (1e6 * dayMs) / unitMs[unit]);
  if (typeof value === 'number' && value >= durationBounds.least && value <= most) return;
  refuseNumber(path, value, durationText(most), advice);
}

/** The features of an order; the first of the known names is the surge. */
function readFeatures(features: unknown, known: readonly string[]): Ask['features'] {
  if (!isRecordOf(features)) {
    const text = 'numbers by name, such as { items: 3 }';
    refuse('event.features', features, text, 'wrong-type', leaveOut(features));
  }
  const given = features as Readonly<Record<string, number>>;
  const names = Object.keys(given);
  for (const name of names) {
    const x: unknown = given[name];
    if (typeof x !== 'number' || !(Math.abs(x) <= featureBound)) {
      refuseNumber(`event.features.${name}`, x, featureText, leaveOut(x));
    }
  }
  const isFull = known.length - 1 + names.length > mostFeatures;
  if (isFull && new Set([...known.slice(1), ...names]).size > mostFeatures) {
    const text = `at most ${mostFeatures} names in all, so far ${known.slice(1).join(', ')}`;
    refuse('event.features', features, text, 'out-of-range');
  }
  return given;
}
