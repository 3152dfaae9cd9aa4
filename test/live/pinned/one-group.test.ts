import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of one group', () => {
  it('is promised what it was', () => {
    const promiser = kitchen();
    const quotes = quotesOf(promiser, happenings(100, { seed: 11 }), () => ({ group: undefined }));
    expect(everyPromise(quotes, 10)).toEqual([
      82.7410333, 82.7410333, 72.29915, 65.6974667, 59.5155, 54.69525, 55.8717833, 56.6239667,
      56.4788167, 56.6607667,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 48.8134774,
      available: null,
      chance: 0.775567447,
      features: 1,
      group: 0.885681398,
      guaranteed: 36,
      margin: 1.77350006,
      n: 28.1666667,
      needed: null,
      promise: 63.0867715,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.5177449,
    });
    expect(traceOf(promiser)).toEqual(-77.8405);
  });
});
