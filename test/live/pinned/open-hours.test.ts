import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

const parameters = adjustParameters(promiserDefaults, 'test/soon', { minOrders: 5 });
const day = ['09:00-12:30', '13:00-18:00'];

describe('orders of weeks with opening hours, over a change of the clocks', () => {
  it('are promised what they were', () => {
    const promiser = livePromiser({
      unit: 'hours',
      keepRate: 0.8,
      typical: 2,
      parameters,
      calendar: {
        zone: 'Europe/Berlin',
        open: { monday: day, tuesday: day, wednesday: day, friday: ['18:00-02:00'] },
      },
    });
    // Around the clock, so that many start while closed; of some 5 hours each.
    const all = happenings(140, { seed: 14, gap: () => 300, factor: (i) => 6 + (i % 3) });
    const quotes = quotesOf(promiser, all);
    expect(quotes.at(-1)?.unit).toBe('open-hours');
    expect(everyPromise(quotes, 10)).toEqual([
      3.16366028, 4.51452528, 1.91380417, 3.73936, 3.73936, 1.9748825, 1.20471139, 5.11197556,
      5.11197556, 4.67380889, 1.66439944, 1.48191556, 2.20075361, 0.517651389,
    ]);
    expect(
      quotes.filter((_, i) => i % 20 === 0).map(({ due }) => due?.toISOString().slice(0, 16)),
    ).toEqual([
      '2026-03-02T16:25',
      '2026-03-09T09:54',
      '2026-03-13T20:44',
      '2026-03-16T09:12',
      '2026-03-20T22:06',
      '2026-03-24T09:39',
      '2026-03-27T19:12',
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      chance: null,
      features: 1,
      group: 0.1601116,
      guaranteed: 135,
      margin: 15.192342,
      n: 70.8592593,
      promise: 3.24332896,
      promised: 140,
      rounding: 1,
      surge: 1.14693623,
      time: 1.17160727,
      typical: 0.301925057,
      warned: 135,
    });
    expect(traceOf(promiser)).toEqual(25.9196152);
  });
});
