import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const calendar = { zone: 'UTC', open: { monday: ['00:00-02:00', '02:30-24:00'] } };

describe('events that are told late', () => {
  it.each([
    ['around the clock', undefined],
    ['with opening hours', calendar],
  ])('%s are promised what they were', (name, hours) => {
    const promiser = livePromiser({
      unit: 'minutes',
      keepRate: 0.8,
      typical: 40,
      lateness: 9,
      calendar: hours,
    });
    // Told in the order of times that are up to nine minutes off.
    const all = happenings(120, { seed: 19 })
      .map((one, i) => ({ one, told: one.time.getTime() + ((i * 7) % 10) * 0.9 * minute }))
      .sort((a, b) => a.told - b.told)
      .map(({ one }) => one);
    const quotes = quotesOf(promiser, all);
    const pinned = {
      'around the clock': {
        promise: 59.0696129,
        typical: 41.4933776,
        group: 0.955704525,
        time: 1,
        surge: 1,
        features: 1,
        margin: 1.54271818,
        rounding: 1,
        n: 53.1428571,
        atLeast: 48.1003819,
        chance: 0.610389547,
        promised: 120,
        guaranteed: 49,
        warned: 48,
        trace: 16.8073792,
      },
      'with opening hours': {
        promise: 58.8503337,
        typical: 41.4194722,
        group: 0.955182192,
        time: 1,
        surge: 1,
        features: 1,
        margin: 1.5380027,
        rounding: 1,
        n: 53.1428571,
        atLeast: 48.1003819,
        chance: 0.610389547,
        promised: 120,
        guaranteed: 49,
        warned: 48,
        trace: -100.231079,
      },
    }[name];
    expect({ ...meansOf(quotes), trace: traceOf(promiser) }).toEqual(pinned);
  });
});
