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
    const all = happenings(180, { seed: 22, factor: (i) => (i > 60 && i < 120 ? 3 : 1) });
    const slowdowns: number[] = [];
    const quotes = all.flatMap((one, i) => {
      if (i % 30 === 0) slowdowns.push(Number(dataOf(promiser).slowdown.toPrecision(9)));
      return quotesOf(promiser, [one]);
    });
    expect(slowdowns).toEqual([
      0, 0, 0.578311087, 1.53491116, 0, 0.915335455, 4, 3.20147036, 2.92118605, 4, 0.185006328,
      0.0303522733,
    ]);
    expect(everyPromise(quotes, 12)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 46.4131333, 47.6098833, 59.0710833,
      82.5635167, 94.6690167, 101.2145, 84.771, 86.8143667, 98.0117167, 101.945583, 149.29925,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 86.815011,
      chance: 0.702901283,
      features: 1,
      group: 1.03275583,
      guaranteed: 74,
      margin: 2.03290426,
      n: 26.8648649,
      promise: 87.2299867,
      promised: 180,
      rounding: 1,
      surge: 1.01148325,
      time: 1,
      typical: 61.7832578,
      warned: 51,
    });
    expect(traceOf(promiser)).toEqual(-11.8909137);
  });
});
