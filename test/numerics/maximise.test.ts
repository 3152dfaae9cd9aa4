import { describe, expect, it } from 'vitest';
import { maximise } from '../../src/numerics/maximise';

/** Minus Rosenbrock's valley, which bends: greatest at (1, 1). */
const valley = ([x, y]: readonly number[]) => {
  const [a, b] = [1 - (x as number), (y as number) - (x as number) ** 2];
  return {
    value: -(a * a) - 100 * b * b,
    gradient: [2 * a + 400 * (x as number) * b, -200 * b],
  };
};

describe('maximise', () => {
  it.each([[[-1.2, 1]], [[0, 0]], [[3, -4]], [[1, 1]]])(
    'finds the end of a bent valley from %j',
    (start) => {
      const { at, value, converged, covariance } = maximise(valley, start);
      expect(converged).toBe(true);
      expect(value).toBeCloseTo(0, 12);
      at.forEach((x) => {
        expect(x).toBeCloseTo(1, 8);
      });
      // The Hessian there is [[-802, 400], [400, -200]], of determinant 400.
      [0.5, 1, 1, 2.005].forEach((entry, i) => {
        expect(covariance?.[i]).toBeCloseTo(entry, 5);
      });
    },
  );

  it('takes a Hessian that is known, from where Newton alone would go downhill', () => {
    // cos x is convex at 2, where the full step leads to 2 - tan 2 = 4.19.
    const f = ([x]: readonly number[]) => ({
      value: Math.cos(x as number),
      gradient: [-Math.sin(x as number)],
    });
    const { at, converged, covariance } = maximise(f, [2], ([x]) =>
      Float64Array.of(-Math.cos(x as number)),
    );
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(0, 12);
    expect(covariance?.[0]).toBeCloseTo(1, 12);
  });

  it('does not converge where the function only levels off', () => {
    const f = ([x]: readonly number[]) => ({
      value: (x as number) < 10 ? -Math.exp(-(x as number)) : -Infinity,
      gradient: [Math.exp(-(x as number))],
    });
    const { at, value, converged, covariance } = maximise(f, [0]);
    expect(converged).toBe(false);
    expect(covariance).toBeNull();
    expect(at[0]).toBeGreaterThan(9);
    expect(value).toBeGreaterThan(-1e-3);
  });

  it('does not take a saddle or a flat for a summit', () => {
    const saddle = ([x, y]: readonly number[]) => ({
      value: (y as number) ** 2 - (x as number) ** 2,
      gradient: [-2 * (x as number), 2 * (y as number)],
    });
    expect(maximise(saddle, [1, 0]).converged).toBe(false);
    expect(maximise(() => ({ value: 3, gradient: [0] }), [1]).converged).toBe(false);
  });

  it('stays where it starts when there is no value there', () => {
    const nowhere = () => ({ value: Number.NaN, gradient: [Number.NaN] });
    expect(maximise(nowhere, [4])).toMatchObject({ at: [4], converged: false, covariance: null });
  });

  it('needs the Hessian negative definite at the end too', () => {
    const hessians = [-1, 1];
    const f = ([x]: readonly number[]) => ({
      value: -((x as number) ** 2) / 2,
      gradient: [-(x as number)],
    });
    const { converged, covariance } = maximise(f, [0], () =>
      Float64Array.of(hessians.shift() ?? 1),
    );
    expect({ converged, covariance }).toEqual({ converged: false, covariance: null });
  });
});
