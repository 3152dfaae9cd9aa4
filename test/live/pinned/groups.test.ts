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
      atLeast: 39.7399123,
      available: 32.4642857,
      chance: 0.424184898,
      features: 1,
      group: 0.920962621,
      guaranteed: 44,
      margin: 1.5407704,
      n: 32.9318182,
      needed: 160.071429,
      promise: 56.818744,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.5380617,
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
        group: 1.06042295,
        guaranteed: 1,
        margin: 1.31128928,
        n: 100,
        needed: 548,
        promise: 55.62085,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 41.9667197,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.3616774,
        guaranteed: 1,
        margin: 1.3284421,
        n: 100,
        needed: 548,
        promise: 72.3563833,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 54.0414171,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 0.904448845,
        guaranteed: 1,
        margin: 1.29924337,
        n: 100,
        needed: 548,
        promise: 47.0039667,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 35.7222542,
      },
      {
        atLeast: null,
        available: 100,
        chance: null,
        features: 1,
        group: 1.09295411,
        guaranteed: 1,
        margin: 1.32864415,
        n: 100,
        needed: 548,
        promise: 58.0858833,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 43.3779247,
      },
    ]);
    // Nobody's group is a group like one that is new.
    const [known, nobody] = ['group 9', ''].map((group) => promiser.quote({ at: now, group }));
    expect(meansOf([nobody as LiveQuote])).toEqual(meansOf([known as LiveQuote]));
    expect(traceOf(promiser)).toEqual(-105.901292);
  });
});
