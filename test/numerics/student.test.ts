import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { studentSpan } from '../../src/numerics/student';
import { holds } from '../core/seeded';
import { relativeError } from './relative-error';

// SciPy 1.17: scipy.stats.t.isf(outside / 2, df)
const spans: readonly [outside: number, df: number, span: number][] = [
  [0.05, 1, 12.706204736174705],
  [0.05, 2, 4.302652729749464],
  [0.1, 3.5, 2.222433493649601],
  [0.05, 10, 2.2281388519862753],
  [0.01, 29, 2.7563859036706053],
  [0.5, 7, 0.7111417780817866],
  [0.9, 4, 0.13383036711194346],
  [0.999, 3, 0.001360350082597263],
  [1e-6, 1, 636619.7723670577],
  [1e-4, 2, 99.99249984374454],
  [0.05, 1000, 1.9623390808264085],
  [0.05, 1e6, 1.9599663568141072],
  [0.32, 0.7, 2.496473627024618],
];

describe('studentSpan', () => {
  it.each(spans)('%d outside, with %d degrees of freedom, is %d', (outside, df, span) => {
    expect(relativeError(studentSpan(outside, df), span)).toBeLessThan(1e-11);
  });

  it('shrinks with what may lie outside and with the degrees of freedom, down to the normal one', () => {
    const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });
    const freedom = fc.double({ min: 1, max: 300, noNaN: true });
    holds(
      fc.property(share, freedom, (outside, df) => {
        const span = studentSpan(outside, df);
        expect(studentSpan(outside * 1.01, df)).toBeLessThan(span);
        expect(studentSpan(outside, df * 1.01)).toBeLessThan(span);
        expect(span).toBeGreaterThan(-normalQuantile(outside / 2));
      }),
    );
  });
});
