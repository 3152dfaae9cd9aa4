import { businessCalendar } from 'overdeliver';
import { latestStart } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const hours = ['00:00-23:00'];
const open = {
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
};
const daily = businessCalendar({ zone: 'UTC', open });
const due = new Date('2026-03-02T23:00:00Z');
const hourMs = 3_600_000;

describe('a start lies at most 100 years back, of 36,525 days, or is refused', () => {
  // Of so many days of 23 open hours the first begins 23 hours and all but one day before; business days end as they are handed over.
  it.each(
    Array.from({ length: 11 }, (_, i) => 36_520 + i).flatMap(
      (days) =>
        [
          [days, 'open-hours', 23 * days, 24 * (days - 1) + 23],
          [days, 'business-days', days, 24 * days],
        ] as const,
    ),
  )('%d days in %s', (days, unit, promise, before) => {
    const call = () => latestStart(daily, due, { promise, unit });
    if (days > 36_525) expect(refusal(call).code).toBe('out-of-range');
    else expect(call()).toEqual(new Date(due.getTime() - before * hourMs));
  });
});
