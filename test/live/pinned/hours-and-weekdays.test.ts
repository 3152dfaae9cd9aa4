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
      group: 3.45260216,
      guaranteed: 61,
      margin: 2.80493955,
      n: 32.7540984,
      needed: 1007.22414,
      promise: 364.287258,
      promised: 64,
      rounding: 1,
      surge: 1.03710137,
      time: 0.925103031,
      typical: 204.300798,
    });
    const from = (promiser.now() as Date).getTime();
    const later = Array.from({ length: 28 }, (_, i) =>
      promiser.quote({ at: from + 6 * i * 3_600_000 }),
    );
    expect(later.map(({ factors }) => Number(factors.time.toPrecision(9)))).toEqual([
      1.0099474, 1.00329036, 1.00329036, 1.00329036, 1.00329036, 1.0539383, 1.0539383, 1.0539383,
      1.0539383, 1.09921185, 1.09921185, 1.09921185, 1.09921185, 1, 1, 1, 1, 0.896658235,
      0.896658235, 0.896658235, 0.896658235, 0.878573513, 0.878573513, 0.878573513, 0.878573513,
      1.0099474, 1.0099474, 1.0099474,
    ]);
    expect(meansOf(later)).toEqual({
      atLeast: null,
      available: 64,
      chance: null,
      features: 1,
      group: 4.68450614,
      guaranteed: 28,
      margin: 2.72017087,
      n: 64,
      needed: 1027,
      promise: 502.488646,
      promised: 28,
      rounding: 1,
      surge: 0.994086628,
      time: 0.991659953,
      typical: 307.514343,
    });
    expect(traceOf(promiser)).toEqual(-237.947515);
  });
});
