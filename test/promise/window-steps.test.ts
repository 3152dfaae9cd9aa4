import fc from 'fast-check';
import { planWindow } from 'overdeliver';
import {
  capabilityFromCensored,
  capabilityFromFamily,
  capabilityFromGuess,
  capabilityFromQuantiles,
  capabilityFromSamples,
  gamma,
  mixCapabilities,
} from 'overdeliver/capability';
import { narrowest, type WindowChoices } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';

const unit = 'minutes';

/** Of all windows from a value to another the narrowest that holds so many tenths, in whole numbers; then the most even. */
function byHand(values: readonly number[], weights: readonly number[], tenths: number) {
  const ends = [...new Set(values)].sort((a, b) => a - b);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const own = new Map(ends.map((x) => [x, 0]));
  for (const [i, x] of values.entries()) own.set(x, (own.get(x) ?? 0) + (weights[i] as number));
  const sums: number[] = [];
  for (const x of ends) sums.push((sums.at(-1) ?? 0) + (own.get(x) as number));
  const windows = ends.flatMap((from, i) => {
    const out = sums[i - 1] ?? 0;
    const to = ends[sums.findIndex((held) => 10 * (held - out) >= tenths * total)];
    // Twenty times what is left out, less what would be left out on either side alike.
    const uneven = Math.abs(20 * out - (10 - tenths) * total);
    return to === undefined ? [] : [{ from, to, wide: to - from, uneven, out }];
  });
  windows.sort((a, b) => a.wide - b.wide || a.uneven - b.uneven || b.out - a.out);
  const { from, to } = windows[0] as (typeof windows)[number];
  return [from, to];
}

const history = fc
  .array(
    fc.record({ value: fc.integer({ min: 1, max: 40 }), weight: fc.integer({ min: 1, max: 8 }) }),
    {
      minLength: 2,
      maxLength: 60,
    },
  )
  .map((rows) => ({
    values: rows.map(({ value }) => value),
    weights: rows.map(({ weight }) => weight),
  }));

