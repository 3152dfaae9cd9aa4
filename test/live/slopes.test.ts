import { describe, expect, it } from 'vitest';
import { addName, drawSlopes, learnSlopes, noSlopes, shiftOf } from '../../src/live/slopes';
import { uniforms } from '../../src/numerics/uniforms';

const numbers = {
  slopeReach: 2,
  slopePriorSize: 1,
  surgeSlope: 0.5,
  surgeSlopeSd: 0.25,
  minOrders: 50,
};

/** Slopes learnt from so many orders: a surge, and features from a million on. */
function learnt(orders: number, slope: number, features: number, options = numbers, noise = 0.3) {
  const next = uniforms(7);
  const slopes = noSlopes();
  addName(slopes, 'surge', 0);
  for (let i = 0; i < features; i++) addName(slopes, `x${i}`, 1e6);
  for (let i = 0; i < orders; i++) {
    const surge = next() - 0.5;
    const xs = Array.from({ length: features }, () => 1e6 + next());
    const log =
      slope * surge +
      xs.reduce((sum, x, j) => sum + (j + 1) * (x - 1e6), 0) +
      noise * (next() - 0.5);
    learnSlopes(slopes, surge, xs, log, 1 - 1 / 4000, numbers);
    if (i % 32 === 31) drawSlopes(slopes, options, 1);
  }
  return slopes;
}

describe('slopes', () => {
  it('are found, however far from 0 the numbers lie', () => {
    const slopes = learnt(3200, 0.3, 2);
    const per = (i: number, from: number, to: number) =>
      (shiftOf(slopes, i, to, numbers) - shiftOf(slopes, i, from, numbers)) / (to - from);
    expect(per(0, -0.1, 0.1)).toBeCloseTo(0.3, 1);
    expect(per(1, 1e6 + 0.4, 1e6 + 0.6)).toBeCloseTo(1, 1);
    expect(per(2, 1e6 + 0.4, 1e6 + 0.6)).toBeCloseTo(2, 1);
  });

  it('of a surge start at what is assumed, and give way to evidence', () => {
    const per = (orders: number) => {
      const slopes = learnt(orders, 0, 0);
      return (shiftOf(slopes, 0, 0.1, numbers) - shiftOf(slopes, 0, -0.1, numbers)) / 0.2;
    };
    expect(per(32)).toBe(0);
    expect(per(64)).toBeLessThan(0.2);
    expect(Math.abs(per(3200))).toBeLessThan(0.02);
    const unsure = learnt(64, 0, 0, { ...numbers, surgeSlopeSd: 0.001 });
    expect(shiftOf(unsure, 0, 0.1, numbers) - shiftOf(unsure, 0, 0, numbers)).toBeCloseTo(0.05, 2);
    const sure = learnt(3200, 0.3, 0, { ...numbers, surgeSlopeSd: 0 });
    expect(shiftOf(sure, 0, 0.1, numbers) - shiftOf(sure, 0, 0, numbers)).toBeCloseTo(0.03, 2);
  });

  it('move nothing for a number that is not given, constant, or was never learnt', () => {
    const slopes = learnt(3200, 0.3, 1);
    expect(shiftOf(slopes, 1, Number.NaN, numbers)).toBe(0);
    addName(slopes, 'new', 5);
    expect(shiftOf(slopes, 2, 7, numbers)).toBe(0);
    const before = shiftOf(slopes, 1, 1e6 + 0.9, numbers);
    for (let i = 0; i < 64; i++) learnSlopes(slopes, 0, [1e6 + 0.5, 5], 0, 1 - 1 / 4000, numbers);
    learnSlopes(slopes, 0, null, 0, 1, numbers);
    drawSlopes(slopes, numbers, 1);
    expect(shiftOf(slopes, 2, 7, numbers)).toBe(0);
    expect(shiftOf(slopes, 1, 1e6 + 0.9, numbers)).toBeCloseTo(before, 1);
  });

  it('count a number far out as two standard deviations', () => {
    const slopes = learnt(3200, 0.3, 1);
    expect(shiftOf(slopes, 1, 1e9, numbers)).toBe(shiftOf(slopes, 1, 1e8, numbers));
  });

  it('stay as they are where a duration was no number', () => {
    const slopes = learnt(320, 0.3, 1);
    const before = [...slopes.slopes];
    learnSlopes(slopes, 0.1, [1e6 + 0.5], Number.NaN, 1, numbers);
    drawSlopes(slopes, numbers, 1);
    expect(slopes.slopes).toEqual(before);
  });

  it('stay as they are where the sums cannot be solved', () => {
    const slopes = learnt(320, 0.3, 1, { ...numbers, slopePriorSize: 0 });
    const before = [...slopes.slopes];
    addName(slopes, 'twin', 1e6);
    for (let i = 0; i < 400; i++) {
      const x = 1e6 + (i % 7);
      learnSlopes(slopes, 0, [x, x], 0, 0, numbers);
    }
    slopes.sums.fill(Number.NaN);
    drawSlopes(slopes, { ...numbers, slopePriorSize: 0 }, 1);
    expect(slopes.slopes.slice(0, 2)).toEqual(before);
  });
});
