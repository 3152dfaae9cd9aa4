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
    const quotes = quotesOf(
      promiser,
      happenings(600, { seed: 24, gap: () => 10, cancelled: 0.1 }).slice(0, 900),
    );
    expect(dataOf(promiser).counters.base).toBeGreaterThan(200);
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      chance: null,
      features: 1,
      group: 1.17956337,
      guaranteed: 56,
      margin: 0.996806625,
      n: 1.42857143,
      promise: 47.3654311,
      promised: 451,
      rounding: 1,
      surge: 1.00501763,
      time: 1.00089191,
      typical: 47.3659523,
      warned: 0,
    });
    expect(traceOf(promiser)).toEqual(-73.3705846);
  });
});
