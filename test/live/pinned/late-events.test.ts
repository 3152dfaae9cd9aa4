import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const calendar = { zone: 'UTC', open: { monday: ['00:00-02:00', '02:30-24:00'] } };

describe('events that are told late', () => {
  it.each([
    ['around the clock', undefined, -70.9551417],
    ['with opening hours', calendar, -37.1448488],
  ])('%s are promised what they were', (_, hours, trace) => {
    const promiser = livePromiser({
      unit: 'minutes',
      keepRate: 0.8,
      typical: 40,
      lateness: 9,
      calendar: hours,
    });
    // Told in the order of times that are up to nine minutes off.
    const all = happenings(80, { seed: 19 })
      .map((one, i) => ({ one, told: one.time.getTime() + ((i * 7) % 10) * 0.9 * minute }))
      .sort((a, b) => a.told - b.told)
      .map(({ one }) => one);
    const quotes = quotesOf(promiser, all);
    // The quotes are alike; what is remembered tells of the hours.
    expect(meansOf(quotes)).toEqual({
      promise: 58.2410837,
      typical: 40.2860936,
      group: 0.948559733,
      time: 1,
      surge: 1,
      features: 1,
      margin: 1.53155584,
      rounding: 1,
      n: 33.3846154,
      atLeast: 46.3336987,
      chance: 0.575506859,
      promised: 80,
      guaranteed: 13,
      needed: 86.4,
      available: 35.8,
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
