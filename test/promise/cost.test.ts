import fc from 'fast-check';
import { capabilityFromSamples, planByCost, planPromise } from 'overdeliver';
import { capabilityFromFamily, capabilityFromQuantiles, normal } from 'overdeliver/capability';
import { impliedCostRatio } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const unit = 'minutes';
const kitchen = (sd: number) => capabilityFromFamily(normal, { mean: 45, sd }, { unit });
const of = (samples: readonly number[], better?: 'higher') =>
  capabilityFromSamples(samples, { unit, better });

describe('planByCost', () => {
  it('keeps the share that is cheapest', () => {
    const plan = planByCost(kitchen(10), { early: 1, late: 14 });
    // scipy.stats.norm.ppf(14 / 15, 45, 10)
    expect(plan.promise).toBeCloseTo(60.010859, 5);
    expect(plan.keepRate).toBeCloseTo(14 / 15, 15);
    expect(plan.why[0]).toEqual({ code: 'cost', detail: { early: 1, late: 14 } });
    expect(planByCost(kitchen(10), { perUnitQuoted: 1, late: 20 }).keepRate).toBe(0.95);
  });

  it('is the plan for that share, guarantee included', () => {
    const samples = Array.from({ length: 30 }, (_, i) => 30 + i);
    const plan = planByCost(of(samples), { early: 1, late: 4 });
    const { why: _, ...same } = planPromise(of(samples), { keepRate: 0.8 });
    expect(plan).toMatchObject(same);
    expect(plan.guarantee).toEqual({ kind: 'finite-sample', rank: 25, n: 30 });
  });

  it('costs least, for times and levels alike', () => {
    const cost = fc.integer({ min: 1, max: 9 });
    const better = fc.constantFrom(undefined, 'higher' as const);
    holds(
      fc.property(
        fc.array(fc.nat(99), { minLength: 1, maxLength: 30 }),
        cost,
        cost,
        better,
        (numbers, early, late, way) => {
          const capability = of(numbers, way);
          // Without the one observation that is to come, n / (n + 1) of which the guarantee sets aside.
          const plan = planByCost(capability, { early, late, bestEffort: true });
          const sign = way === 'higher' ? -1 : 1;
          const loss = (quote: number) =>
            numbers.reduce(
              (sum, x) => sum + Math.max(early * sign * (quote - x), late * sign * (x - quote)),
              0,
            );
          const sorted = [...numbers].sort((a, b) => sign * (a - b));
          const place = sorted.indexOf(plan.promise);
          const tighter = sorted[place - 1];
          // The guarantee may cost one observation; nothing tighter by more than that is cheaper.
          if (tighter !== undefined) {
            for (const other of sorted.slice(0, place - 1)) {
              expect(loss(tighter)).toBeLessThanOrEqual(loss(other));
            }
          }
          for (const other of sorted.slice(place)) {
            expect(loss(plan.promise)).toBeLessThanOrEqual(loss(other));
          }
        },
      ),
    );
  });

  it.each([
    [{ late: 14 }, 'ambiguous', 'options'],
    [{ late: 14, early: 1, perUnitQuoted: 1 }, 'ambiguous', 'options'],
    [{ late: 0, early: 1 }, 'out-of-range', 'options.late'],
    [{ late: 14, early: -1 }, 'out-of-range', 'options.early'],
    [{ late: 14, early: Number.NaN }, 'out-of-range', 'options.early'],
    [{ late: 14, perUnitQuoted: 14 }, 'out-of-range', 'options.perUnitQuoted'],
    [{ late: 1e300, early: 1e-300 }, 'out-of-range', 'options.early'],
    [{ late: 14, early: 1, often: 2 }, 'unknown-name', 'options.often'],
  ])('refuses %o', (options, code, path) => {
    const refused = refusal(() => planByCost(kitchen(10), options));
    expect(refused).toMatchObject({ function: 'planByCost', code, path });
  });

  it.each([
    [{ late: 14, perUnitQuoted: 14 }, 'a cost below that of late, 14'],
    [{ late: 1e300, early: 1e-300 }, 'a cost nearer to that of late, 1e+300'],
  ])('says what cost would do in place of that in %o', (options, expected) => {
    expect(refusal(() => planByCost(kitchen(10), options))).toMatchObject({ expected });
  });

  it('shows both costs where one is asked for', () => {
    const value = { early: 1, perUnitQuoted: 2 };
    const refused = { value, expected: 'either early or perUnitQuoted' };
    expect(refusal(() => planByCost(kitchen(10), { late: 14, ...value }))).toMatchObject(refused);
  });

  it('says how many observations the costs need', () => {
    const call = () => planByCost(of([44, 51, 39]), { early: 1, late: 9 });
    expect(call).toThrow(expect.objectContaining({ code: 'not-enough-data', needed: 9 }));
  });
});

describe('impliedCostRatio', () => {
  it('tells what a quote of 60 takes lateness to cost', () => {
    expect(impliedCostRatio(kitchen(10), 60)).toBeCloseTo(13.97, 2);
    expect(impliedCostRatio(kitchen(15), 60)).toBeCloseTo(5.3, 2);
  });

  it('of samples is those that keep it to those that break it, the next one among them', () => {
    const samples = of([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([0.5, 1, 5, 8, 9].map((quote) => impliedCostRatio(samples, quote))).toEqual([
      0,
      1 / 9,
      1,
      4,
      9,
    ]);
  });

  it('is undone by planning at that cost', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 99 }), (percent) => {
        const quote = kitchen(10).quantile(percent / 100);
        const late = impliedCostRatio(kitchen(10), quote) as number;
        expect(planByCost(kitchen(10), { early: 1, late }).promise).toBeCloseTo(quote, 6);
      }),
    );
  });

  it('is null where nothing breaks the quote, 0 where all does', () => {
    const sure = capabilityFromQuantiles(
      [
        { p: 0, value: 3 },
        { p: 1, value: 7 },
      ],
      { unit },
    );
    expect(impliedCostRatio(sure, 8)).toBeNull();
    expect(impliedCostRatio(sure, 2)).toBe(0);
    expect(impliedCostRatio(of([1, 2, 3]), 5)).toBe(3);
  });

  it('counts observations as plans do: one more may break any quote', () => {
    for (let n = 1; n < 200; n++) {
      const samples = of(Array.from({ length: n }, (_, i) => i));
      expect(impliedCostRatio(samples, n)).toBe(n);
    }
  });

  it('gives no number beyond what is identified', () => {
    const points = [
      { p: 0.5, value: 3 },
      { p: 0.95, value: 7 },
    ];
    const carrier = capabilityFromQuantiles(points, { unit: 'days' });
    expect(impliedCostRatio(carrier, 7)).toBeCloseTo(19, 9);
    for (const quote of [7.1, 2.9]) {
      const refused = refusal(() => impliedCostRatio(carrier, quote));
      expect(refused).toMatchObject({
        code: 'not-identified',
        path: 'quote',
        function: 'impliedCostRatio',
      });
    }
    const levels = capabilityFromQuantiles(
      [
        { p: 0.5, value: 7 },
        { p: 0.95, value: 3 },
      ],
      { unit, better: 'higher' },
    );
    expect(impliedCostRatio(levels, 3)).toBeCloseTo(19, 9);
    expect(refusal(() => impliedCostRatio(levels, 2)).code).toBe('not-identified');
    expect(refusal(() => impliedCostRatio(carrier, Number.NaN)).path).toBe('quote');
  });
});
