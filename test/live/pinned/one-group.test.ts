import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

describe('a stream of one group', () => {
  it('is promised what it was', () => {
    const promiser = kitchen();
    const quotes = quotesOf(promiser, happenings(100, { seed: 11 }), () => ({ group: undefined }));
    expect(everyPromise(quotes, 10)).toEqual([
      82.7410333, 82.7410333, 73.7275667, 66.1081667, 58.1491, 51.8440167, 55.9248667, 56.9734,
      57.0047833, 57.3689333,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 48.6679314,
      available: null,
      chance: 0.776106844,
      features: 1,
      group: 0.891935233,
      guaranteed: 36,
      margin: 1.75195291,
      n: 28.1666667,
      needed: null,
      promise: 62.8016018,
      promised: 100,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.6886731,
    });
    expect(traceOf(promiser)).toEqual(43.2967331);
  });
});
