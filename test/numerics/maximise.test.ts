import { describe, expect, it } from 'vitest';
import { type Height, maximise } from '../../src/numerics/maximise';

/** Minus Rosenbrock's valley, which bends: greatest at (1, 1). */
const valley = (at: readonly number[]): Height => {
  const [x, y] = at as [number, number];
  const [a, b] = [1 - x, y - x ** 2];
  return {
    value: -(a * a) - 100 * b * b,
    gradient: [2 * a + 400 * x * b, -200 * b],
    hessian: Float64Array.of(-2 + 400 * b - 800 * x * x, 400 * x, 400 * x, -200),
  };
};
/** A function of one number. */
const curve =
  (value: (x: number) => number, slope: (x: number) => number, bend: (x: number) => number) =>
  ([x]: readonly number[]): Height => ({
    value: value(x as number),
    gradient: [slope(x as number)],
    hessian: Float64Array.of(bend(x as number)),
  });
const levelling = curve(
  (x) => -Math.exp(-x),
  (x) => Math.exp(-x),
  (x) => -Math.exp(-x),
);

describe('maximise', () => {
  it.each([[[-1.2, 1]], [[0, 0]], [[3, -4]], [[1, 1]]])(
    'finds the end of a bent valley from %j',
    (start) => {
      const { at, value, converged, covariance } = maximise(valley, start);
      expect(converged).toBe(true);
      expect(value).toBeCloseTo(0, 12);
      at.forEach((x) => {
        expect(x).toBeCloseTo(1, 13);
      });
      // The Hessian there is [[-802, 400], [400, -200]], of determinant 400.
      [0.5, 1, 1, 2.005].forEach((entry, i) => {
        expect(covariance?.[i]).toBeCloseTo(entry, 11);
      });
    },
  );

  it('starts where Newton alone would go downhill', () => {
    // cos x is convex at 2, where the full step leads to 2 - tan 2 = 4.19.
    const f = curve(
      Math.cos,
      (x) => -Math.sin(x),
      (x) => -Math.cos(x),
    );
    const { at, converged, covariance } = maximise(f, [2]);
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(0, 12);
    expect(covariance?.[0]).toBeCloseTo(1, 12);
  });

  it('finds one summit from everywhere, though its value drowns in a large one', () => {
    // Rounding of the value hides steps of up to 1e-2.
    const f = curve(
      (x) => 1e12 - (x - 2) ** 2 - (x - 2) ** 4,
      (x) => -2 * (x - 2) - 4 * (x - 2) ** 3,
      (x) => -2 - 12 * (x - 2) ** 2,
    );
    for (const start of [-3, 0, 1.99, 2.001, 7]) {
      const { at, converged } = maximise(f, [start]);
      expect(converged).toBe(true);
      expect(Math.abs((at[0] as number) - 2)).toBeLessThan(1e-15);
    }
  });

  it('stops at the wall where the function only levels off, and has not converged', () => {
    const { at, value, converged, covariance } = maximise(levelling, [0], 10);
    expect({ at, value, converged, covariance }).toEqual({
      at: [10],
      value: -Math.exp(-10),
      converged: false,
      covariance: null,
    });
  });

  it('goes on along the wall to where it is highest', () => {
    // Rises with x, and for each x is highest at y = x / 2.
    const f = ([x, y]: readonly number[]): Height => {
      const gap = (y as number) - (x as number) / 2;
      return {
        value: (x as number) - gap * gap,
        gradient: [1 + gap, -2 * gap],
        hessian: Float64Array.of(-0.5, 1, 1, -2),
      };
    };
    const { at, converged } = maximise(f, [0, 3], 4);
    expect(at).toEqual([4, 2]);
    expect(converged).toBe(false);
  });

  it('puts at the wall what it cannot be told from', () => {
    // Only the sum is known; along it, rounding alone would choose the place.
    const f = ([x, y]: readonly number[]): Height => {
      const [gap, tiny] = [(x as number) + (y as number) - 1, 1e-9 * (x as number)];
      return {
        value: -(gap * gap) / 2 - (tiny * (x as number)) / 2,
        gradient: [-gap - tiny, -gap],
        hessian: Float64Array.of(-1 - 1e-9, -1, -1, -1),
      };
    };
    const { at, converged, covariance } = maximise(f, [2, 3], 10);
    expect(at).toEqual([10, expect.closeTo(-9, 14)]);
    expect([converged, covariance]).toEqual([false, null]);
  });

  it('puts it at the lower wall where that is nearer', () => {
    const f = ([x, y]: readonly number[]): Height => {
      const [gap, tiny] = [(x as number) + (y as number) + 1, 1e-9 * ((x as number) + 1)];
      return {
        value: -(gap * gap) / 2 - (tiny * ((x as number) + 1)) / 2,
        gradient: [-gap - tiny, -gap],
        hessian: Float64Array.of(-1 - 1e-9, -1, -1, -1),
      };
    };
    expect(maximise(f, [-2, -3], 10).at).toEqual([-10, expect.closeTo(9, 14)]);
  });

  it('ends where rounding turns the last steps either way', () => {
    // Known to a few digits alone, as numbers on a ridge are.
    let turn = 1;
    const f = ([x]: readonly number[]): Height => {
      turn = -turn;
      const slope = -1e-8 * ((x as number) - 3) + turn * 1e-17;
      const value = -0.5e-8 * ((x as number) - 3) ** 2;
      return { value, gradient: [slope], hessian: Float64Array.of(-1e-8) };
    };
    const { at, converged } = maximise(f, [0]);
    expect(at[0]).toBeCloseTo(3, 8);
    expect(converged).toBe(true);
  });

  it('follows a narrow ridge to the wall', () => {
    const f = ([x, y]: readonly number[]): Height => {
      const gap = (x as number) - (y as number) + 1;
      const left = Math.exp(-(x as number));
      return {
        value: -1e3 * gap * gap - left,
        gradient: [-2e3 * gap + left, 2e3 * gap],
        hessian: Float64Array.of(-2e3 - left, 2e3, 2e3, -2e3),
      };
    };
    expect(maximise(f, [0, 0], 13.8).at).toEqual([expect.closeTo(12.8, 8), 13.8]);
    expect(maximise(f, [-9, 9], 13.8).at).toEqual([expect.closeTo(12.8, 8), 13.8]);
  });

  it('comes back from the wall to a summit inside', () => {
    const f = curve(
      (x) => -((x - 1) ** 2),
      (x) => -2 * (x - 1),
      () => -2,
    );
    expect(maximise(f, [5], 5)).toMatchObject({ at: [1], converged: true });
  });

  it('does not go on for ever without a wall', () => {
    const { at, converged } = maximise(levelling, [0]);
    expect(converged).toBe(false);
    expect(at[0]).toBeGreaterThan(9);
  });

  it('does not take a saddle or a flat for a summit', () => {
    const saddle = ([x, y]: readonly number[]): Height => ({
      value: (y as number) ** 2 - (x as number) ** 2,
      gradient: [-2 * (x as number), 2 * (y as number)],
      hessian: Float64Array.of(-2, 0, 0, 2),
    });
    expect(maximise(saddle, [1, 0]).converged).toBe(false);
    const flat = curve(
      () => 3,
      () => 0,
      () => 0,
    );
    expect(maximise(flat, [1]).converged).toBe(false);
  });

  it('stays where it starts when there is no value there', () => {
    const nowhere = curve(
      () => Number.NaN,
      () => Number.NaN,
      () => Number.NaN,
    );
    expect(maximise(nowhere, [4])).toMatchObject({ at: [4], converged: false, covariance: null });
  });

  it('needs the Hessian negative definite at the end too', () => {
    const bends = [-1];
    const f = curve(
      (x) => -(x ** 2) / 2,
      (x) => -x,
      () => bends.shift() ?? 1,
    );
    const { converged, covariance } = maximise(f, [0]);
    expect({ converged, covariance }).toEqual({ converged: false, covariance: null });
  });
});

