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
      atLeast: 47.9908087,
      available: 16.65625,
      chance: 0.744758987,
      features: 1,
      group: 0.960646018,
      guaranteed: 42,
      margin: 1.50480389,
      n: 14.9047619,
      needed: 377.8125,
      promise: 58.0334785,
      promised: 110,
      rounding: 1,
      surge: 1.00242143,
      time: 1,
      typical: 41.9887079,
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
        'order 1',
        'order 9',
      ],
      [
        'order 55',
        'order 21',
        'order 56',
        'order 62',
        'order 67',
        'order 29',
        'order 36',
        'order 45',
        'order 58',
        'order 38',
        'order 94',
        'order 88',
        'order 107',
        'order 109',
        'order 66',
        'order 89',
        'order 57',
      ],
    ]);
    expect(traceOf(promiser)).toEqual(-29.3747293);
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
      atLeast: 38.6132399,
      available: 27.5909091,
      chance: 0.581963798,
      features: 1,
      group: 0.949088171,
      guaranteed: 24,
      margin: 1.51136327,
      n: 29.4583333,
      needed: 196.045455,
      promise: 57.5141574,
      promised: 90,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.3646423,
    });
    expect(traceOf(promiser)).toEqual(-27.8660091);
  });
});
