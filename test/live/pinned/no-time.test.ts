import { describe, expect, it } from 'vitest';
import { happenings, kitchen } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('orders that take no time', () => {
  it('are promised what they were, among others', () => {
    const promiser = kitchen(0.8);
    const all = happenings(60, { seed: 29 });
    const starts = new Map(all.map((one) => [`${one.what} ${one.id}`, one.time]));
    // Of one group every other order ends at once.
    const ended = all
      .map((one) =>
        one.group === 'group 0' && Number(one.id.slice(6)) % 2 === 0
          ? { ...one, time: starts.get(`start ${one.id}`) as Date }
          : one,
      )
      .sort((a, b) => a.time.getTime() - b.time.getTime());
    expect(meansOf(quotesOf(promiser, ended))).toEqual({
      atLeast: 49.1874359,
      available: null,
      chance: 0.266440746,
      features: 1,
      group: 0.745219878,
      guaranteed: 3,
      margin: 1.77976669,
      n: 18,
      needed: null,
      promise: 53.7358481,
      promised: 60,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.3478717,
    });
    expect(traceOf(promiser)).toEqual(-10.5233788);
  });
});
