import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../src/numerics/kaplan-meier';
import {
  expectedOvershoot,
  quantileOf,
  restrictedMean,
  survivalAt,
} from '../../src/numerics/survival-curve';
import { holds } from '../core/seeded';

const observed = (times: number[], ends: number[]) =>
  kaplanMeier(Float64Array.from(times), null, Uint8Array.from(ends));

// S = 1, then 3/4 from 2, 3/8 from 5; one is still open at 9.
const open = observed([2, 3, 5, 9], [1, 0, 1, 0]);
const complete = observed([2, 4, 4, 10], [1, 1, 1, 1]);
const empty = observed([1, 2], [0, 0]);

const finished = fc
  .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 })
  .map((times) => times.map((time) => time + 0));
const curveOf = (times: number[]) =>
  observed(
    times,
    times.map(() => 1),
  );
const meanOf = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const anyTime = fc.double({ min: -120, max: 120, noNaN: true });

describe('survivalAt', () => {
  it('steps down at each event time', () => {
    expect([1.9, 2, 4.9, 5, 100].map((t) => survivalAt(open, t))).toEqual([
      1, 0.75, 0.75, 0.375, 0.375,
    ]);
    expect(survivalAt(empty, 5)).toBe(1);
  });
});

describe('quantileOf', () => {
  it('is the least event time that reaches p, null beyond what is identified', () => {
    expect(open.identified).toBe(0.625);
    expect([0, 0.25, 0.26, 0.625, 0.63, 1].map((p) => quantileOf(open, p))).toEqual([
      2,
      2,
      5,
      5,
      null,
      null,
    ]);
    expect(quantileOf(empty, 0)).toBeNull();
    expect(quantileOf(complete, 1)).toBe(10);
  });

  it('does not overshoot: k / n of n finished is the k-th', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (n, at) => {
        const k = (at % n) + 1;
        expect(quantileOf(curveOf(Array.from({ length: n }, (_, i) => i + 1)), k / n)).toBe(k);
      }),
    );
  });

  it('inverts survivalAt', () => {
    holds(
      fc.property(finished, fc.double({ min: 1e-3, max: 1, noNaN: true }), (times, p) => {
        const t = quantileOf(curveOf(times), p) as number;
        expect(survivalAt(curveOf(times), t)).toBeLessThanOrEqual(1 - p + 1e-12);
        const before = times.filter((time) => time < t).length;
        expect(before / times.length).toBeLessThan(p);
      }),
    );
  });
});

describe('restrictedMean', () => {
  it('is the area under the curve', () => {
    // 2 + 3/4 x 3 to the last event
    expect(restrictedMean(open)).toBe(4.25);
    expect(restrictedMean(complete)).toBe(5);
  });

  it('is null where nothing has finished', () => {
    expect(restrictedMean(empty)).toBeNull();
  });

  it('is the mean of what has finished', () => {
    holds(
      fc.property(finished, (times) => {
        expect(restrictedMean(curveOf(times))).toBeCloseTo(meanOf(times), 10);
      }),
    );
  });
});

describe('expectedOvershoot', () => {
  it('is the area under the curve beyond t', () => {
    expect(expectedOvershoot(open, 0)).toBe(4.25);
    expect(expectedOvershoot(open, 3)).toBe(1.5);
    expect(expectedOvershoot(open, 5)).toBe(0);
    expect(expectedOvershoot(complete, 4)).toBe(1.5);
    expect(expectedOvershoot(complete, 11)).toBe(0);
  });

  it('is null where the curve is not known', () => {
    expect(expectedOvershoot(open, 5.1)).toBeNull();
    expect(expectedOvershoot(empty, 0)).toBeNull();
  });

  it('is the mean of how far the finished lie beyond t', () => {
    holds(
      fc.property(finished, anyTime, (times, t) => {
        expect(expectedOvershoot(curveOf(times), t)).toBeCloseTo(
          meanOf(times.map((time) => Math.max(0, time - t))),
          10,
        );
      }),
    );
  });
});
