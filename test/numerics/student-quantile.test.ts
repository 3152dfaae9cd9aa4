import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { studentQuantile } from '../../src/numerics/student';
import { holds } from '../core/seeded';
import { relativeError } from './relative-error';

// mpmath 1.3 at 40 digits: the root of betainc(df/2, 1/2, 0, df/(df+t^2), regularized=True) = 2 (1 - p), from
// scipy.stats.t.ppf(p, df), which agrees.
const quantiles: readonly [p: number, df: number, t: number][] = [
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.95, 3.5, 2.222433493649601],
  [0.975, 10, 2.2281388519862744],
  [0.995, 29, 2.7563859036706053],
  [0.75, 7, 0.7111417780817864],
  [0.55, 4, 0.1338303671119435],
  [0.5005, 3, 0.0013603500825972116],
  [0.9999995, 1, 636619.7724194303],
  [0.99995, 2, 99.99249984375004],
  [0.975, 1000, 1.962339080826408],
  [0.975, 1e6, 1.9599663568141066],
  [0.84, 0.7, 2.4964736270246166],
];

describe('studentQuantile', () => {
  it.each(quantiles)('at %d, with %d degrees of freedom, is %d', (p, df, t) => {
    expect(relativeError(studentQuantile(p, df), t)).toBeLessThan(1e-12);
  });

  it('grows with p, and shrinks with the degrees of freedom down to the normal one', () => {
    const share = fc.double({ min: 0.55, max: 0.9995, noNaN: true });
    const freedom = fc.double({ min: 1, max: 300, noNaN: true });
    holds(
      fc.property(share, freedom, (p, df) => {
        const t = studentQuantile(p, df);
        expect(studentQuantile(p - 0.001, df)).toBeLessThan(t);
        expect(studentQuantile(p, df * 1.01)).toBeLessThan(t);
        expect(t).toBeGreaterThan(normalQuantile(p));
      }),
    );
  });
});
