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
    const all = happenings(130, { seed: 13, factor: (i) => (30 + (i % 5)) / 40 });
    const quotes = quotesOf(promiser, all, (i) => ({
      estimate: 25 + (i % 4),
      ...(i % 6 === 0 ? {} : { features: { items: i % 5, ...(i > 20 ? { weight: i % 3 } : {}) } }),
      ...(i % 7 === 0 ? { keepRate: 0.7 } : {}),
    }));
    expect(everyPromise(quotes, 9)).toEqual([
      35, 55, 60, 60, 55, 55, 50, 50, 55, 65, 60, 65, 65, 70, 50,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 39.1090418,
      chance: 0.647909352,
      features: 0.986879735,
      group: 1.13752416,
      guaranteed: 66,
      margin: 1.77899778,
      n: 35.2575758,
      promise: 54.2692308,
      promised: 130,
      rounding: 1.05028695,
      surge: 0.984260116,
      time: 1,
      typical: 31.240034,
      warned: 7,
    });
    expect(traceOf(promiser)).toEqual(-55.8463822);
  });
});
