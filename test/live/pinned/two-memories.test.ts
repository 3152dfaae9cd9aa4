import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('the memory that lost less', () => {
  it.each([
    [0, 'quick', -37.3207501],
    [1, 'either', -32.7587839],
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
      promise: 59.1685154,
      typical: 40.9590249,
      group: 0.933027246,
      time: 1,
      surge: 1.00150149,
      features: 1,
      margin: 1.57936257,
      rounding: 1,
      n: 18.6,
      atLeast: 45.4547419,
      chance: 0.597866088,
      promised: 90,
      guaranteed: 35,
      needed: 186.764706,
      available: 19.0294118,
      losses: [446809.058, 446809.058],
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
