import { adjustParameters, livePromiser, toMultipleOf } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

// Slopes are drawn from 32 orders on.
const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 5,
  slopePriorSize: 5,
  slowOrders: 100,
});

describe('orders with estimates, features and keep rates of their own', () => {
  it('are promised what they were', () => {
    const promiser = livePromiser({
      unit: 'minutes',
      keepRate: 0.9,
      typical: 40,
      parameters,
      round: toMultipleOf(5),
    });
    const all = happenings(62, {
      seed: 13,
      gap: (i) => (i === 42 ? 90 : 0.3),
      factor: (i) => (30 + (i % 5)) / 40,
    });
    const quotes = quotesOf(promiser, all, (i) => ({
      estimate: 25 + (i % 4),
      ...(i % 6 === 0 ? {} : { features: { items: i % 5, ...(i > 20 ? { weight: i % 3 } : {}) } }),
      ...(i % 7 === 0 ? { keepRate: 0.7 } : {}),
    }));
    expect(everyPromise(quotes, 5)).toEqual([35, 55, 60, 60, 55, 55, 60, 40, 55, 70, 70, 75, 70]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: null,
      chance: null,
      features: 0.992455468,
      group: 1.08762972,
      guaranteed: 20,
      margin: 1.94858474,
      n: 37.55,
      needed: null,
      promise: 58.2258065,
      promised: 62,
      rounding: 1.05009548,
      surge: 1,
      time: 1,
      typical: 30.9583713,
    });
    expect(traceOf(promiser)).toEqual(-73.844274);
  });
});
