import { dueDate, durationBetween } from 'overdeliver';
import { dueWindow, latestStart } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';

// Clocks in Berlin are set back from 3:00 to 2:00 on 25 October 2026, at 1:00 UTC.
const berlin = { zone: 'Europe/Berlin' };
const second = '2026-10-25T01:30:00.000Z';
const minute = 60_000;

describe('an hour that the clock shows twice', () => {
  it('is left as it is where no day goes by', () => {
    expect(dueDate(berlin, second, { promise: 0, unit: 'days' }).toISOString()).toBe(second);
    const later = '2026-10-25T01:45:00.000Z';
    expect(durationBetween(berlin, second, later, 'days')).toBeCloseTo(1 / 4 / 24, 14);
  });

  it.each([1, 2, 0.5, 1.25])('is started in as late as a promise of %d days allows', (promise) => {
    const plan = { promise, unit: 'days' } as const;
    // 4:00 by the clock on the day after, and each 20 minutes before, down to the hours in question.
    const to = Date.parse('2026-10-25T03:00:00Z') + Math.floor(promise * 24 * 60) * minute;
    for (let due = to - 240 * minute; due <= to; due += 20 * minute) {
      const start = latestStart(berlin, due, plan).getTime();
      expect(dueDate(berlin, start, plan).getTime()).toBeLessThanOrEqual(due);
      for (let later = start + minute; later < start + 150 * minute; later += 7 * minute) {
        expect(dueDate(berlin, later, plan).getTime()).toBeGreaterThan(due);
      }
    }
  });

  it('is rounded down to what the clock showed before it went back', () => {
    // In Lord Howe from 2:00 to 1:30 at 15:00 UTC: at 1:40 the last full hour was 1:00, before that.
    const window = { from: 190, to: 200, unit: 'minutes' } as const;
    const island = { zone: 'Australia/Lord_Howe' };
    const { from, to } = dueWindow(island, '2026-04-04T12:00:00Z', window, { roundOutTo: 60 });
    expect(from.toISOString()).toBe('2026-04-04T14:00:00.000Z');
    expect(to.toISOString()).toBe('2026-04-04T15:30:00.000Z');
  });
});
