import { describe, expect, it } from 'vitest';
import { clustered } from '../../src/numerics/clustered';
import { samplesForWindow } from '../../src/numerics/conformal-rank';
import { heightByDifferences } from '../../src/numerics/differences';

const close = (actual: ArrayLike<number>, expected: readonly number[], digits = 8) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, digits);
};

describe('derivatives by differences', () => {
  const [x, y, z] = [1.5, -2, 0.5];
  // Of degree 3, of which the differences miss nothing; derivatives by hand.
  const cubic = ([a = 0, b = 0, c = 0]: readonly number[]) =>
    a ** 3 + 2 * a * b + 5 * b ** 2 + a ** 2 * b + b * c + 7;

  it.each([false, true])('are those of a cubic, fine or not: %s', (fine) => {
    const { value, gradient, hessian } = heightByDifferences(cubic, [x, y, z], 0.05, fine);
    expect(value).toBe(cubic([x, y, z]));
    close(gradient, [3 * x ** 2 + 2 * y + 2 * x * y, 2 * x + 10 * y + x ** 2 + z, y]);
    close(hessian, [6 * x + 2 * y, 2 + 2 * x, 0, 2 + 2 * x, 10, 1, 0, 1, 0]);
  });

  it('are exact in own bends up to degree 5, where mixed bends are not', () => {
    const f = ([a = 0, b = 0]: readonly number[]) => a ** 5 - 3 * b ** 4;
    const { gradient, hessian } = heightByDifferences(f, [x, y], 0.1);
    close([hessian[0] as number, hessian[3] as number], [20 * x ** 3, -36 * y ** 2], 9);
    close([gradient[1] as number], [-12 * y ** 3], 9);
  });

  it('are off by the square of h in mixed bends, unless they are fine', () => {
    const f = ([a = 0, b = 0]: readonly number[]) => a ** 2 * b ** 2;
    const bend = (h: number, fine?: boolean) => heightByDifferences(f, [x, y], h, fine).hessian[1];
    // The fourth derivative along a = b is 24, of which half of h ** 2 / 12 is left.
    for (const h of [0.1, 0.2]) expect(bend(h)).toBeCloseTo(4 * x * y + h ** 2, 9);
    expect(bend(0.1, true)).toBeCloseTo(4 * x * y, 9);
  });

  it('cost nothing until they are asked for, and then once', () => {
    let asked = 0;
    const counted = (at: readonly number[]) => {
      asked++;
      return cubic(at);
    };
    const height = heightByDifferences(counted, [x, y, z], 0.05);
    expect(height.value).toBe(cubic([x, y, z]));
    expect(asked).toBe(1);
    expect(height.gradient).toBe(height.gradient);
    const all = asked;
    expect(height.hessian).toBe(height.hessian);
    expect(asked).toBe(all);
  });
});

it('the covariance of groups is that of their summed slopes', () => {
  const slopes = [
    [1, 2],
    [3, -4],
    [0.5, 1],
  ];
  const fill = (of: readonly number[], slope: Float64Array) => slope.set(of);
  // numpy: 3 / 2 A S'S A
  close(clustered(fill, slopes, Float64Array.of(2, 1, 1, 3)), [36, 25.5, 25.5, 213.375], 12);
  close(clustered(fill, new Set(slopes), Float64Array.of(2, 1, 1, 3)), [36, 25.5, 25.5, 213.375]);
});

it('a window that holds p needs room on either side', () => {
  // The least n of which ceil((n + 1) p) is below n.
  expect([0.5, 0.8, 0.9, 0.95, 0.99].map(samplesForWindow)).toEqual([3, 9, 19, 39, 199]);
});
