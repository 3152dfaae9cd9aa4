import type { Height } from './maximise';

/**
 * A function at a point with its derivatives by central differences: slopes and own bends from five points, off by the fourth
 * power of `h`, mixed bends from seven, off by its square (Abramowitz & Stegun 1964, 25.3). The function must be smooth over
 * twice `h` either way.
 */
export function heightByDifferences(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number,
): Height {
  const size = x.length;
  const value = f(x);
  // Differences from the value, so that little is lost where it is large.
  const rise = (steps: readonly (readonly [place: number, steps: number])[]) =>
    f(x.map((at, i) => steps.reduce((sum, [j, k]) => (i === j ? sum + k * h : sum), at))) - value;
  const hessian = new Float64Array(size * size);
  const sides = x.map((_, i) => [rise([[i, -1]]), rise([[i, 1]])] as const);
  const gradient = sides.map(([before, after], i) => {
    const [first, last] = [rise([[i, -2]]), rise([[i, 2]])];
    hessian[i * (size + 1)] = (16 * (after + before) - (last + first)) / (12 * h * h);
    sides.slice(0, i).forEach(([left, right], j) => {
      const both = (steps: number) =>
        rise([
          [i, steps],
          [j, steps],
        ]);
      const bend = (both(1) + both(-1) - before - after - left - right) / (2 * h * h);
      hessian[i * size + j] = bend;
      hessian[j * size + i] = bend;
    });
    return (8 * (after - before) - (last - first)) / (12 * h);
  });
  return { value, gradient, hessian };
}
