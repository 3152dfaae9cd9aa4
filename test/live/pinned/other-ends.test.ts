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
    const all = happenings(150, { seed: 17, cancelled: 0.15, lost: 0.1, never: 0.1 });
    const quotes = quotesOf(promiser, all);
    expect(meansOf(quotes)).toEqual({
      atLeast: 65.2707559,
      chance: 0.764060678,
      features: 1,
      group: 0.985592432,
      guaranteed: 59,
      margin: 1.62527183,
      n: 20.8305085,
      promise: 65.7722443,
      promised: 150,
      rounding: 1,
      surge: 1.01893502,
      time: 1,
      typical: 45.6201718,
      warned: 63,
    });
    const { lost, orders } = dataOf(promiser);
    expect([lost.ids, orders.ids]).toEqual([
      [
        'order 14',
        'order 4',
        'order 64',
        'order 65',
        'order 75',
        'order 102',
        'order 108',
        'order 119',
        'order 122',
        'order 132',
        'order 113',
        'order 130',
        'order 121',
        'order 136',
        'order 115',
        'order 1',
        'order 145',
        'order 9',
      ],
      [
        'order 89',
        'order 109',
        'order 67',
        'order 116',
        'order 118',
        'order 29',
        'order 88',
        'order 45',
        'order 58',
        'order 56',
        'order 94',
        'order 129',
        'order 144',
        'order 62',
        'order 57',
        'order 143',
        'order 55',
        'order 107',
        'order 38',
        'order 66',
        'order 21',
        'order 36',
      ],
    ]);
    expect(traceOf(promiser)).toEqual(-303.892919);
  });

  it('may finish after all, which they did so', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    // Each second one that was lost finishes later.
    const all = happenings(120, { seed: 18, lost: 0.3 });
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
      atLeast: 38.6297622,
      chance: 0.580078073,
      features: 1,
      group: 0.948908997,
      guaranteed: 54,
      margin: 1.5060496,
      n: 42.4444444,
      promise: 57.2639728,
      promised: 120,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 39.1216285,
      warned: 44,
    });
    expect(traceOf(promiser)).toEqual(-216.902768);
  });
});
