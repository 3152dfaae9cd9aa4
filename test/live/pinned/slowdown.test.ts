import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 5,
  slowdownAlarm: 2,
  lossOrders: 20,
  longLoss: 1,
  lostAfter: 2,
});

describe('a slowdown', () => {
  it('is told of as it was, and over when it was', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40, parameters });
    const all = happenings(120, { seed: 22, factor: (i) => (i > 40 && i < 80 ? 3 : 1) });
    const slowdowns: number[] = [];
    const quotes = all.flatMap((one, i) => {
      if (i % 30 === 0) slowdowns.push(Number(dataOf(promiser).slowdown.toPrecision(9)));
      return quotesOf(promiser, [one]);
    });
    expect(slowdowns).toEqual([
      0, 0, 0.646547278, 1.89547176, 2.6230366, 4, 3.43324907, 0.18338789,
    ]);
    expect(everyPromise(quotes, 12)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 46.4141333, 53.80115, 58.62, 57.4108833,
      84.4316833, 96.1087,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 54.9829347,
      available: 15.1666667,
      chance: 0.679171306,
      features: 1,
      group: 0.993362205,
      guaranteed: 35,
      margin: 1.60098254,
      n: 14.9714286,
      needed: 134.791667,
      promise: 64.2338101,
      promised: 120,
      rounding: 1,
      surge: 1.00352911,
      time: 1,
      typical: 48.5089051,
    });
    expect(traceOf(promiser)).toEqual(-10.5948696);
  });
});
