import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 5,
  lostAfter: 1,
  slowHalfLives: 3,
});

describe('orders that are cancelled, lost, or never heard of again', () => {
  it('leave the promises what they were', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40, parameters });
    const all = happenings(110, { seed: 17, cancelled: 0.15, lost: 0.1, never: 0.1 });
    const quotes = quotesOf(promiser, all);
    expect(meansOf(quotes)).toEqual({
      atLeast: 51.4831154,
      available: 16.8285714,
      chance: 0.739276662,
      features: 1,
      group: 0.966696965,
      guaranteed: 35,
      margin: 1.50246229,
      n: 14.4571429,
      needed: 285.285714,
      promise: 58.1916656,
      promised: 110,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 42.030071,
    });
    const { lost, orders } = dataOf(promiser);
    expect([lost.ids, orders.ids]).toEqual([
      [
        'order 14',
        'order 4',
        'order 64',
        'order 65',
        'order 75',
        'order 1',
        'order 102',
        'order 108',
        'order 21',
        'order 29',
        'order 9',
        'order 36',
      ],
      [
        'order 67',
        'order 62',
        'order 66',
        'order 57',
        'order 55',
        'order 89',
        'order 38',
        'order 45',
        'order 58',
        'order 107',
        'order 94',
        'order 88',
        'order 56',
        'order 109',
      ],
    ]);
    expect(traceOf(promiser)).toEqual(85.9908216);
  });

  it('may finish after all, which they did so', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    // Each second one that was lost finishes later.
    const all = happenings(90, { seed: 18, lost: 0.3 });
    const again = all
      .filter(({ what }, i) => what === 'lose' && i % 2 === 0)
      .map((one) => ({
        ...one,
        what: 'finish' as const,
        time: new Date(one.time.getTime() + 15 * 60_000),
      }));
    const both = [...all, ...again].sort((a, b) => a.time.getTime() - b.time.getTime());
    expect(again.length).toBeGreaterThan(10);
    expect(meansOf(quotesOf(promiser, both))).toEqual({
      atLeast: 37.4491438,
      available: 27.5909091,
      chance: 0.533205067,
      features: 1,
      group: 0.933994813,
      guaranteed: 25,
      margin: 1.52650143,
      n: 28.88,
      needed: 227.5,
      promise: 57.189817,
      promised: 90,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.6210652,
    });
    expect(traceOf(promiser)).toEqual(-22.4766044);
  });
});
