import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../src/numerics/kaplan-meier';
import { holds } from '../core/seeded';
import { relativeError } from './relative-error';

interface Case {
  readonly time: number;
  readonly weight: number;
  readonly end: number;
}

const cases = fc.array(
  fc.record({
    time: fc.integer({ min: -3, max: 25 }),
    weight: fc.integer({ min: 0, max: 4 }),
    end: fc.integer({ min: 0, max: 1 }),
  }),
  { maxLength: 60 },
);

const curveOf = (rows: readonly Case[], weights: Float64Array | null) =>
  kaplanMeier(
    Float64Array.from(rows, ({ time }) => time),
    weights,
    Uint8Array.from(rows, ({ end }) => end),
  );
const weightsOf = (rows: readonly Case[]) => Float64Array.from(rows, ({ weight }) => weight);

/** The product of (at risk - events) / at risk as a fraction of whole numbers, by its definition. */
function byHand(rows: readonly Case[]): { time: number; above: bigint; below: bigint }[] {
  const weigh = (chosen: readonly Case[]) => chosen.reduce((sum, { weight }) => sum + weight, 0);
  const times = rows.filter(({ end, weight }) => end === 1 && weight > 0).map(({ time }) => time);
  let [above, below] = [1n, 1n];
  return [...new Set(times)]
    .sort((a, b) => a - b)
    .map((at) => {
      const atRisk = weigh(rows.filter(({ time }) => time >= at));
      const events = weigh(rows.filter(({ time, end }) => time === at && end === 1));
      above *= BigInt(atRisk - events);
      below *= BigInt(atRisk);
      return { time: at, above, below };
    });
}

/** To 30 digits before it is rounded. */
const asNumber = (above: bigint, below: bigint) => Number((above * 10n ** 30n) / below) / 1e30;

// Freireich et al. (1963), 6-MP remission times in weeks; MODELS.md section 2.
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((text) => ({ time: parseInt(text, 10), weight: 1, end: text.endsWith('+') ? 0 : 1 }));

