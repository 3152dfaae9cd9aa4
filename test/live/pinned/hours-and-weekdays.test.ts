import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 5,
  hourVisits: 3,
  dayVisits: 3,
});

describe('orders of weeks around the clock', () => {
  it('are promised what they were, by hour and weekday', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.75, typical: 40, parameters });
    // At midnight, six, noon and six, over five weeks.
    const day = 24 * 60 * minute;
    const told = happenings(64, { seed: 15, gap: () => 800, factor: (i) => 1 + (i % 10) });
    const starts = new Map(
      told.flatMap(({ what, id, time }) => (what === 'start' ? [[id, time.getTime()]] : [])),
    );
    const all = told
      .map((one) => {
        const early = (starts.get(one.id) as number) % (day / 4);
        return { ...one, time: new Date(one.time.getTime() - early) };
      })
      .sort((one, other) => one.time.getTime() - other.time.getTime());
    const quotes = quotesOf(promiser, all, () => ({ group: 'one' }));
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 34,
      chance: null,
      features: 1,
      group: 3.58895065,
      guaranteed: 61,
      margin: 2.57347819,
      n: 32.7540984,
      needed: 1005.01724,
      promise: 346.683885,
      promised: 64,
      rounding: 1,
      surge: 1.03560304,
      time: 0.932213242,
      typical: 201.584629,
    });
    const from = (promiser.now() as Date).getTime();
    const later = Array.from({ length: 28 }, (_, i) =>
      promiser.quote({ at: from + 6 * i * 3_600_000 }),
    );
    expect(later.map(({ factors }) => Number(factors.time.toPrecision(9)))).toEqual([
      0.9889576, 0.993431708, 0.993431708, 0.993431708, 0.993431708, 1.10942104, 1.10942104,
      1.10942104, 1.10942104, 1.19352025, 1.19352025, 1.19352025, 1.19352025, 1, 1, 1, 1,
      0.921283568, 0.921283568, 0.921283568, 0.921283568, 0.749374476, 0.749374476, 0.749374476,
      0.749374476, 0.9889576, 0.9889576, 0.9889576,
    ]);
    expect(meansOf(later)).toEqual({
      atLeast: null,
      available: 64,
      chance: null,
      features: 1,
      group: 4.91975177,
      guaranteed: 28,
      margin: 2.67543558,
      n: 64,
      needed: 1039,
      promise: 520.127477,
      promised: 28,
      rounding: 1,
      surge: 0.994074737,
      time: 0.993712663,
      typical: 315.483827,
    });
    expect(traceOf(promiser)).toEqual(1.18786291);
  });
});
