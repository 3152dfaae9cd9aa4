import { expect, it } from 'vitest';
import { fisherQuantile } from '../../src/numerics/fisher';
import { studentQuantile } from '../../src/numerics/student';
import { relativeError } from './relative-error';

// python3 -c "from scipy import stats; print(stats.t.ppf(p, df))", SciPy 1.x
it.each([
  [0.75, 1, 1],
  [0.75, 9, 0.7027221467513264],
  [0.95, 2, 2.9199855803537242],
  [0.975, 1, 12.706204736174694],
  [0.975, 9, 2.262157162798205],
  [0.975, 1000, 1.9623390808264083],
  [0.975, 1e6, 1.959966356814107],
  [0.9999, 1, 3183.098757118502],
  [0.9999, 30, 4.23398595727206],
])('the %d quantile of t with %d degrees of freedom is %d', (p, df, t) => {
  expect(relativeError(studentQuantile(p, df), t)).toBeLessThan(1e-10);
});

// python3 -c "from scipy import stats; print(stats.f.ppf(p, a, b))"
it.each([
  [0.025, 1, 1, 0.001543712508674131],
  [0.5, 9, 9, 1],
  [0.025, 29, 174, 0.5369655425274906],
  [0.975, 29, 174, 1.6615384170288148],
  [0.975, 999, 3996, 1.1014512333334125],
  [0.999, 2, 5, 37.12232981152783],
])('the %d quantile of F with %d and %d degrees of freedom is %d', (p, a, b, f) => {
  expect(relativeError(fisherQuantile(p, a, b), f)).toBeLessThan(1e-10);
});
