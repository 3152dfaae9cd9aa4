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
    const all = happenings(64, { seed: 13, gap: () => 3, factor: (i) => (30 + (i % 5)) / 40 });
    const quotes = quotesOf(promiser, all, (i) => ({
      estimate: 25 + (i % 4),
      ...(i % 6 === 0 ? {} : { features: { items: i % 5, ...(i > 20 ? { weight: i % 3 } : {}) } }),
      ...(i % 7 === 0 ? { keepRate: 0.7 } : {}),
    }));
    expect(everyPromise(quotes, 5)).toEqual([35, 55, 60, 60, 55, 50, 55, 50, 55, 60, 45, 65, 55]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 50.0709081,
      available: 21.8461538,
      chance: 0.877413112,
      features: 0.989388818,
      group: 1.18344777,
      guaranteed: 37,
      margin: 1.71293238,
      n: 20.4054054,
      needed: 136.692308,
      promise: 55.390625,
      promised: 64,
      rounding: 1.04313147,
      surge: 1.01016191,
      time: 1,
      typical: 31.9142146,
    });
    expect(traceOf(promiser)).toEqual(0.0698396789);
  });
});