describe('maximise, with walls of their own', () => {
  // -(x - 3)^2 - (y + 2)^2 - (x - 3)(y + 2) is greatest at (3, -2); along y = 0 at x = 2, along x = 1 at y = -1.
  const f = ([x, y]: readonly number[]): Height => {
    const [a, b] = [(x as number) - 3, (y as number) + 2];
    return {
      value: -(a * a) - b * b - a * b,
      gradient: [-2 * a - b, -2 * b - a],
      hessian: Float64Array.of(-2, -1, -1, -2),
    };
  };

  it.each([
    ['of which none is in the way', { low: [-9, -9], high: [9, 9] }, [3, -2], true],
    ['below', { low: [0, 0], high: [9, 9] }, [2, 0], false],
    ['above', { low: [-9, -9], high: [1, 9] }, [1, -1], false],
    ['all around', { low: [0, 0], high: [1, 5] }, [1, 0], false],
    ['on one side alone', { low: [0, -Infinity], high: [Infinity, -3] }, [3.5, -3], false],
  ])('%s', (_, walls, summit, converged) => {
    const found = maximise(f, [0.5, walls.high[1] === -3 ? -4 : 0.5], walls);
    summit.forEach((x, i) => {
      expect(found.at[i]).toBeCloseTo(x, 12);
    });
    expect(found.converged).toBe(converged);
    // Of degree 2: one step for each coordinate, and one that finds nothing left.
    expect(found.iterations).toBeLessThanOrEqual(3);
  });

  it('stops exactly at a wall, wherever it started', () => {
    for (const start of [0.1, 0.3, -1.1, -2.3]) {
      for (const high of [0.7, 1.1, 3.3, 5.7]) {
        expect(maximise(levelling, [start], { low: [-9], high: [high] }).at).toEqual([high]);
      }
    }
  });
});

