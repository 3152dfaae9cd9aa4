import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 5,
  loadPriorSize: 1,
});

describe('orders that come in surges', () => {
  it('are promised what they were', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 10, parameters });
    const busy = (i: number) => i % 30 > 15;
    const all = happenings(100, {
      seed: 16,
      gap: (i) => (busy(i) ? 1 : 20),
      factor: (i) => (busy(i) ? 0.5 : 0.25),
    });
    const quotes = quotesOf(promiser, all);
    expect(
      quotes
        .filter((_, i) => i % 10 === 5)
        .map(({ factors }) => Number(factors.surge.toPrecision(9))),
    ).toEqual([
      1, 1, 1, 0.969940833, 0.969940833, 1.01385148, 0.947292545, 0.982800061, 1.07330149,
      0.959670849,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 49.3152174,
      chance: null,
      features: 1,
      group: 1.3387711,
      guaranteed: 94,
      margin: 1.71949562,
      n: 48.4361702,
      needed: 413.315217,
      promise: 22.8225855,
      promised: 100,
      rounding: 1,
      surge: 0.994478129,
      time: 1,
      typical: 14.1214386,
    });
    expect(traceOf(promiser)).toEqual(-1.05773793);
  });
});
