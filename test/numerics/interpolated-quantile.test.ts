import { expect, it } from 'vitest';
import { interpolatedQuantile } from '../../src/numerics/interpolated-quantile';

// numpy.quantile([1, 2, 4, 8], p), whose default is type 7 as well.
it.each([
  [0, 1],
  [0.1, 1.3],
  [0.5, 3],
  [0.75, 5],
  [0.9, 6.8],
  [1, 8],
])('at %d is %d', (p, value) => {
  expect(interpolatedQuantile(Float64Array.of(1, 2, 4, 8), p)).toBeCloseTo(value, 14);
});
