import fc from 'fast-check';
import { type DateOrder, fromLocalTime } from 'overdeliver/calendar';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

it.each<[string, DateOrder, string]>([
  ['05.03.2026 18:40', 'day-first', '2026-03-05T18:40:00.000Z'],
  ['5.3.2026, 18:40:07', 'day-first', '2026-03-05T18:40:07.000Z'],
  ['05-03-2026', 'day-first', '2026-03-05T00:00:00.000Z'],
  ['05.03.2026  9:05', 'day-first', '2026-03-05T09:05:00.000Z'],
  ['3/5/2026 6:40 PM', 'month-first', '2026-03-05T18:40:00.000Z'],
  ['3/5/2026, 12:05:09 a.m.', 'month-first', '2026-03-05T00:05:09.000Z'],
  ['3/5/2026 12:05pm', 'month-first', '2026-03-05T12:05:00.000Z'],
  // As Spanish has it, with spaces that do not break.
  ['5/3/2026, 6:40:00\u202fp.\u00a0m.', 'day-first', '2026-03-05T18:40:00.000Z'],
  ['5/3/2026 6:40 a. m.', 'day-first', '2026-03-05T06:40:00.000Z'],
  ['2026/3/5 18:40:07,25', 'year-first', '2026-03-05T18:40:07.250Z'],
  ['2026-03-05 18:40', 'month-first', '2026-03-05T18:40:00.000Z'],
])('%s, %s', (text, dateOrder, instant) => {
  expect(fromLocalTime(text, 'UTC', { dateOrder })).toEqual(new Date(instant));
});

it.each([
  ['31.12.49', 1950, '2049-12-31'],
  ['31.12.50', 1950, '1950-12-31'],
  ['31.12.24', 2000, '2024-12-31'],
  ['31.12.99', 1900, '1999-12-31'],
])('%s with years from %i', (text, yearsFrom, day) => {
  const found = fromLocalTime(text, 'UTC', { dateOrder: 'day-first', yearsFrom });
  expect(found.toISOString().slice(0, 10)).toBe(day);
});

it.each([
  ['31.12.24', {}, 'a year of two digits'],
  ['25.03.2026', { dateOrder: 'month-first' }, 'in that order there is no such day'],
  ['13/06/2026', { dateOrder: 'month-first' }, 'in that order there is no such day'],
  ['12/31/2026', { dateOrder: 'day-first' }, 'in that order there is no such day'],
  ['31.02.2026', { dateOrder: 'day-first' }, 'in that order there is no such day'],
  ['05.03.2026 13:00 PM', { dateOrder: 'day-first' }, 'in that order there is no such day or time'],
  ['05.03.2026', { dateOrder: 'year-first' }, 'with the year first'],
  ['05.03/2026', { dateOrder: 'day-first' }, 'with the day first'],
  ['31.12.24', { dateOrder: 'day-first' }, 'yearsFrom says of which'],
  ['2026-03-05T18:40Z', { dateOrder: 'day-first' }, 'it is an instant already'],
] as const)('refuses %s with %j', (text, form, message) => {
  const found = refusal(() => fromLocalTime(text, 'UTC', form));
  expect(found).toMatchObject({ path: 'text', code: 'wrong-type' });
  expect(found.message).toContain(message);
});

it.each([
  [{ dateOrder: 'dmy' }, 'form.dateOrder', 'unknown-name'],
  [{ yearsFrom: 50 }, 'form.yearsFrom', 'out-of-range'],
  [{ order: 'day-first' }, 'form.order', 'unknown-name'],
])('refuses the form %j', (form, path, code) => {
  expect(refusal(() => fromLocalTime('2026-03-05', 'UTC', form as never))).toMatchObject({
    path,
    code,
  });
});

it('refuses years off the calendar, and nothing at all', () => {
  const form = { dateOrder: 'day-first' } as const;
  expect(refusal(() => fromLocalTime('05.03.0026', 'UTC', form)).code).toBe('out-of-range');
  expect(refusal(() => fromLocalTime(undefined as never, 'UTC', form)).code).toBe('missing');
  expect(refusal(() => fromLocalTime(7 as never, 'UTC', form)).code).toBe('wrong-type');
});

it('reads what a locale of that order writes, holding for any day', () => {
  const day = fc.date({
    min: new Date('1900-01-02'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  const locales = [
    ['de', 'day-first'],
    ['fr', 'day-first'],
    ['en-US', 'month-first'],
    ['ja', 'year-first'],
  ] as const;
  const property = fc.property(day, (date) => {
    for (const [locale, dateOrder] of locales) {
      const text = date
        .toLocaleString(locale, { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' })
        .replace(/ /g, ' ');
      const written = fromLocalTime(text, 'UTC', { dateOrder, yearsFrom: century(date) });
      expect(written.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }
  });
  holds(property);
});

const century = (date: Date) => Math.floor(date.getUTCFullYear() / 100) * 100;
