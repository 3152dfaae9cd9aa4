import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const calendar = { zone: 'UTC', open: { monday: ['00:00-02:00', '02:30-24:00'] } };

describe('events that are told late', () => {
  it.each([
    ['around the clock', undefined, -23.0377349],
    ['with opening hours', calendar, 9.87161072],
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
      promise: 58.1017498,
      typical: 40.2606212,
      group: 0.948365537,
      time: 1,
      surge: 1,
      features: 1,
      margin: 1.52801331,
      rounding: 1,
      n: 31.9090909,
      atLeast: 47.1236379,
      chance: 0.594792385,
      promised: 80,
      guaranteed: 11,
      needed: 84.25,
      available: 34.875,
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
