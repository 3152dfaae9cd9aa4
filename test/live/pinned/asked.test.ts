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
    const all = happenings(90, { seed: 13, factor: (i) => (30 + (i % 5)) / 40 });
    const quotes = quotesOf(promiser, all, (i) => ({
      estimate: 25 + (i % 4),
      ...(i % 6 === 0 ? {} : { features: { items: i % 5, ...(i > 20 ? { weight: i % 3 } : {}) } }),
      ...(i % 7 === 0 ? { keepRate: 0.7 } : {}),
    }));
    expect(everyPromise(quotes, 9)).toEqual([35, 55, 60, 60, 55, 55, 50, 55, 55, 65]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 39.1090418,
      chance: 0.647909352,
      features: 0.993530941,
      group: 1.0690533,
      guaranteed: 26,
      margin: 1.81406908,
      n: 22.5,
      promise: 53.1666667,
      promised: 90,
      rounding: 1.05218154,
      surge: 0.99545204,
      time: 1,
      typical: 30.1240704,
      warned: 3,
    });
    expect(traceOf(promiser)).toEqual(-82.0302997);
  });
});
