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
      3.16366028, 2.26316167, 0.584199722, 2.20567417, 0.828939722, 3.21743222,
    ]);
    expect(
      quotes.filter((_, i) => i % 20 === 0).map(({ due }) => due?.toISOString().slice(0, 16)),
    ).toEqual(['2026-03-03T11:09', '2026-03-16T08:35', '2026-03-20T17:49']);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 31.2545455,
      chance: null,
      features: 1,
      group: 0.677548823,
      guaranteed: 55,
      margin: 2.88095741,
      n: 31.2545455,
      needed: 49574.0364,
      promise: 4.46030964,
      promised: 60,
      rounding: 1,
      surge: 0.984435152,
      time: 1.11869944,
      typical: 0.459525697,
    });
    expect(traceOf(promiser)).toEqual(130.223643);
  });
});
