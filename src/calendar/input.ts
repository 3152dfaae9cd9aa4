import * as z from 'zod/mini';
import { frozenCopy } from '../core/frozen-copy';
import { recordFor } from '../core/record-for';
import { calendarDateSchema, checkUnit } from '../input/date';
import { isFrozen } from '../input/frozen';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { rowOf } from '../input/rows';
import { schemaOf } from '../input/schema-of';
import { recordOf } from '../input/schemas';
import { type BusinessCalendar, weekdayNames } from './calendar';
import { isSame } from './is-same';
import type { OpenHours } from './open-spans';
import { readHours } from './read-hours';
import type { DatedEvent, Happened } from './service-events';
import { type DurationUnit, elapsedNames, unitNames } from './units';

const textsLike = (one: string, more = '') =>
  z.array(z.string(`a text, such as ${one}`), `a list such as [${one}]${more}`);
const hoursSchema = textsLike("'09:00-17:00'", ', or [] for closed');

/** The same for each weekday. */
const weekOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.strictObject(recordFor(weekdayNames, () => item));

/** A calendar as it is written, whose texts are not read yet. */
const writtenSchema = once(() =>
  schemaOf<BusinessCalendar>()(
    z.strictObject({
      zone: z.string('an IANA time zone such as Europe/Berlin'),
      open: z.optional(weekOf(z.optional(hoursSchema))),
      specialHours: z.optional(recordOf(hoursSchema)),
      holidays: z.optional(textsLike("'2026-12-24'")),
      cutOff: z.optional(z.union([z.string(), weekOf(z.optional(z.string()))])),
      specialCutOffs: z.optional(recordOf(z.string())),
      knownUntil: z.optional(z.string()),
    }),
  ),
);

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const byName = (item: object) => ({ type: 'object', additionalProperties: item });
const byWeekday = (item: object) => ({
  type: 'object',
  properties: recordFor(weekdayNames, () => item),
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
    knownUntil: text,
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
  const calendar = frozenCopy(read(writtenSchema, given));
  const hours = readHours(calendar);
  known.set(given, { hours, frozen: isFrozen(given) });
  known.set(calendar, { hours, frozen: true });
  return hours;
}

/** A calendar, read as its hours. */
export const calendarSchema = readWith(hoursOf, calendarJson);

/**
 * A calendar as it comes from a file or a request: checked, and copied for good.
 *
 * @example
 * ```ts
 * import { businessCalendarSchema } from 'overdeliver/calendar';
 *
 * businessCalendarSchema.safeParse({ zone: 'Europe/Berlin', holidays: ['12-25'] }).success; // => true
 * businessCalendarSchema.safeParse({ zone: 'Europe/Bonn' }).success; // => false
 * ```
 */
export const businessCalendarSchema = readWith(
  (given: BusinessCalendar): BusinessCalendar => hoursOf(given).calendar,
  calendarJson,
);

/** The same of a calendar that stands at a path; schemas are slow, and what was read before needs none. */
export function readCalendar(path: string, given: BusinessCalendar): OpenHours {
  return reading(path, given, () => knownHours(given)) ?? read(calendarSchema, given, path);
}

/**
 * One event of a request as it comes from a file or another request, its date in any of the forms that are taken.
 *
 * @example
 * ```ts
 * import { serviceEventSchema } from 'overdeliver/calendar';
 *
 * serviceEventSchema.parse({ at: '2026-03-05T15:00:00+01:00', kind: 'opened' }).at; // => 2026-03-05T14:00:00.000Z
 * ```
 */
export const serviceEventSchema = schemaOf<DatedEvent>()(
  rowOf({
    at: calendarDateSchema,
    kind: z.enum(['opened', 'responded', 'pending', 'resumed', 'resolved', 'reopened']),
    reason: z.optional(z.string()),
  }),
);

/** Refuses events in another unit, as far as the date up to which they are known tells. */
export function checkEventUnits({ events, path }: Happened, asOf: Date): void {
  const until = asOf.getTime();
  for (const [i, { at }] of events.entries()) checkUnit(`${path}[${i}].at`, at, until);
}

/** The fields of a clock that counts the time of requests. */
export const serviceClock = {
  until: z.enum(['responded', 'resolved']),
  pauses: z.optional(z.boolean()),
};

/** What a unit may be, and how to count what it may not be. */
const unitError = (names: readonly string[], refused: readonly string[], how: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    `one of ${names.join(', ')}${refused.some((name) => name === input) ? how : ''}`,
});

const openHours = '; count open-hours of a calendar that opens for as long each day';
export const elapsedUnitSchema = z.enum(
  elapsedNames,
  unitError(elapsedNames, ['days', 'business-days', 'weeks'], openHours),
);
export const unitSchema = z.enum(
  unitNames,
  unitError(unitNames, ['weeks'], '; count weeks in days: plans round to them by toMultipleOf(7)'),
);

const promiseText = 'a finite number of at least 0';
export const promiseSchema = z.number().check(z.gte(0, promiseText));

/** Whether a name is that of a unit. */
export const isUnit = (name: unknown): name is DurationUnit =>
  unitNames.includes(name as DurationUnit);
