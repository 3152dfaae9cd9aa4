import { adjustParameters, livePromiser, toMultipleOf } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

// Slopes are drawn from 32 orders on.
const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 2,
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
    const all = happenings(50, {
      seed: 13,
      gap: (i) => (i === 41 ? 900 : 0.3),
      factor: (i) => (30 + (i % 5)) / 40,
    });
    const quotes = quotesOf(promiser, all, (i) => ({
      estimate: 25 + (i % 4),
      ...(i % 6 === 0 ? {} : { features: { items: i % 5, ...(i > 20 ? { weight: i % 3 } : {}) } }),
      ...(i % 7 === 0 ? { keepRate: 0.7 } : {}),
    }));
    expect(everyPromise(quotes, 5)).toEqual([35, 55, 60, 60, 55, 55, 60, 40, 55, 75]);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: null,
      chance: null,
      features: 0.99375153,
      group: 1.0726347,
      guaranteed: 9,
      margin: 1.89545865,
      n: 41,
      needed: null,
      promise: 55.5,
      promised: 50,
      rounding: 1.05148301,
      surge: 1,
      time: 1,
      typical: 28.5401375,
    });
    expect(traceOf(promiser)).toEqual(35.9514225);
  });
});
