import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of one group', () => {
  it('is promised what it was', () => {
    const promiser = kitchen();
    const quotes = quotesOf(promiser, happenings(100, { seed: 11 }), () => ({ group: undefined }));
    expect(everyPromise(quotes, 10)).toEqual([
      82.7410333, 82.7410333, 72.29915, 65.6974667, 59.5155, 54.69525, 55.5653, 56.4975333,
      56.4913667, 56.6955167,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 50.2710021,
      available: 40,
      chance: 0.79681375,
      features: 1,
      group: 0.885681398,
      guaranteed: 32,
      margin: 1.77599558,
      n: 27,
      needed: 92,
      promise: 63.1798883,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.519959,
    });
    expect(traceOf(promiser)).toEqual(-76.8632552);
  });
});
