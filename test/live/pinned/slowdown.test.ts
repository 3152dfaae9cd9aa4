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
    expect(slowdowns).toEqual([0, 0, 0.624755409, 1.21237096, 2.28555515, 4, 3.60282632, 0]);
    expect(everyPromise(quotes, 12)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 46.123, 53.8135667, 59.81725, 58.61175,
      82.3424667, 89.1373333,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 53.74834,
      available: 17,
      chance: 0.682238911,
      features: 1,
      group: 0.987415536,
      guaranteed: 43,
      margin: 1.59105983,
      n: 15.2325581,
      needed: 211,
      promise: 63.3662035,
      promised: 120,
      rounding: 1,
      surge: 1.00354319,
      time: 1,
      typical: 48.1033043,
    });
    expect(traceOf(promiser)).toEqual(-7.35333039);
  });
});
