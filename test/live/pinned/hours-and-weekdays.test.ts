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
    const all = happenings(150, { seed: 15, gap: () => 400, factor: (i) => 1 + (i % 10) });
    const quotes = quotesOf(promiser, all, () => ({ group: 'one' }));
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      chance: null,
      features: 1,
      group: 4.13663255,
      guaranteed: 147,
      margin: 2.285399,
      n: 75.4285714,
      promise: 374.543834,
      promised: 150,
      rounding: 1,
      surge: 0.98292716,
      time: 1.03472649,
      typical: 219.406611,
      warned: 141,
    });
    const from = (promiser.now() as Date).getTime();
    const later = Array.from({ length: 28 }, (_, i) =>
      promiser.quote({ at: from + 6 * i * 3_600_000 }),
    );
    expect(later.map(({ factors }) => Number(factors.time.toPrecision(9)))).toEqual([
      1.00080508, 0.999374626, 1.00022015, 0.99890611, 1.00080508, 0.999374628, 1.00022015,
      0.998906112, 1.00080508, 0.999374626, 1.00022015, 0.998906111, 1.00080508, 0.999374625,
      1.00022015, 0.998906109, 1.00080507, 0.999374626, 1.00022015, 0.998906111, 1.00080508,
      0.999374626, 1.00022015, 0.99890611, 1.00080508, 0.999374627, 1.00022015, 0.998906112,
    ]);
    expect(meansOf(later)).toEqual({
      atLeast: null,
      chance: null,
      features: 1,
      group: 4.7822023,
      guaranteed: 28,
      margin: 1.8817159,
      n: 150,
      promise: 342.65011,
      promised: 28,
      rounding: 1,
      surge: 0.952104635,
      time: 0.999826491,
      typical: 212.868232,
      warned: 28,
    });
    expect(traceOf(promiser)).toEqual(-116.955706);
  });
});
