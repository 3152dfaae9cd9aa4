import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const calendar = { zone: 'UTC', open: { monday: ['00:00-02:00', '02:30-24:00'] } };

describe('events that are told late', () => {
  it.each([
    ['around the clock', undefined, 40.4851079],
    ['with opening hours', calendar, 67.9057272],
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
      atLeast: 46.0995732,
      available: 34.4285714,
      chance: 0.556841079,
      features: 1,
      group: 0.918535172,
      guaranteed: 13,
      margin: 1.57136816,
      n: 33.3846154,
      needed: 93.1428571,
      promise: 57.8590919,
      promised: 80,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 40.8864584,
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
