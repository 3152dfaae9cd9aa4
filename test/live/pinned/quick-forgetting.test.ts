import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

// Weights are divided out after 200 half-lives.
const parameters = adjustParameters(promiserDefaults, 'test/quick', {
  halfLife: 0.01,
  minOrders: 1,
  quoteError: 1,
});

describe('a promiser that forgets fast', () => {
  it('promises what it did after weights were divided out', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.5, typical: 40, parameters });
    // Most stay under way, so that evidence is seldom looked at, which takes long.
    const all = happenings(262, { seed: 24, gap: () => 1, never: 0.9, cancelled: 0.03 });
    const quotes = quotesOf(promiser, all);
    expect(dataOf(promiser).counters.base).toBeGreaterThan(200);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: null,
      chance: null,
      features: 1,
      group: 1.22589155,
      guaranteed: 0,
      margin: 1.00000012,
      n: null,
      needed: null,
      promise: 49.0356674,
      promised: 262,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 49.0356621,
    });
    expect(traceOf(promiser)).toEqual(62.5036573);
  });
});
