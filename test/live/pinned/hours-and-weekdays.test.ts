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
      group: 3.5851216,
      guaranteed: 61,
      margin: 2.66665404,
      n: 32.7540984,
      needed: 1024.84483,
      promise: 359.561367,
      promised: 64,
      rounding: 1,
      surge: 1.03606833,
      time: 0.931127922,
      typical: 201.142634,
    });
    const from = (promiser.now() as Date).getTime();
    const later = Array.from({ length: 28 }, (_, i) =>
      promiser.quote({ at: from + 6 * i * 3_600_000 }),
    );
    expect(later.map(({ factors }) => Number(factors.time.toPrecision(9)))).toEqual([
      0.989151947, 0.992844779, 0.992844779, 0.992844779, 0.992844779, 1.10843088, 1.10843088,
      1.10843088, 1.10843088, 1.19230842, 1.19230842, 1.19230842, 1.19230842, 1, 1, 1, 1,
      0.922278171, 0.922278171, 0.922278171, 0.922278171, 0.750480066, 0.750480066, 0.750480066,
      0.750480066, 0.989151947, 0.989151947, 0.989151947,
    ]);
    expect(meansOf(later)).toEqual({
      atLeast: null,
      available: 64,
      chance: null,
      features: 1,
      group: 4.93358856,
      guaranteed: 28,
      margin: 2.05720049,
      n: 64,
      needed: 1240,
      promise: 401.034011,
      promised: 28,
      rounding: 1,
      surge: 0.994076167,
      time: 0.993642037,
      typical: 240.812536,
    });
    expect(traceOf(promiser)).toEqual(-192.540862);
  });
});
