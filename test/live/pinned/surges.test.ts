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
      1, 1, 1, 0.969940375, 0.969940375, 1.01385193, 0.947297832, 0.982801981, 1.07329907,
      0.959672429,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 49.3152174,
      chance: null,
      features: 1,
      group: 1.33851779,
      guaranteed: 94,
      margin: 1.74897361,
      n: 48.4361702,
      needed: 408.206522,
      promise: 23.2691878,
      promised: 100,
      rounding: 1,
      surge: 0.994478596,
      time: 1,
      typical: 14.514887,
    });
    expect(traceOf(promiser)).toEqual(-71.3789901);
  });
});
