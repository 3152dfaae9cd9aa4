import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of many groups', () => {
  it('is promised what it was, some of them counted at each end', () => {
    const promiser = kitchen(0.8);
    const all = happenings(70, { seed: 28 });
    const quotes = quotesOf(promiser, all, (i) => ({ group: `group ${(i * i) % 13}` }));
    expect(meansOf(quotes)).toEqual({
      atLeast: 46.7834768,
      available: null,
      chance: 0.603432225,
      features: 1,
      group: 0.925691107,
      guaranteed: 0,
      margin: 1.55272602,
      n: null,
      needed: null,
      promise: 57.5294888,
      promised: 70,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.2286351,
    });
    expect(traceOf(promiser)).toEqual(-0.444391637);
  });
});
