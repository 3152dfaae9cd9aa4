import type { LiveQuote } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of groups', () => {
  it('is promised what it was, each group by itself', () => {
    const promiser = kitchen(0.8);
    const all = happenings(100, { seed: 12 });
    const quotes = quotesOf(promiser, all);
    expect(meansOf(quotes)).toEqual({
      atLeast: 38.9772719,
      available: 37.32,
      chance: 0.415464868,
      features: 1,
      group: 0.922842321,
      guaranteed: 44,
      margin: 1.52653701,
      n: 33.0909091,
      needed: 183.68,
      promise: 56.4154015,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.7414963,
    });
    const now = promiser.now() as Date;
    const asked = ['group 0', 'group 1', 'group 2', 'group 9'].map((group) =>
      promiser.quote({ at: now, group }),
    );
    expect(asked.map((quote) => meansOf([quote]))).toEqual([
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.05391167,
        guaranteed: 1,
        margin: 1.33111053,
        n: 100,
        needed: 365,
        promise: 56.1149167,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 41.9474961,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.36373735,
        guaranteed: 1,
        margin: 1.36144801,
        n: 100,
        needed: 365,
        promise: 74.2663,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 54.5439041,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 0.898478814,
        guaranteed: 1,
        margin: 1.32007472,
        n: 100,
        needed: 365,
        promise: 47.4423667,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 35.6967633,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.08884991,
        guaranteed: 1,
        margin: 1.35353442,
        n: 100,
        needed: 365,
        promise: 58.9518333,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 43.4947384,
      },
    ]);
    // Nobody's group is a group like one that is new.
    const [known, nobody] = ['group 9', ''].map((group) => promiser.quote({ at: now, group }));
    expect(meansOf([nobody as LiveQuote])).toEqual(meansOf([known as LiveQuote]));
    expect(traceOf(promiser)).toEqual(-59.7933304);
  });
});
