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
    expect(slowdowns).toEqual([0, 0, 0.578311087, 1.53491116, 2.5091917, 4, 3.1544935, 0]);
    expect(everyPromise(quotes, 12)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 46.4143, 53.79315, 59.6878333, 65.0933667,
      98.4931167, 114.469283,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 57.2734353,
      available: 15.1304348,
      chance: 0.678742397,
      features: 1,
      group: 0.993990406,
      guaranteed: 35,
      margin: 1.70415982,
      n: 14.9714286,
      needed: 141.521739,
      promise: 68.8026928,
      promised: 120,
      rounding: 1,
      surge: 1.00353077,
      time: 1,
      typical: 52.3116774,
    });
    expect(traceOf(promiser)).toEqual(-128.718607);
  });
});
