import { type BusinessCalendar, businessCalendar, dueDate, durationBetween } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { weekdays } from './given';

const shop: BusinessCalendar = {
  zone: 'Europe/Berlin',
  open: weekdays('09:00-17:00'),
  specialHours: { '12-24': ['09:00-12:00'], '2026-12-25': ['10:00-12:00'] },
  holidays: ['12-25', '01-01', '02-29', '2027-12-24'],
};
const open = (calendar: BusinessCalendar, day: string) =>
  durationBetween(
    calendar,
    new Date(`${day}T00:00:00+01:00`),
    new Date(Date.parse(`${day}T00:00:00+01:00`) + 86_400_000),
    'open-hours',
  );

describe('a date without a year', () => {
  it.each([
    ['special hours', '2025-12-24', 3],
    ['before 1970', '1965-12-24', 3],
    ['a year that closes instead', '2027-12-24', 0],
    ['a holiday', '2028-12-25', 0],
    ['a year that opens instead', '2026-12-25', 2],
    ['the first of the year', '2031-01-01', 0],
    ['a day after', '2031-01-02', 8],
    ['29 February', '2028-02-29', 0],
    ['1 March of another year', '2027-03-01', 8],
  ])('%s', (_, day, hours) => {
    expect(open(shop, day)).toBe(hours);
    expect(open(businessCalendar(shop), day)).toBe(hours);
  });

  it('is found in weeks that are taken at once', () => {
    const years = (given: BusinessCalendar) =>
      durationBetween(given, new Date('2001-01-01'), new Date('2101-01-01'), 'open-hours');
    const dated = {
      ...shop,
      holidays: [] as string[],
      specialHours: {} as Record<string, string[]>,
    };
    for (let year = 2001; year <= 2101; year++) {
      dated.holidays.push(`${year}-01-01`);
      if (year % 4 === 0 && year !== 2100) dated.holidays.push(`${year}-02-29`);
      if (year === 2027) dated.holidays.push('2027-12-24');
      else dated.specialHours[`${year}-12-24`] = ['09:00-12:00'];
      if (year === 2026) dated.specialHours['2026-12-25'] = ['10:00-12:00'];
      else dated.holidays.push(`${year}-12-25`);
    }
    expect(years(shop)).toBe(years(dated));
    const end = (given: BusinessCalendar) =>
      dueDate(given, new Date('2001-01-01'), { promise: 20_000, unit: 'business-days' });
    expect(end(shop)).toEqual(end(dated));
  });
});

describe('a date without a year is refused', () => {
  const plain = { zone: 'Europe/Berlin', open: weekdays('09:00-17:00') };
  it.each<[string, object, string, string]>([
    ['none of any year', { holidays: ['02-30'] }, 'holidays[0]', 'out-of-range'],
    ['the day first', { holidays: ['25-12'] }, 'holidays[0]', 'out-of-range'],
    ['dashes ahead', { holidays: ['--12-25'] }, 'holidays[0]', 'out-of-range'],
    ['with hours and closed', { ...shop, holidays: ['12-24'] }, 'holidays[0]', 'ambiguous'],
    [
      'over midnight into a day after it',
      { specialHours: { '12-24': ['18:00-10:00'] } },
      'open.monday[0]',
      'ambiguous',
    ],
    [
      'after a day over midnight',
      { open: weekdays('20:00-04:00'), specialHours: { '12-24': ['03:00-12:00'] } },
      'specialHours.12-24[0]',
      'ambiguous',
    ],
    [
      'into another such date',
      { open: {}, specialHours: { '12-31': ['18:00-04:00'], '01-01': ['03:00-05:00'] } },
      'specialHours.01-01[0]',
      'ambiguous',
    ],
    [
      'into a leap day',
      { open: {}, specialHours: { '02-28': ['18:00-04:00'], '02-29': ['03:00-05:00'] } },
      'specialHours.02-29[0]',
      'ambiguous',
    ],
  ])('%s', (_, given, path, code) => {
    const call = () => businessCalendar({ ...plain, ...given });
    expect(refusal(call)).toMatchObject({ path: `calendar.${path}`, code });
  });

  it('but not where the day between is closed', () => {
    const calendar = {
      zone: 'UTC',
      specialHours: { '12-31': ['18:00-04:00'], '01-02': ['03:00-05:00'] },
      open: {},
    };
    expect(businessCalendar(calendar)).toEqual(calendar);
  });
});
