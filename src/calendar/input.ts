import * as z from 'zod/mini';
import { type DateInput, epochOf, readEpoch } from '../input/date';
import { isFrozen } from '../input/frozen';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { schemaOf } from '../input/schema-of';
import { recordOf } from '../input/schemas';
import { type BusinessCalendar, weekdayNames } from './calendar';
import type { OpenHours } from './open-spans';
import { readHours } from './read-hours';
import { type DurationUnit, elapsedNames, unitNames } from './units';

const textsSchema = z.array(z.string());

/** The same for each weekday. */
const weekOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.strictObject({
    monday: item,
    tuesday: item,
    wednesday: item,
    thursday: item,
    friday: item,
    saturday: item,
    sunday: item,
  });

/** A calendar as it is written, whose texts are not read yet. */
const writtenSchema = schemaOf<BusinessCalendar>()(
  z.strictObject({
    zone: z.string(),
    open: z.optional(weekOf(z.optional(textsSchema))),
    specialHours: z.optional(recordOf(textsSchema)),
    holidays: z.optional(textsSchema),
    cutOff: z.optional(z.union([z.string(), weekOf(z.optional(z.string()))])),
    specialCutOffs: z.optional(recordOf(z.string())),
  }),
);

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const byName = (item: object) => ({ type: 'object', additionalProperties: item });
const byWeekday = (item: object) => ({
  type: 'object',
  properties: Object.fromEntries(weekdayNames.map((name) => [name, item])),
  additionalProperties: false,
});
/** The same as JSON Schema. */
const calendarJson = {
  type: 'object',
  properties: {
    zone: text,
    open: byWeekday(texts),
    specialHours: byName(texts),
    holidays: texts,
    cutOff: { anyOf: [text, byWeekday(text)] },
    specialCutOffs: byName(text),
  },
  required: ['zone'],
  additionalProperties: false,
};

/** What was read of calendars, and whether they can change. */
const known = new WeakMap<object, { readonly hours: OpenHours; readonly frozen: boolean }>();

/** What was read of a calendar that is what it was then. */
function knownHours(given: BusinessCalendar): OpenHours | undefined {
  const before = known.get(given);
  return before && (before.frozen || isSame(given, before.hours.calendar))
    ? before.hours
    : undefined;
}

function hoursOf(given: BusinessCalendar): OpenHours {
  const before = knownHours(given);
  if (before) return before;
  const calendar = freeze(read(writtenSchema, given));
  const hours = readHours(calendar);
  known.set(given, { hours, frozen: isFrozen(given) });
  known.set(calendar, { hours, frozen: true });
  return hours;
}

/** Whether data holds what a copy of it does. */
function isSame(given: unknown, copy: unknown): boolean {
  if (typeof copy !== 'object' || copy === null) return given === copy;
  if (typeof given !== 'object' || given === null || Array.isArray(given) !== Array.isArray(copy))
    return false;
  const names = Object.keys(copy) as (keyof typeof copy)[];
  return (
    Object.keys(given).length === names.length &&
    names.every((name) => isSame((given as typeof copy)[name], copy[name]))
  );
}

function freeze<Data>(data: Data): Data {
  if (typeof data === 'object' && data !== null) Object.values(data).forEach(freeze);
  return Object.freeze(data);
}

/** A calendar, read as its hours. */
export const calendarSchema = readWith(hoursOf, calendarJson);

/** A calendar as data: checked, and copied for good. */
export const businessCalendarSchema = readWith(
  (given: BusinessCalendar): BusinessCalendar => hoursOf(given).calendar,
  calendarJson,
);

/** The same of a calendar that stands at a path; schemas are slow, and what was read before needs none. */
export function readCalendar(path: string, given: BusinessCalendar): OpenHours {
  return reading(path, given, () => knownHours(given)) ?? read(calendarSchema, given, path);
}

const dateText = 'a date from 1900 to 9000';
const firstDate = Date.UTC(1900, 0, 1);
const endOfDates = Date.UTC(9001, 0, 1);

/**
 * A date as milliseconds. Beyond these years a number of another unit was meant, and arithmetic would leave the range of
 * dates.
 */
export function readInstant(path: string, value: DateInput): number {
  const time = epochOf(value);
  if (time >= firstDate && time < endOfDates) return time;
  readEpoch(path, value);
  return refuse(path, value, dateText, 'out-of-range');
}

export const dateSchema = readWith((value: DateInput): Date => new Date(readInstant('', value)), {
  type: 'string',
  format: 'date-time',
});

export const elapsedUnitSchema = z.enum(elapsedNames);
export const unitSchema = z.enum(unitNames);

const promiseText = 'a finite number of at least 0';
export const promiseSchema = z.number().check(z.gte(0, promiseText));

/** Whether a name is that of a unit. */
export const isUnit = (name: unknown): name is DurationUnit =>
  unitNames.includes(name as DurationUnit);
