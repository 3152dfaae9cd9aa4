import { businessCalendar } from 'overdeliver';
import { latestStart } from 'overdeliver/calendar';
import { expect, it } from 'vitest';
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
const century = 36_525 * 86_400_000;

it.each(['open-hours', 'business-days'] as const)(
  'a start lies at most 100 years back, or is refused, day by day around them: %s',
  (unit) => {
    const seen = { found: 0, refused: 0 };
    for (let days = 36_520; days <= 36_530; days++) {
      const plan = { promise: unit === 'open-hours' ? 23 * days : days, unit };
      try {
        const start = latestStart(daily, due, plan);
        expect(due.getTime() - start.getTime()).toBeLessThanOrEqual(century);
        seen.found++;
      } catch {
        expect(refusal(() => latestStart(daily, due, plan)).code).toBe('out-of-range');
        seen.refused++;
      }
    }
    expect(seen.found).toBeGreaterThan(2);
    expect(seen.refused).toBeGreaterThan(2);
  },
);
