import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of many groups', () => {
  it('is promised what it was, some of them counted at each end', () => {
    const promiser = kitchen(0.8);
    const all = happenings(70, { seed: 28 });
    const quotes = quotesOf(promiser, all, (i) => ({ group: `group ${(i * i) % 13}` }));
    expect(meansOf(quotes)).toEqual({
      atLeast: 45.2797673,
      available: null,
      chance: 0.591209483,
      features: 1,
      group: 0.903681151,
      guaranteed: 0,
      margin: 1.5672747,
      n: null,
      needed: null,
      promise: 56.6805831,
      promised: 70,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 40.463564,
    });
    expect(traceOf(promiser)).toEqual(-148.974262);
  });
});
