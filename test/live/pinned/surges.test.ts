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
      1, 1, 1, 0.971661119, 0.971661119, 1.01304283, 0.949211197, 0.983438101, 1.07048833,
      0.961139114,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 49.3152174,
      chance: null,
      features: 1,
      group: 1.34614211,
      guaranteed: 94,
      margin: 1.73636787,
      n: 48.4361702,
      needed: 394.358696,
      promise: 23.1810435,
      promised: 100,
      rounding: 1,
      surge: 0.994681287,
      time: 1,
      typical: 14.046666,
    });
    expect(traceOf(promiser)).toEqual(45.5341322);
  });
});
