import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { at, dataOf } from '../stream';
import { meansOf, traceOf } from './pinned';

describe('more than two thousand orders under way', () => {
  it('are seen as they were, a few at a time', () => {
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.8, typical: 40 });
    const quotes = [];
    for (let i = 0; i < 2600; i++) {
      quotes.push(promiser.start({ id: `${i}`, at: at(i), group: `g ${i % 3}` }));
      // Backwards from the middle, so that rows move.
      if (i > 2200) promiser.finish({ id: `${4200 - i}`, at: at(i) });
    }
    expect(meansOf(quotes)).toEqual({
      atLeast: 10.4051305,
      chance: 0.103563432,
      features: 1,
      group: 0.874114234,
      guaranteed: 0,
      margin: 1.590125,
      n: null,
      promise: 55.4152573,
      promised: 2600,
      rounding: 1,
      surge: 1.00000319,
      time: 1,
      typical: 39.975683,
      warned: 0,
    });
    const late = promiser.quote({ at: at(9000) });
    promiser.start({ id: 'late', at: at(9000) });
    const { cursor, seen, looked } = dataOf(promiser).counters;
    expect({ ...meansOf([late]), cursor, seen, looked }).toEqual({
      atLeast: 22.8951646,
      chance: 0.230275503,
      cursor: 1858,
      features: 1,
      group: 0.237560463,
      guaranteed: 0,
      looked: 1772564580000,
      margin: 2.40959762,
      n: null,
      promise: 22.8951647,
      promised: 1,
      rounding: 1,
      seen: 240,
      surge: 0.999919625,
      time: 1,
      typical: null,
      warned: 0,
    });
    expect(traceOf(promiser)).toEqual(-76.0700542);
  });
});
