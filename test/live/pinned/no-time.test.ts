import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('orders that take no time', () => {
  it('are promised what they were, among others', () => {
    // So wide a guess leaves room for durations of next to nothing.
    const parameters = adjustParameters(promiserDefaults, 'test/wide', { guessSpread: 2 });
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40, parameters });
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
      atLeast: 26.5004187,
      available: null,
      chance: 0.247122969,
      features: 1,
      group: 0.704490164,
      guaranteed: 5,
      margin: 3.59855144,
      n: 17.2,
      needed: null,
      promise: 104.599742,
      promised: 60,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 38.4769704,
    });
    expect(traceOf(promiser)).toEqual(6.59755501);
  });
});
