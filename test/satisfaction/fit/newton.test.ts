import { describe, expect, it } from 'vitest';
import { maximise } from '../../../src/satisfaction/fit/newton';

describe('maximise', () => {
  it('finds the top of a concave function, with the inverse of its information', () => {
    // -(x - 3)^2 - 2 (y + 1)^2, at once.
    const top = maximise(
      ([x = 0, y = 0], gradient, information) => {
        gradient.set([-2 * (x - 3), -4 * (y + 1)]);
        information.set([2, 0, 0, 4]);
        return -((x - 3) ** 2) - 2 * (y + 1) ** 2;
      },
      Float64Array.of(0, 0),
    );
    expect([...top.at]).toEqual([3, -1]);
    expect(top.covariance[0]).toBeCloseTo(0.5, 14);
    expect(top.covariance[3]).toBeCloseTo(0.25, 14);
    expect([top.logLikelihood, top.runaway, top.converged]).toEqual([0, null, true]);
  });

  it('halves steps that overshoot', () => {
    // -log cosh x has its top at 0, and Newton's own steps from 2 leave it for good.
    const { at } = maximise(([x = 0], gradient, information) => {
      gradient[0] = -Math.tanh(x);
      information[0] = 1 / Math.cosh(x) ** 2;
      return -Math.log(Math.cosh(x));
    }, Float64Array.of(2));
    expect(at[0]).toBeCloseTo(0, 9);
  });

  it('names what grows for ever', () => {
    const { runaway } = maximise(([x = 0], gradient, information) => {
      gradient[0] = Math.exp(-x);
      information[0] = Math.exp(-x);
      return -Math.exp(-x);
    }, Float64Array.of(0));
    expect(runaway?.[0]).toBeCloseTo(1, 3);
  });

  it('ends also where steps never become small, and says that it did not converge', () => {
    // Slopes that are all rounding, as of numbers whose digits are used up.
    let turn = 1e-5;
    const { iterations, converged, runaway } = maximise((_, gradient, information) => {
      turn = -turn;
      gradient[0] = turn;
      information[0] = 1;
      return 0;
    }, Float64Array.of(0));
    expect([iterations, converged, runaway]).toEqual([60, false, null]);
  });

  it('names what nothing is known of, and gives it no covariance', () => {
    const { runaway, covariance } = maximise(
      ([x = 0, y = 0], gradient, information) => {
        // Of x and y only their sum is known.
        gradient.set([1 - x - y, 1 - x - y]);
        information.set([1, 0, 1, 1]);
        return -((1 - x - y) ** 2) / 2;
      },
      Float64Array.of(1, 1),
    );
    expect([...(runaway ?? [])]).toEqual([-1, 1]);
    expect(covariance.every(Number.isNaN)).toBe(true);
  });
});
