import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('the memory that lost less', () => {
  it.each([
    [0, 'quick', -41.6783739],
    [1, 'either', -37.1164077],
  ])('below %s of the other is asked as it was: %s', (longLoss, _, trace) => {
    const parameters = adjustParameters(promiserDefaults, 'test/soon', {
      minOrders: 5,
      lossOrders: 10,
      longLoss,
    });
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40, parameters });
    const quotes = quotesOf(promiser, happenings(90, { seed: 23 }));
    const losses = dataOf(promiser).memories.map(({ loss }: { loss: number }) =>
      Number(loss.toPrecision(9)),
    );
    // The quotes are alike; what is remembered tells which memory was asked.
    expect({ ...meansOf(quotes), losses }).toEqual({
      promise: 58.6676141,
      typical: 41.2838921,
      group: 0.932227327,
      time: 1,
      surge: 1.00149996,
      features: 1,
      margin: 1.56750052,
      rounding: 1,
      n: 18.6285714,
      atLeast: 45.8587198,
      chance: 0.608704667,
      promised: 90,
      guaranteed: 35,
      needed: 197.647059,
      available: 19.0588235,
      losses: [458607.362, 458607.362],
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