describe('the narrowest window where chances go by steps', () => {
  it('is that of an exact search, in any unit and by any scale of weights (holds)', () => {
    holds(
      fc.property(
        history,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1, 60, 1 / 60, 1e-3, 0.7),
        fc.constantFrom(1, 7, 1 / 3),
        ({ values, weights }, tenths, factor, times) => {
          const capability = capabilityFromCensored(
            values.map((x) => x * factor),
            { unit, weights: weights.map((weight) => weight * times) },
          );
          // Of weights that are all alike, observations are counted.
          fc.pre(capability.ranks === null);
          const plan = planWindow(capability, { keepRate: tenths / 10, shape: narrowest });
          const told = [plan.from, plan.to].map((x) => Number((x / factor).toFixed(6)));
          expect(told).toEqual(byHand(values, weights, tenths));
          expect(plan.chance.estimate).toBeGreaterThan(tenths / 10 - 1e-9);
        },
      ),
    );
  });

  it('leaves out most evenly of equally narrow ones', () => {
    // From 6 to 7 would leave out 0 and .43, from 7 to 8 leaves out .29 and 0.
    const weighted = capabilityFromCensored([7, 8, 8, 6], { unit, weights: [1, 0.5, 1, 1] });
    const plan = planWindow(weighted, { keepRate: 0.5, shape: narrowest });
    expect([plan.from, plan.to]).toEqual([7, 8]);
    // Kaplan and Meier: .25 by 2, .5 by 3, and 4 holds half by itself.
    const flight = { unit, finished: [false, true, true, true] };
    for (const factor of [1, 1 / 60, 60]) {
      const half = capabilityFromCensored(
        [3, 2, 3, 4].map((x) => x * factor),
        flight,
      );
      const { from, to } = planWindow(half, { keepRate: 0.5, shape: narrowest });
      expect([from / factor, to / factor]).toEqual([4, 4]);
    }
  });

  it('is found among thousands', () => {
    const values = Array.from({ length: 3000 }, (_, i) => 10 + ((i * 7919) % 3001) ** 2 / 1e4);
    const weights = values.map((_, i) => 1 + (i % 2));
    const capability = capabilityFromCensored(values, { unit, weights });
    const { from, to } = planWindow(capability, { keepRate: 0.8, shape: narrowest });
    expect([from, to]).toEqual(byHand(values, weights, 8));
  });

  it('is that of levels turned round', () => {
    const weights = [3, 1, 2, 2, 5, 1];
    const values = [20, 24, 31, 33, 34, 60];
    const times = capabilityFromCensored(values, { unit, weights });
    const levels = capabilityFromCensored(
      values.map((x) => 100 - x),
      { unit, weights, better: 'higher' },
    );
    const { from, to } = planWindow(times, { keepRate: 0.6, shape: narrowest });
    const turned = planWindow(levels, { keepRate: 0.6, shape: narrowest });
    expect([100 - turned.to, 100 - turned.from]).toEqual([from, to]);
  });

  it('of a mixture of samples too, and by grid where a part is smooth', () => {
    const kitchen = capabilityFromSamples([20, 22, 24, 26, 40], { unit });
    const courier = capabilityFromSamples([21, 23, 25, 60], { unit });
    const of = (other: Parameters<typeof mixCapabilities>[0][number]['capability']) =>
      planWindow(
        mixCapabilities([
          { capability: kitchen, weight: 1 },
          { capability: other, weight: 1 },
        ]),
        { keepRate: 0.7, shape: narrowest },
      );
    const values = [20, 22, 24, 26, 40, 21, 23, 25, 60];
    const plan = of(courier);
    expect([plan.from, plan.to]).toEqual(byHand(values, [4, 4, 4, 4, 4, 5, 5, 5, 5], 7));
    const smooth = of(capabilityFromFamily(gamma, { mean: 24, sd: 4 }, { unit }));
    expect(smooth.chance.estimate).toBeGreaterThan(0.7 - 1e-9);
    expect(smooth.to - smooth.from).toBeLessThan(8);
  });

  it('tells a shape of one’s own which shares there are', () => {
    let seen: WindowChoices | undefined;
    const capability = capabilityFromCensored([1, 2, 3, 4], { unit, weights: [1, 1, 1, 2] });
    const plan = planWindow(capability, {
      keepRate: 0.4,
      shape: (choices) => {
        seen = choices;
        // Between two of them: the lesser is left out.
        return 0.3;
      },
    });
    expect(seen?.shares).toEqual([0, 0.2, 0.4, 0.6]);
    expect([plan.from, plan.to]).toEqual([2, 3]);
  });

  it('does not creep along what is smooth', () => {
    const points = [
      { p: 0.01, value: 1000 },
      { p: 0.5, value: 1000.5 },
      { p: 0.99, value: 1001 },
    ];
    const narrow = capabilityFromQuantiles(points, { unit });
    const guess = capabilityFromQuantiles(
      [
        { p: 0, value: 30 },
        { p: 0.5, value: 45 },
        { p: 1, value: 60 },
      ],
      { unit },
    );
    const samples = Array.from({ length: 100 }, (_, i) => 20 + ((i * 37) % 41));
    for (const capability of [narrow, capabilityFromGuess(guess, { priorSize: 10, samples })]) {
      let asked = 0;
      const counted = {
        ...capability,
        quantile: (p: number) => {
          asked++;
          return capability.quantile(p);
        },
      };
      planWindow(counted, { keepRate: 0.8, shape: narrowest });
      expect(asked).toBeLessThan(1000);
    }
  });

  it('looks at shares within the bounds that a shape sets', () => {
    const capability = capabilityFromCensored([1, 2, 3, 10, 11, 12], {
      unit,
      weights: [1, 1, 1, 2, 2, 2],
    });
    const early = (to: number) =>
      planWindow(capability, {
        keepRate: 0.4,
        shape: (choices) => narrowest({ ...choices, to: Math.min(choices.to, to) }),
      }).early;
    expect(early(1)).toBeCloseTo(1 / 3, 12);
    expect(early(0.2)).toBeLessThan(0.2);
  });

  it('is the same of what remains as of the rest of the values (holds)', () => {
    holds(
      fc.property(history, fc.integer({ min: 1, max: 9 }), ({ values, weights }, tenths) => {
        const elapsed = 100;
        const options = { keepRate: tenths / 10, shape: narrowest };
        const whole = capabilityFromCensored(
          values.map((x) => elapsed + x),
          { unit, weights },
        );
        fc.pre(whole.ranks === null);
        const left = planWindow(whole.remaining(elapsed), options);
        const rest = planWindow(capabilityFromCensored(values, { unit, weights }), options);
        for (const name of ['from', 'to', 'early', 'late'] as const) {
          expect(left[name]).toBeCloseTo(rest[name], 8);
        }
      }),
    );
  });
});

describe('a window of what remains', () => {
  it('leaves out what is better than its best end, and no more', () => {
    // After 2.5 of 1 to 8 six remain, from .5 to 5.5.
    const kitchen = capabilityFromSamples([1, 2, 3, 4, 5, 6, 7, 8], { unit });
    const { from, to, early, chance, late } = planWindow(kitchen.remaining(2.5), { keepRate: 0.5 });
    expect([from, to]).toEqual([1.5, 4.5]);
    expect([early, chance.estimate, late].map((x) => Math.round(6 * x * 1e9) / 1e9)).toEqual([
      1, 4, 1,
    ]);
  });
});
