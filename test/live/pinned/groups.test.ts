import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of groups', () => {
  it('is promised what it was, each group by itself', () => {
    const promiser = kitchen(0.8);
    const all = happenings(150, { seed: 12 });
    const quotes = quotesOf(promiser, all);
    expect(meansOf(quotes)).toEqual({
      atLeast: 39.7399123,
      chance: 0.424184898,
      features: 1,
      group: 0.950193555,
      guaranteed: 94,
      margin: 1.54937153,
      n: 55.7021277,
      promise: 58.9958536,
      promised: 150,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 42.6710573,
      warned: 78,
    });
    const now = promiser.now() as Date;
    const asked = ['group 0', 'group 1', 'group 2', 'group 9', ''].map((group) =>
      promiser.quote({ at: now, group }),
    );
    expect(asked.map((quote) => meansOf([quote]))).toEqual([
      {
        atLeast: null,
        chance: null,
        features: 1,
        group: 0.985545384,
        guaranteed: 1,
        margin: 1.45501417,
        n: 150,
        promise: 57.3593,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 39.5498187,
        warned: 1,
      },
      {
        atLeast: null,
        chance: null,
        features: 1,
        group: 1.41257796,
        guaranteed: 1,
        margin: 1.44710893,
        n: 150,
        promise: 81.7661667,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 56.6216483,
        warned: 1,
      },
      {
        atLeast: null,
        chance: null,
        features: 1,
        group: 0.957671144,
        guaranteed: 1,
        margin: 1.46210072,
        n: 150,
        promise: 56.0084667,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 38.4705353,
        warned: 1,
      },
      {
        atLeast: null,
        chance: null,
        features: 1,
        group: 1.10055958,
        guaranteed: 1,
        margin: 1.47038685,
        n: 150,
        promise: 64.7299333,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 44.2630921,
        warned: 1,
      },
      {
        atLeast: null,
        chance: null,
        features: 1,
        group: 1.10055958,
        guaranteed: 1,
        margin: 1.47038685,
        n: 150,
        promise: 64.7299333,
        promised: 1,
        rounding: 1,
        surge: 1,
        time: 1,
        typical: 44.2630921,
        warned: 1,
      },
    ]);
    expect(traceOf(promiser)).toEqual(-155.229213);
  });
});
