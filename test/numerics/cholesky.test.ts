import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, invertCholesky, solveCholesky } from '../../src/numerics/cholesky';
import { holds } from '../core/seeded';

/** B B' of a square matrix B, with something on the diagonal. */
const positive = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.record({
      n: fc.constant(n),
      b: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * n, maxLength: n * n }),
    }),
  )
  .map(({ n, b }) => {
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = i === j ? 10 : 0;
        for (let k = 0; k < n; k++) sum += (b[i * n + k] as number) * (b[j * n + k] as number);
        a[i * n + j] = sum;
      }
    }
    return { n, a };
  });

describe('cholesky', () => {
  // By hand: the textbook example of Golub & Van Loan.
  it('factors 4, 12, -16; 12, 37, -43; -16, -43, 98', () => {
    const a = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
    expect(cholesky(a, 3)).toBe(-1);
    expect([a[0], a[3], a[4], a[6], a[7], a[8]]).toEqual([2, 6, 1, -8, 5, 3]);
  });

  it('names the first column that others make up', () => {
    const third = Float64Array.of(1, 0, 1, 0, 1, 1, 1, 1, 2);
    expect(cholesky(third, 3)).toBe(2);
    expect(cholesky(Float64Array.of(0), 1)).toBe(0);
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBe(1);
    expect(cholesky(Float64Array.of(Number.NaN), 1)).toBe(0);
  });

  it('solves and inverts', () => {
    holds(
      fc.property(positive, ({ n, a }) => {
        const l = Float64Array.from(a);
        expect(cholesky(l, n)).toBe(-1);
        const x = Float64Array.from({ length: n }, (_, i) => i - 1.5);
        const b = x.map((_, i) =>
          x.reduce((sum, value, j) => sum + (a[i * n + j] as number) * value, 0),
        );
        solveCholesky(l, n, b);
        b.forEach((value, i) => {
          expect(value).toBeCloseTo(x[i] as number, 7);
        });
        const inverse = invertCholesky(l, n);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let k = 0; k < n; k++) {
              sum += (a[i * n + k] as number) * (inverse[k * n + j] as number);
            }
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 7);
          }
        }
      }),
    );
  });
});
