import { businessCalendar, durationBetween } from 'overdeliver';
import { mondayToFriday } from 'overdeliver/calendar';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';

it('opens five days alike', () => {
  const hours = ['09:00-12:30', '13:30-17:00'];
  expect(mondayToFriday(...hours)).toEqual({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
  });
});

it('counts 37.5 open hours in a week, and those of a Saturday beside them', () => {
  const open = { ...mondayToFriday('09:00-16:30'), saturday: ['10:00-12:00'] };
  const shop = businessCalendar({ zone: 'UTC', open });
  const [from, to] = ['2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z'];
  expect(durationBetween(shop, from, to, 'open-hours')).toBe(39.5);
});

it('refuses what is no text, and no hours; a calendar reads the hours', () => {
  const given = (...hours: unknown[]) => refusal(() => mondayToFriday(...(hours as string[])));
  expect(given(['09:00-17:00'])).toMatchObject({ code: 'wrong-type', path: 'hours[0]' });
  expect(given()).toMatchObject({ code: 'out-of-range', path: 'hours' });
  const open = mondayToFriday('9-17');
  expect(refusal(() => businessCalendar({ zone: 'UTC', open }))).toMatchObject({
    path: 'calendar.open.monday[0]',
  });
});
