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
      1, 1, 1, 0.969938476, 0.969938476, 1.01385255, 0.947291023, 0.982799446, 1.0733026,
      0.959670001,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 49.3152174,
      chance: null,
      features: 1,
      group: 1.33869531,
      guaranteed: 94,
      margin: 1.71613764,
      n: 48.4361702,
      needed: 414.043478,
      promise: 22.7835527,
      promised: 100,
      rounding: 1,
      surge: 0.99447775,
      time: 1,
      typical: 14.1333535,
    });
    expect(traceOf(promiser)).toEqual(-1.00280372);
  });
});
