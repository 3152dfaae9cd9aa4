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
    expect(slowdowns).toEqual([0, 0, 0.280537538, 1.0649373, 2.18930585, 4, 3.91470288, 0]);
    expect(everyPromise(quotes, 12)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 49.0817833, 52.6733, 61.0732, 61.8034167,
      83.98715, 87.8569333,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 55.0655246,
      available: 17,
      chance: 0.687611112,
      features: 1,
      group: 1.01909183,
      guaranteed: 46,
      margin: 1.57889289,
      n: 15,
      needed: 66,
      promise: 64.7126332,
      promised: 120,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 48.7481973,
    });
    expect(traceOf(promiser)).toEqual(6.15290965);
  });
});