describe('kaplanMeier', () => {
  it('reproduces the remission curve', () => {
    const { times, survival, chance, identified } = curveOf(remission, null);
    expect([...times]).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect([...survival].map((s) => +s.toFixed(4))).toEqual([
      0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
    ]);
    expect(identified).toBe(chance[6]);
    expect(identified).toBeCloseTo(0.5518, 4);
    byHand(remission).forEach(({ above, below }, i) => {
      expect(relativeError(survival[i] as number, asNumber(above, below))).toBeLessThan(1e-15);
    });
  });

  it('is the product of its definition, in any order, whatever the weights and ends', () => {
    holds(
      fc.property(cases, (rows) => {
        const { times, survival, chance, identified } = curveOf(rows, weightsOf(rows));
        const wanted = byHand(rows);
        expect([...times]).toEqual(wanted.map(({ time }) => time));
        wanted.forEach(({ above, below }, i) => {
          expect(relativeError(survival[i] as number, asNumber(above, below))).toBeLessThan(1e-14);
          expect(relativeError(chance[i] as number, asNumber(below - above, below))).toBeLessThan(
            1e-14,
          );
        });
        expect(identified).toBe(chance.at(-1) ?? 0);
      }),
      1000,
    );
  });

  it('falls, and its chance rises, within 0 and 1, for any weights', () => {
    holds(
      fc.property(
        cases,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (rows, any) => {
          const { survival, chance } = curveOf(
            rows,
            Float64Array.from(rows, () => any.next().value),
          );
          survival.forEach((s, i) => {
            expect(s).toBeLessThanOrEqual(survival[i - 1] ?? 1);
            expect(s).toBeGreaterThanOrEqual(0);
            expect(chance[i]).toBeGreaterThanOrEqual(chance[i - 1] ?? 0);
            expect(chance[i]).toBeLessThanOrEqual(1);
            expect(s + (chance[i] as number)).toBeCloseTo(1, 14);
          });
        },
      ),
    );
  });

  it('is exactly a count / n while nobody is censored', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 300 }), (n) => {
        const times = Float64Array.from({ length: n }, (_, i) => n - i);
        const { survival, chance } = kaplanMeier(times, null, null);
        expect([...chance]).toEqual(Array.from({ length: n }, (_, i) => (i + 1) / n));
        expect([...survival]).toEqual(Array.from({ length: n }, (_, i) => (n - 1 - i) / n));
      }),
    );
  });

  it('counts a weight of 2 as two cases', () => {
    holds(
      fc.property(cases, (rows) => {
        const twice = rows.flatMap((row) => Array<Case>(row.weight).fill(row));
        const weighted = curveOf(rows, weightsOf(rows));
        expect(curveOf(twice, null)).toEqual(weighted);
      }),
    );
  });

  it('ends at exactly 0 when the last one finishes, though the weights do not add up exactly', () => {
    const curve = kaplanMeier(
      Float64Array.of(1, 2, 3, 4),
      Float64Array.of(0.1, 0.2, 0.3, 0.7),
      Uint8Array.of(1, 0, 1, 1),
    );
    expect(curve.survival[2]).toBe(0);
    expect(curve.identified).toBe(1);
  });

  it('ends at exactly 0 and 1 when the last one finishes, for any weights', () => {
    const weight = fc.double({ min: 1e-3, max: 1, noNaN: true });
    holds(
      fc.property(fc.array(fc.tuple(weight, fc.boolean()), { minLength: 3 }), (given) => {
        const rows = [...given, [0.1, true] as const];
        const { survival, identified } = kaplanMeier(
          Float64Array.from(rows.keys()),
          Float64Array.from(rows, ([of]) => of),
          Uint8Array.from(rows, ([, end]) => +end),
        );
        expect([survival.at(-1), identified]).toEqual([0, 1]);
      }),
    );
  });

  it('is exactly a count / n too where all were watched from the start', () => {
    for (const n of [1, 7, 30, 49]) {
      const times = Float64Array.from({ length: n }, (_, i) => i);
      const { chance } = kaplanMeier(times, null, null, new Float64Array(n).fill(-1));
      expect([...chance]).toEqual(Array.from(times, (i) => (i + 1) / n));
    }
  });

  it('is exactly 0 once all have finished before the others enter, whatever the weights', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 10 }),
      fc.double({ min: 1e-3, max: 1, noNaN: true }),
    );
    const rows = fc.array(row, { minLength: 1, maxLength: 30 });
    holds(
      fc.property(rows, rows, (first, then) => {
        const all = [...first, ...then.map(([time, weight]) => [time + 20, weight] as const)];
        const { times, survival, chance } = kaplanMeier(
          Float64Array.from(all, ([time]) => time),
          Float64Array.from(all, ([, weight]) => weight),
          null,
          Float64Array.from(all, ([time]) => (time > 20 ? 15 : 0)),
        );
        const last = times.filter((time) => time < 15).length - 1;
        expect([survival[last], chance[last]]).toEqual([0, 1]);
        expect([survival.at(-1), chance.at(-1)]).toEqual([0, 1]);
      }),
    );
  });

  it('counts times that are equal up to rounding as the least of them', () => {
    const third = 0.1 + 0.2;
    expect(third).toBeGreaterThan(0.3);
    const { times, atRisk, survival } = kaplanMeier(
      Float64Array.of(third, 0.3, 0.3, third, 1),
      null,
      Uint8Array.of(1, 1, 0, 0, 1),
    );
    expect([...times]).toEqual([0.3, 1]);
    // The two that are censored at .3 are still at risk of what happens then.
    expect([...atRisk]).toEqual([5, 1]);
    expect([...survival]).toEqual([3 / 5, 0]);
  });

  it('takes all the censored at an event time to be at risk of it, those before it not', () => {
    const times = Float64Array.of(5, 5, 4, 6);
    expect([...kaplanMeier(times, null, Uint8Array.of(1, 0, 0, 0)).survival]).toEqual([2 / 3]);
  });

  it('is empty without events', () => {
    const nothing = {
      times: new Float64Array(),
      atRisk: new Float64Array(),
      survival: new Float64Array(),
      chance: new Float64Array(),
      identified: 0,
    };
    expect(kaplanMeier(new Float64Array(), null, new Uint8Array())).toEqual(nothing);
    expect(kaplanMeier(Float64Array.of(3, 4), null, Uint8Array.of(0, 0))).toEqual(nothing);
    expect(kaplanMeier(Float64Array.of(3), Float64Array.of(0), Uint8Array.of(1))).toEqual(nothing);
  });
});
