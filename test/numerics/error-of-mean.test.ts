import { describe, expect, it } from 'vitest';
import { errorOfMean, meanIn } from '../../src/numerics/error-of-mean';

const numbers = Float64Array.of(1, 2, 3, 6);

describe('the error of a mean', () => {
  // By hand: deviations -2, -1, 0, 3; squares 4 + 1 + 0 + 9 = 14; root 14 over 4.
  it('of rows alone', () => {
    expect(meanIn(numbers)).toBe(3);
    expect(errorOfMean(numbers, null)).toBeCloseTo(Math.sqrt(14) / 4, 15);
    expect(errorOfMean(numbers, [[0], [1], [2], [3]])).toBeCloseTo(Math.sqrt(14) / 4, 15);
  });

  // By hand: sums of deviations -3 and 3; root 18 over 4.
  it('of rows that go together', () => {
    expect(
      errorOfMean(numbers, [
        [0, 1],
        [2, 3],
      ]),
    ).toBeCloseTo(Math.sqrt(18) / 4, 15);
  });
});
