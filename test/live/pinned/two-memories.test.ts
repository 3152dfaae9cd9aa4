import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('the memory that lost less', () => {
  it.each([
    [0, 'quick', -40.7418555],
    [1, 'either', -36.1798893],
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
      promise: 58.3567263,
      typical: 41.1252924,
      group: 0.932280806,
      time: 1,
      surge: 1.00150268,
      features: 1,
      margin: 1.55916397,
      rounding: 1,
      n: 18.2285714,
      atLeast: 45.7859495,
      chance: 0.613383084,
      promised: 90,
      guaranteed: 35,
      needed: 149.735294,
      available: 18.6470588,
      losses: [473550.062, 473503.251],
    });
    expect(traceOf(promiser)).toBe(trace);
  });
});