describe('maximise, from a wall', () => {
  const bowl = (top: number) =>
    curve(
      (x) => -((x - top) ** 2),
      (x) => -2 * (x - top),
      () => -2,
    );

  it.each([-5, 5])('leaves it where the function rises inwards: from %d', (start) => {
    const walls = { low: [-5], high: [5] };
    expect(maximise(bowl(1), [start], walls)).toMatchObject({ at: [1], converged: true });
  });

  it.each([-5, 5])('takes a summit at it for one: at %d', (top) => {
    const { at, converged, covariance } = maximise(bowl(top), [top], { low: [-5], high: [5] });
    expect([at, converged]).toEqual([[top], true]);
    expect(covariance?.[0]).toBeCloseTo(0.5, 14);
  });
});

describe('maximise, without a wall', () => {
  it('finds the top of a concave function, with the inverse of its information, reading the lower triangle', () => {
    const top = maximise(
      ([x, y]) => {
        const [a, b] = [(x as number) - 3, (y as number) + 1];
        return {
          value: -(a * a) - 2 * b * b,
          gradient: [-2 * a, -4 * b],
          hessian: Float64Array.of(-2, 99, 0, -4),
        };
      },
      [0, 0],
    );
    expect(top.at).toEqual([3, -1]);
    expect(top.covariance?.[0]).toBeCloseTo(0.5, 14);
    expect(top.covariance?.[3]).toBeCloseTo(0.25, 14);
    expect([top.value + 0, top.runaway, top.converged]).toEqual([0, null, true]);
  });

  it('shortens steps that overshoot', () => {
    // -log cosh x has its top at 0, and Newton's own steps from 2 leave it for good.
    const f = curve(
      (x) => -Math.log(Math.cosh(x)),
      (x) => -Math.tanh(x),
      (x) => -1 / Math.cosh(x) ** 2,
    );
    const { at, converged } = maximise(f, [2]);
    expect(at[0]).toBeCloseTo(0, 12);
    expect(converged).toBe(true);
  });

  it('does not step to where the value is infinite', () => {
    // The first step from 2 leads to -11.6.
    const f = curve(
      (x) => (Math.abs(x) > 5 ? Infinity : -Math.log(Math.cosh(x))),
      (x) => -Math.tanh(x),
      (x) => -1 / Math.cosh(x) ** 2,
    );
    const { at, converged } = maximise(f, [2]);
    expect(at[0]).toBeCloseTo(0, 12);
    expect(converged).toBe(true);
  });

  it('climbs away from a saddle, which is no level line', () => {
    // Along x = y it rises for ever, ever more steeply.
    const saddle = ([x = 0, y = 0]: readonly number[]): Height => ({
      value: 3 * x * y - x * x - y * y,
      gradient: [3 * y - 2 * x, 3 * x - 2 * y],
      hessian: Float64Array.of(-2, 3, 3, -2),
    });
    const { value, converged, runaway } = maximise(saddle, [1, 0]);
    expect(value).toBeGreaterThan(1e9);
    expect([converged, runaway]).toEqual([false, null]);
  });

  it('names what grows for ever, and nothing that a wall holds', () => {
    expect(maximise(levelling, [0]).runaway?.[0]).toBeCloseTo(1, 3);
    expect(maximise(levelling, [0], 13.8).runaway).toBeNull();
  });

  it('keeps the covariance of what does not grow with it', () => {
    // Of x there is no end, and y has its top at 5.
    const f = ([x, y]: readonly number[]): Height => ({
      value: -Math.exp(-(x as number)) - 2 * ((y as number) - 5) ** 2,
      gradient: [Math.exp(-(x as number)), -4 * ((y as number) - 5)],
      hessian: Float64Array.of(-Math.exp(-(x as number)), 0, 0, -4),
    });
    const { at, converged, covariance, runaway } = maximise(f, [0, 0]);
    expect([converged, at[1]]).toEqual([false, 5]);
    expect(runaway).toEqual([expect.closeTo(1, 3), 0]);
    expect(covariance?.[3]).toBeCloseTo(0.25, 12);
  });

  it('names what nothing is known of, and gives it no covariance', () => {
    // Of x and y only their sum is known.
    const f = ([x, y]: readonly number[]): Height => {
      const gap = 1 - (x as number) - (y as number);
      return {
        value: -(gap * gap) / 2,
        gradient: [gap, gap],
        hessian: Float64Array.of(-1, -1, -1, -1),
      };
    };
    const { runaway, covariance, converged } = maximise(f, [1, 1]);
    expect({ runaway, covariance, converged }).toEqual({
      runaway: [-1, 1],
      covariance: null,
      converged: false,
    });
  });

  it('ends also where steps never become small, and says that it did not converge', () => {
    // Slopes that are all rounding, as of numbers whose digits are used up.
    let turn = 1e-5;
    const f = (): Height => {
      turn = -turn;
      return { value: 0, gradient: [turn], hessian: Float64Array.of(-1) };
    };
    const { iterations, converged, runaway } = maximise(f, [0]);
    expect([converged, runaway]).toEqual([false, null]);
    expect(iterations).toBeLessThanOrEqual(200);
  });

  it('runs away along a line on which nothing changes, whichever numbers it is of', () => {
    // Level along (1, -1, 0): only x + y and z are told.
    const ridge = ([x = 0, y = 0, z = 0]: readonly number[]): Height => ({
      value: -((x + y - 1) ** 2) - (z - 2) ** 2,
      gradient: [-2 * (x + y - 1), -2 * (x + y - 1), -2 * (z - 2)],
      hessian: Float64Array.of(-2, -2, 0, -2, -2, 0, 0, 0, -2),
    });
    const { converged, runaway } = maximise(ridge, [0, 0, 0]);
    expect(converged).toBe(false);
    [-1, 1, 0].forEach((along, i) => {
      expect(runaway?.[i]).toBeCloseTo(along, 12);
    });
  });
});

it('gives up where steps promise nothing and the ground does not bend like a summit', () => {
  const trough: Height = {
    value: 0,
    gradient: [0, 0],
    hessian: Float64Array.of(-2, 0, 0, 1e-9),
  };
  const found = maximise(() => trough, [0, 0], 1);
  expect(found.settled).toBe(false);
  expect(found.iterations).toBeLessThan(100);
});
