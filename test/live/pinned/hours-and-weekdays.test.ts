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
    const all = happenings(90, { seed: 15, gap: () => 400, factor: (i) => 1 + (i % 10) });
    const quotes = quotesOf(promiser, all, () => ({ group: 'one' }));
    expect(meansOf(quotes)).toEqual({
      atLeast: null,
      chance: null,
      features: 1,
      group: 3.7892648,
      guaranteed: 87,
      margin: 2.53668118,
      n: 45.4367816,
      promise: 383.742187,
      promised: 90,
      rounding: 1,
      surge: 0.967459291,
      time: 1.05662875,
      typical: 223.448972,
      warned: 81,
    });
    const from = (promiser.now() as Date).getTime();
    const later = Array.from({ length: 28 }, (_, i) =>
      promiser.quote({ at: from + 6 * i * 3_600_000 }),
    );
    expect(later.map(({ factors }) => Number(factors.time.toPrecision(9)))).toEqual([
      0.492484261, 0.462044333, 1.26830803, 1.29539464, 1.32840695, 1.24629953, 1.85993995,
      1.89966174, 1.94807342, 1.82766507, 0.947376527, 0.967609166, 0.992268071, 0.930937037,
      0.667153607, 0.681401668, 0.698766756, 0.655576727, 1.56193943, 1.59529698, 1.63595211,
      1.53483565, 0.954800775, 0.97519197, 1.00004412, 0.938232455, 0.47020361, 0.48024551,
    ]);
    expect(meansOf(later)).toEqual({
      atLeast: null,
      chance: null,
      features: 1,
      group: 4.67734806,
      guaranteed: 28,
      margin: 1.924356,
      n: 90,
      promise: 390.787949,
      promised: 28,
      rounding: 1,
      surge: 0.971037005,
      time: 1.1184325,
      typical: 242.700376,
      warned: 28,
    });
    expect(traceOf(promiser)).toEqual(-178.360882);
  });
});
