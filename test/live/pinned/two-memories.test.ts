import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('the memory that lost less', () => {
  it.each([
    [0, 'quick', 6.60487238],
    [1, 'either', 11.1668386],
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
      atLeast: 45.373314,
      available: 18.9411765,
      chance: 0.623540286,
      features: 1,
      group: 0.928328459,
      guaranteed: 34,
      losses: [406889.429, 406936.086],
      margin: 1.59892266,
      n: 18.9411765,
      needed: 154.588235,
      promise: 59.5477876,
      promised: 90,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 42.0052405,
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
