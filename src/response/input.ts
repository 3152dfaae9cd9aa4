import * as z from 'zod/mini';
import { calendarSchema } from '../calendar/input';
import { timeOf } from '../calendar/read-times';
import { parametersSchema, zoneSchema } from '../core/input';
import { dayMs } from '../core/time-units';
import { calendarDateSchema } from '../input/date';
import { readWith } from '../input/read-with';
import { refuse, refuseOther } from '../input/refusal';
import { responseDefaults } from './parameters';
import type { QuietHours } from './quiet-hours';

export const responseSchema = parametersSchema(responseDefaults);

export const nameSchema = z.string().check(z.minLength(1, 'a name'));

const quietSchema = readWith(
  (quiet: string): QuietHours => {
    if (typeof quiet !== 'string') refuseOther('', quiet, 'a string');
    const [, opens = '', closes = ''] = /^(.{5})-(.{5})$/.exec(quiet) ?? [];
    const [start, end] = [timeOf(opens), timeOf(closes)];
    const length = Math.abs(end - start);
    if (length > 0 && length < dayMs) return [start, end];
    const expected = 'an interval such as 21:00-08:00, neither empty nor the whole day';
    return refuse('', quiet, expected, 'out-of-range');
  },
  { type: 'string' },
);

/** When a customer may be reached, as clocks and hours. */
export const contactSchema = z.strictObject({
  zone: zoneSchema,
  quiet: z.optional(quietSchema),
  calendar: z.optional(calendarSchema),
});

/** The fields of a schema of options that hold the date of an answer, and the customer it goes to. */
export const datedShape = { asOf: calendarDateSchema, contact: contactSchema };
