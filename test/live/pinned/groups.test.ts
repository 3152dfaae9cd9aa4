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
      atLeast: 39.8613659,
      available: 32.4642857,
      chance: 0.420739482,
      features: 1,
      group: 0.920842384,
      guaranteed: 44,
      margin: 1.53031624,
      n: 32.9318182,
      needed: 166.321429,
      promise: 56.4003875,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.5757573,
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
        group: 1.06004135,
        guaranteed: 1,
        margin: 1.31193427,
        n: 100,
        needed: 536,
        promise: 55.6281833,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 42.0185496,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.36135226,
        guaranteed: 1,
        margin: 1.329265,
        n: 100,
        needed: 536,
        promise: 72.3839167,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 54.1186478,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 0.904111724,
        guaranteed: 1,
        margin: 1.29987069,
        n: 100,
        needed: 536,
        promise: 47.0091333,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 35.7647095,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.09260036,
        guaranteed: 1,
        margin: 1.32935042,
        n: 100,
        needed: 536,
        promise: 58.09795,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 43.4354088,
      },
    ]);
    // Nobody's group is a group like one that is new.
    const [known, nobody] = ['group 9', ''].map((group) => promiser.quote({ at: now, group }));
    expect(meansOf([nobody as LiveQuote])).toEqual(meansOf([known as LiveQuote]));
    expect(traceOf(promiser)).toEqual(-61.1184753);
  });
});
