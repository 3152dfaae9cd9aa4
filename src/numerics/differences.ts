import type { Height } from './maximise';

type Four = readonly [number, number, number, number];

/**
 * A function at a point with its derivatives by central differences: slopes and own bends from five points, off by the fourth
 * power of `h`, mixed bends from seven, off by its square, which will do to climb; or, if they are to be `fine`, from thirteen,
 * extrapolated, off by its fourth power, too (Abramowitz & Stegun 1964, 25.3; Richardson 1911). The function must be smooth over
 * twice `h` either way. Derivatives are worked out when they are asked for: of a step that is not taken nobody does.
 */
export function heightByDifferences(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number,
  fine = false,
): Height {
  const value = f(x);
  let found: Bends | undefined;
  const bends = () => {
    found ??= bendsAt(f, x, value, h, fine);
    return found;
  };
  return {
    value,
    get gradient() {
      return bends().gradient;
    },
    get hessian() {
      return bends().hessian;
    },
  };
}

type Bends = Pick<Height, 'gradient' | 'hessian'>;

/** By the formulas of Abramowitz & Stegun 1964, 25.3. */
function bendsAt(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  value: number,
  h: number,
  fine: boolean,
): Bends {
  const size = x.length;
  // Differences from the value, so that little is lost where it is large.
  const rise = (steps: readonly (readonly [place: number, steps: number])[]) => {
    const at = [...x];
    for (const [i, k] of steps) at[i] = (at[i] as number) + k * h;
    return f(at) - value;
  };
  const hessian = new Float64Array(size * size);
  const along = x.map((_, i): Four => {
    const at = (steps: number) => rise([[i, steps]]);
    return [at(-2), at(-1), at(1), at(2)];
  });
  const gradient = along.map(([first, before, after, last], i) => {
    hessian[i * (size + 1)] = (16 * (after + before) - (last + first)) / (12 * h * h);
    along.slice(0, i).forEach((other, j) => {
      const both = (steps: number) =>
        rise([
          [i, steps],
          [j, steps],
        ]);
      const [start, left, right, end] = other;
      const near = (both(1) + both(-1) - before - after - left - right) / (2 * h * h);
      const far = () => (both(2) + both(-2) - first - last - start - end) / (8 * h * h);
      const bend = fine ? (4 * near - far()) / 3 : near;
      hessian[i * size + j] = bend;
      hessian[j * size + i] = bend;
    });
    return (8 * (after - before) - (last - first)) / (12 * h);
  });
  return { gradient, hessian };
}
