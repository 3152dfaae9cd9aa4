import { describe, expect, it } from 'vitest';
import { atLeast, compare, countFor, justAbove, justBelow, tied } from '../../src/numerics/nearly';

const third = 0.1 + 0.2;

describe('atLeast and compare', () => {
  it.each([
    [1, 2, -1],
    [2, 1, 1],
    [0.3, third, 0],
    [third, 0.3, 0],
    [-third, -0.3, 0],
    [0, 0, 0],
    [0, 5e-324, -1],
    [1, 1 + 1e-11, -1],
    [-1, 1, -1],
    [Infinity, Infinity, 0],
    [-Infinity, -Infinity, 0],
    [5, Infinity, -1],
    [-Infinity, -1, -1],
    [1e308, 1.7e308, -1],
  ])('%d and %d: %d', (a, b, order) => {
    expect(compare(a, b)).toBe(order);
    expect(compare(b, a)).toBe(0 - order);
    expect(atLeast(a, b)).toBe(order >= 0);
    expect(atLeast(b, a)).toBe(order <= 0);
  });

  it('goes by the scale of what was subtracted', () => {
    expect(compare(1e6 + 0.1 - 1e6, 0.1)).toBe(-1);
    expect(compare(1e6 + 0.1 - 1e6, 0.1, 1e6)).toBe(0);
    expect(compare(third - 0.3, 0)).toBe(1);
    expect(compare(third - 0.3, 0, 1)).toBe(0);
  });

  it('knows no order of what is no number', () => {
    expect(atLeast(Number.NaN, 1)).toBe(false);
    expect(atLeast(1, Number.NaN)).toBe(false);
  });
});

it('justAbove and justBelow reach what is equal', () => {
  for (const x of [third, -third, 1e300, -5]) {
    expect(atLeast((justBelow(x) + x) / 2, x)).toBe(true);
    expect(justBelow(x)).toBeLessThan(x);
    expect(justAbove(x)).toBeGreaterThan(x);
  }
  expect(justAbove(0)).toBe(0);
});

it.each([
  [10, third, 3],
  [100, 0.07, 7],
  [100, 0.55, 55],
  [100, 0.551, 56],
  [10, 0, 1],
  [10, 1, 10],
  [999_999, 0.999999, 999_999],
])('of %d, %d is reached by %d', (n, share, count) => {
  expect(countFor(n, share)).toBe(count);
});

describe('tied', () => {
  it('gives those that are equal as the least of them, each in its place', () => {
    const numbers = Float64Array.of(2, third, 0.3, 1, 0.3, third);
    expect([...tied(numbers, 2)]).toEqual([2, 0.3, 0.3, 1, 0.3, 0.3]);
    expect([...numbers]).toEqual([2, third, 0.3, 1, 0.3, third]);
  });

  it('goes by the scale', () => {
    expect([...tied(Float64Array.of(third - 0.3, 0), 1)]).toEqual([0, 0]);
    expect([...tied(Float64Array.of(third - 0.3, 0), 0)]).toEqual([third - 0.3, 0]);
    expect(tied(new Float64Array(0), 1)).toHaveLength(0);
  });
});
