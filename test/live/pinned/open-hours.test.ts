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
    const all = happenings(60, { seed: 14, gap: () => 520, factor: (i) => 6 + (i % 3) });
    const quotes = quotesOf(promiser, all);
    expect(quotes.at(-1)?.unit).toBe('open-hours');
    expect(everyPromise(quotes, 10)).toEqual([
      3.16366028, 0.657254722, 0.404324444, 3.73168889, 0.733466944, 2.38591389,
    ]);
    expect(
      quotes.filter((_, i) => i % 20 === 0).map(({ due }) => due?.toISOString().slice(0, 16)),
    ).toEqual(['2026-03-03T11:09', '2026-03-16T08:24', '2026-03-20T17:44']);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 31.2545455,
      chance: null,
      features: 1,
      group: 0.501333759,
      guaranteed: 55,
      margin: 4.14043581,
      n: 31.2545455,
      needed: 51698.3455,
      promise: 4.7853651,
      promised: 60,
      rounding: 1,
      surge: 0.989087688,
      time: 1.25692439,
      typical: 0.592400278,
    });
    expect(traceOf(promiser)).toEqual(105.140952);
  });
});
