import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  factorCholesky,
  invertCholesky,
  solveLower,
  solveUpper,
} from '../../src/numerics/cholesky';
import { holds } from '../core/seeded';

// Of whole numbers, so that all is exact: L L' = A.
const lower = [2, 0, 0, 1, 3, 0, -4, 5, 1];
const matrix = [4, 2, -8, 2, 10, 11, -8, 11, 42];

describe('factorCholesky', () => {
  it('finds L, and leaves the upper triangle alone', () => {
    const a = Float64Array.from(matrix);
    expect(factorCholesky(a, 3, 1e-10)).toBe(3);
    expect([...a]).toEqual([2, 2, -8, 1, 3, 11, -4, 5, 1]);
  });

  it.each([
    ['just the tolerance of its own', 41, 0, 2],
    ['something of its own', 42, 0.02, 3],
    ['too little of its own', 42, 0.03, 2],
    ['less than nothing of its own', 30, 0, 2],
  ])('stops at the first row with %s', (_, corner, tolerance, factored) => {
    const a = Float64Array.from([...matrix.slice(0, 8), corner]);
    expect(factorCholesky(a, 3, tolerance)).toBe(factored);
  });

  it('stops at once for a matrix of zeros or of no numbers', () => {
    expect(factorCholesky(new Float64Array(4), 2, 0)).toBe(0);
    expect(factorCholesky(new Float64Array(4).fill(Number.NaN), 2, 0)).toBe(0);
  });
});

describe('solveLower and solveUpper', () => {
  it('are exact on whole numbers', () => {
    const factor = Float64Array.from(lower);
    const b = Float64Array.of(2, -5, -12);
    solveLower(factor, 3, b);
    expect([...b]).toEqual([1, -2, 2]);
    solveUpper(factor, 3, b);
    // L' x = (1, -2, 2): x3 = 2, x2 = (-2 - 10) / 3, x1 = (1 - x2 + 8) / 2.
    expect([...b]).toEqual([6.5, -4, 2]);
  });

  it('take the first rows alone for a shorter vector', () => {
    const b = Float64Array.of(2, -5);
    solveLower(Float64Array.from(lower), 3, b);
    expect([...b]).toEqual([1, -2]);
    solveUpper(Float64Array.from(lower), 3, b);
    expect(b[1]).toBeCloseTo(-2 / 3, 15);
    expect(b[0]).toBeCloseTo((1 + 2 / 3) / 2, 15);
  });

  it('solve what was multiplied', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    const square = fc.array(entry, { minLength: 16, maxLength: 16 });
    holds(
      fc.property(square, fc.array(entry, { minLength: 4, maxLength: 4 }), (rows, x) => {
        const at = (i: number, j: number) => rows[4 * i + j] as number;
        // M M' + I is positive definite, and well conditioned.
        const a = Array.from({ length: 16 }, (_, place) => {
          const [i, j] = [Math.floor(place / 4), place % 4];
          return [0, 1, 2, 3].reduce((sum, k) => sum + at(i, k) * at(j, k), i === j ? 1 : 0);
        });
        const b = Float64Array.from(x, (_, i) =>
          x.reduce((sum, value, j) => sum + (a[4 * i + j] as number) * value, 0),
        );
        const factor = Float64Array.from(a);
        expect(factorCholesky(factor, 4, 1e-10)).toBe(4);
        solveLower(factor, 4, b);
        solveUpper(factor, 4, b);
        const off = x.map((value, i) => Math.abs(value - (b[i] as number)));
        expect(Math.max(...off)).toBeLessThan(1e-13);
      }),
    );
  });
});

it('the inverse gives back what was multiplied', () => {
  const a = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
  const factor = a.slice();
  factorCholesky(factor, 3, 1e-12);
  const inverse = invertCholesky(factor, 3);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const sum = [0, 1, 2].reduce(
        (total, k) => total + (a[3 * i + k] as number) * (inverse[3 * k + j] as number),
        0,
      );
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 8);
    }
  }
});
