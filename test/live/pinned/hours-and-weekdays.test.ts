import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

const parameters = adjustParameters(promiserDefaults, 'test/soon', {
  minOrders: 5,
  hourVisits: 3,
  dayVisits: 3,
});

describe('orders of weeks around the clock', () => {
  it('are promised what they were, by hour and weekday', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.75, typical: 40, parameters });
    const all = happenings(64, { seed: 15, gap: () => 400, factor: (i) => 1 + (i % 10) });
    const quotes = quotesOf(promiser, all, () => ({ group: 'one' }));
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      available: 35.1818182,
      chance: null,
      features: 1,
      group: 3.51297205,
      guaranteed: 61,
      margin: 2.69531976,
      n: 32.4590164,
      needed: 864.981818,
      promise: 351.330906,
      promised: 64,
      rounding: 1,
      surge: 0.950570537,
      time: 1,
      typical: 202.629773,
    });
    const from = (promiser.now() as Date).getTime();
    const later = Array.from({ length: 28 }, (_, i) =>
      promiser.quote({ at: from + 6 * i * 3_600_000 }),
    );
    expect(later.map(({ factors }) => Number(factors.time.toPrecision(9)))).toEqual([
      1.30262156, 1.30262156, 1, 0.998690315, 1, 1, 2.32509701, 2.32205186, 2.32509701, 2.32509701,
      0.701877385, 0.700958147, 0.701877385, 0.701877385, 1.19867832, 1.19710843, 1.19867832,
      1.19867832, 1.33055838, 1.32881577, 1.33055838, 1.33055838, 0.294946215, 0.294559928,
      0.294946215, 0.294946215, 1.30262156, 1.30091554,
    ]);
    expect(meansOf(later)).toEqual({
      atLeast: null,
      available: 64,
      chance: null,
      features: 1,
      group: 4.4737218,
      guaranteed: 28,
      margin: 2.55534853,
      n: 64,
      needed: 783,
      promise: 521.353036,
      promised: 28,
      rounding: 1,
      surge: 0.97824082,
      time: 1.16444416,
      typical: 305.215589,
    });
    expect(traceOf(promiser)).toEqual(-162.615474);
  });
});
