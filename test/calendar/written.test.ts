import { dueDate } from 'overdeliver';
import { businessCalendar, businessCalendarSchema, dueWindow } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { weekdayNames } from '../../src/calendar/calendar';
import { refusal } from '../core/refusal';

const now = '2026-03-02T10:00:00Z';
const hour = { promise: 1, unit: 'hours' } as const;
const utc = { zone: 'UTC' };
const day = ['09:00-17:00'];
const open = Object.fromEntries(weekdayNames.map((name) => [name, day]));

describe('a range of every year', () => {
  const afterIt = (holidays: string, from: string) =>
    dueDate({ ...utc, open, holidays: [holidays] }, from, { promise: 1, unit: 'open-hours' });

  it.each([
    ['12-30/01-02', '2026-12-30T00:00:00Z', '2027-01-03T10:00:00.000Z'],
    ['12-30/01-02', '2027-01-01T12:00:00Z', '2027-01-03T10:00:00.000Z'],
    ['12-30/01-02', '2027-01-02T00:00:00Z', '2027-01-03T10:00:00.000Z'],
    ['12-30/03-01', '2028-02-29T00:00:00Z', '2028-03-02T10:00:00.000Z'],
    ['12-30/03-01', '2027-12-30T00:00:00Z', '2028-03-02T10:00:00.000Z'],
  ])('%s, at %s', (holidays, from, due) => {
    expect(afterIt(holidays, from).toISOString()).toBe(due);
  });
});

it.each(['x16:00', '16:00x', '24:01', '9:00'])('%s is no time of day', (cutOff) => {
  const call = () => businessCalendar({ ...utc, open, cutOff });
  expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'calendar.cutOff' });
});

it('describes the days of a week to JSON Schema', () => {
  const properties = Object.fromEntries(weekdayNames.map((name) => [name, { type: 'array' }]));
  expect(z.toJSONSchema(businessCalendarSchema)).toMatchObject({
    properties: { open: { properties } },
  });
});

describe('a plan', () => {
  it.each([
    [{ from: 1, to: 2, unit: 'hours' }, 'wrong-type', 'plan'],
    [{ unit: 'hours' }, 'missing', 'plan.promise'],
    [{ promise: Number.POSITIVE_INFINITY, unit: 'hours' }, 'out-of-range', 'plan.promise'],
    [{ promise: '3', unit: 'hours' }, 'wrong-type', 'plan.promise'],
    [{ promise: 1 }, 'missing', 'plan.unit'],
  ])('is not %j', (plan, code, path) => {
    expect(refusal(() => dueDate(utc, now, plan as never))).toMatchObject({ code, path });
  });

  it('of a window says what takes one', () => {
    const window = { from: 1, to: 2, unit: 'hours' };
    const { message } = refusal(() => dueDate(utc, now, window as never));
    expect(message).toContain('dueWindow takes a window');
    const promise = refusal(() => dueWindow(utc, now, hour as never));
    expect(promise.message).toContain('dueDate takes a promise');
    const neither = refusal(() => dueWindow(utc, now, { unit: 'hours' } as never));
    expect(neither.message).not.toContain('dueDate takes a promise');
  });

  it('may be of up to a hundred calendars', () => {
    const hours = (n: number) => () => dueDate(Array(n).fill(utc), now, Array(n).fill(hour));
    expect(hours(100)().toISOString()).toBe('2026-03-06T14:00:00.000Z');
    expect(refusal(hours(101))).toMatchObject({ code: 'out-of-range', path: 'calendars' });
  });
});
