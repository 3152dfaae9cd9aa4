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
      atLeast: 34.6414338,
      available: 37.9166667,
      chance: 0.391003104,
      features: 1,
      group: 0.886094563,
      guaranteed: 45,
      margin: 1.53742049,
      n: 32.6,
      needed: 176,
      promise: 54.5112075,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.2582809,
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
        group: 1.0331505,
        guaranteed: 1,
        margin: 1.3423734,
        n: 100,
        needed: 424,
        promise: 55.47495,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 42.9782024,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.41566687,
        guaranteed: 1,
        margin: 1.38741857,
        n: 100,
        needed: 424,
        promise: 78.5649,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 59.9582181,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 0.905891343,
        guaranteed: 1,
        margin: 1.30311112,
        n: 100,
        needed: 424,
        promise: 47.2190833,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 37.0802789,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.09819396,
        guaranteed: 1,
        margin: 1.36591688,
        n: 100,
        needed: 424,
        promise: 60.0016667,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 46.1183912,
      },
    ]);
    // Nobody's group is a group like one that is new.
    const [known, nobody] = ['group 9', ''].map((group) => promiser.quote({ at: now, group }));
    expect(meansOf([nobody as LiveQuote])).toEqual(meansOf([known as LiveQuote]));
    expect(traceOf(promiser)).toEqual(35.2546462);
  });
});
