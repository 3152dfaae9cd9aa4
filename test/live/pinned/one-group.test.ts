import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of one group', () => {
  it('is promised what it was', () => {
    const promiser = kitchen();
    const quotes = quotesOf(promiser, happenings(100, { seed: 11 }), () => ({ group: undefined }));
    expect(everyPromise(quotes, 10)).toEqual([
      82.7410333, 82.7410333, 72.29915, 65.6974667, 59.5155, 54.69525, 53.7986333, 54.6118333,
      54.6064667, 54.7843667,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 49.183902,
      available: 40,
      chance: 0.792716383,
      features: 1,
      group: 0.885681398,
      guaranteed: 32,
      margin: 1.7528586,
      n: 27,
      needed: 107,
      promise: 62.3747957,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.5100051,
    });
    expect(traceOf(promiser)).toEqual(-19.1648958);
  });
});
