import { businessCalendar, dueDate, durationBetween, promiseClocks } from 'overdeliver';
import {
  businessCalendarSchema,
  clockPromiseSchema,
  serviceEventSchema,
} from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readCalendar } from '../../src/calendar/input';
import { aDate, refusal } from '../core/refusal';
import { desk, pizzeria, weekdays } from './given';

const begins = Date.UTC(2026, 2, 5, 12);
const ends = begins + 7_200_000;

describe('a date', () => {
  it.each<[string, (time: number) => Date | number | string | { epochMilliseconds: number }]>([
    ['a Date', (time) => new Date(time)],
    ['milliseconds', (time) => time],
    [
      'text with an offset',
      (time) => new Date(time + 3_600_000).toISOString().replace('Z', '+01:00'),
    ],
    ['an instant of Temporal', (time) => ({ epochMilliseconds: time })],
  ])('may be %s', (_, form) => {
    const [from, to] = [form(begins), form(ends)];
    expect(dueDate(desk, from, { promise: 2, unit: 'hours' })).toEqual(new Date(ends));
    expect(durationBetween(desk, from, to, 'hours')).toBe(2);
    const { answer } = promiseClocks(
      desk,
      [
        { at: from, kind: 'opened' },
        { at: to, kind: 'responded' },
      ],
      { answer: { plan: { promise: 3, unit: 'hours' }, until: 'responded' } },
      { asOf: to },
    );
    expect(answer).toMatchObject({ state: 'kept', used: 2, stopped: new Date(ends) });
  });

  it('is refused as text without an offset', () => {
    const local = '2026-03-05T12:00';
    const plan = { promise: 1, unit: 'hours' } as const;
    const clocks = (at: string | number, asOf: string | number) =>
      promiseClocks(desk, [{ at, kind: 'opened' }], { a: { plan, until: 'responded' } }, { asOf });
    for (const [path, call] of [
      ['from', () => dueDate(desk, local, plan)],
      ['to', () => durationBetween(desk, begins, local, 'hours')],
      ['events[0].at', () => clocks(local, ends)],
      ['options.asOf', () => clocks(begins, local)],
    ] as const) {
      expect(refusal(call)).toMatchObject({ path, code: 'wrong-type', expected: aDate });
    }
  });
});

describe('a calendar is read once', () => {
  it.each([
    ['that is frozen', () => businessCalendar(desk)],
    ['that has not changed', () => structuredClone(desk)],
    [
      'with what is undefined',
      () => ({
        zone: 'UTC',
        open: { monday: undefined },
        specialHours: { '12-24': ['09:00-12:00'] },
      }),
    ],
  ])('%s', (_, make) => {
    const calendar = make();
    expect(readCalendar('', calendar)).toBe(readCalendar('', calendar));
  });

  it.each<[string, (calendar: ReturnType<typeof written>) => unknown]>([
    ['a zone', (calendar) => (calendar.zone = 'Europe/Rome')],
    ['an interval', (calendar) => (calendar.open.monday[0] = '10:00-17:00')],
    ['one interval more', (calendar) => calendar.open.monday.push('18:00-19:00')],
    ['a weekday more', (calendar) => Object.assign(calendar.open, { sunday: ['09:00-17:00'] })],
    ['a holiday less', (calendar) => calendar.holidays.pop()],
    ['other hours of a date', (calendar) => (calendar.specialHours['12-24'] = ['09:00-10:00'])],
    ['a cut-off', (calendar) => Object.assign(calendar, { cutOff: '15:00' })],
    ['no holidays', (calendar) => Reflect.deleteProperty(calendar, 'holidays')],
  ])('and again after a change: %s', (_, change) => {
    const calendar = written();
    const before = readCalendar('', calendar);
    change(calendar);
    const after = readCalendar('', calendar);
    expect(after).not.toBe(before);
    expect(after.calendar).toEqual(calendar);
    expect(readCalendar('', calendar)).toBe(after);
  });

  it.each<[string, (calendar: ReturnType<typeof written>) => unknown]>([
    ['unknown names', (calendar) => Object.assign(calendar, { closed: [] })],
    ['holes', (calendar) => (calendar.holidays.length = 2)],
    ['other types', (calendar) => Object.assign(calendar, { holidays: { 0: '12-25' } })],
    ['a list as a record', (calendar) => Object.assign(calendar, { open: [] })],
  ])('refusing what has been made of it since: %s', (_, change) => {
    const calendar = written();
    readCalendar('', calendar);
    change(calendar);
    expect(refusal(() => durationBetween(calendar, begins, ends, 'hours')).path).toMatch(
      /^calendar/,
    );
  });

  const written = () => ({
    zone: 'Europe/Berlin',
    open: { monday: ['09:00-17:00'] },
    specialHours: { '12-24': ['09:00-12:00'] } as Record<string, string[]>,
    holidays: ['12-25'],
  });
});

describe('schemas', () => {
  it.each([
    desk,
    pizzeria,
    { zone: 'UTC', cutOff: { monday: '12:00' }, open: weekdays('09:00-17:00') },
  ])('take JSON: %#', (calendar) => {
    const parsed = businessCalendarSchema.safeParse(JSON.parse(JSON.stringify(calendar)));
    expect(parsed.data).toEqual(calendar);
    expect(Object.isFrozen(parsed.data?.open)).toBe(true);
  });

  it('refuse what a calendar cannot mean', () => {
    for (const bad of [undefined, null, 'UTC', {}, { zone: 'UTC', holidays: ['2026-02-30'] }])
      expect(businessCalendarSchema.safeParse(bad).success).toBe(false);
  });

  it.each(['input', 'output'] as const)('describe themselves to JSON Schema: %s', (io) => {
    const calendar = z.toJSONSchema(businessCalendarSchema, { io });
    const week = { type: 'object', additionalProperties: false };
    expect(calendar).toMatchObject({
      type: 'object',
      required: ['zone'],
      additionalProperties: false,
      properties: {
        zone: { type: 'string' },
        open: week,
        specialHours: { additionalProperties: { type: 'array' } },
        holidays: { type: 'array', items: { type: 'string' } },
        cutOff: { anyOf: [{ type: 'string' }, week] },
        specialCutOffs: { additionalProperties: { type: 'string' } },
      },
    });
    expect(Object.keys(calendar.properties?.open?.valueOf() ?? {})).toContain('properties');
    expect(z.toJSONSchema(z.array(serviceEventSchema), { io })).toMatchObject({
      items: { properties: { at: { type: 'string', format: 'date-time' } } },
    });
    expect(z.toJSONSchema(clockPromiseSchema, { io })).toMatchObject({
      required: ['plan', 'until'],
    });
  });
});
