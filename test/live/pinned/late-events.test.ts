import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const calendar = { zone: 'UTC', open: { monday: ['00:00-02:00', '02:30-24:00'] } };

describe('events that are told late', () => {
  it.each([
    ['around the clock', undefined, -70.8809788],
    ['with opening hours', calendar, -37.0233908],
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
      promise: 58.5106954,
      typical: 40.3911963,
      group: 0.948438938,
      time: 1,
      surge: 1,
      features: 1,
      margin: 1.53913135,
      rounding: 1,
      n: 33.3846154,
      atLeast: 46.330775,
      chance: 0.57842007,
      promised: 80,
      guaranteed: 13,
      needed: 117.375,
      available: 34.875,
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
