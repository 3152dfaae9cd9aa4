import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder } from '../../src/numerics/ascending-order';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';

describe('ascendingOrder', () => {
  it('is the order of a stable sort, for any numbers', () => {
    const number = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(-0, 0, 5e-324, -5e-324, Infinity, -Infinity, Number.MAX_VALUE, -1.5),
      fc.double({ noNaN: true }),
    );
    holds(
      fc.property(fc.array(number, { maxLength: 200 }), (numbers) => {
        const wanted = numbers
          .map((_, i) => i)
          .sort((a, b) => {
            const [x, y] = [numbers[a] as number, numbers[b] as number];
            return x < y ? -1 : x > y ? 1 : a - b;
          });
        expect([...ascendingOrder(Float64Array.from(numbers))]).toEqual(wanted);
      }),
      1000,
    );
  });

  it('takes -0 for 0', () => {
    expect([...ascendingOrder(Float64Array.of(0, -0, 1, -0))]).toEqual([0, 1, 3, 2]);
  });

  it('sorts many numbers, and leaves them as they are', () => {
    const next = uniforms(1);
    const numbers = Float64Array.from(
      { length: 15_000 },
      () => (next() - 0.5) * 10 ** (20 * next()),
    );
    const before = numbers.slice();
    const ordered = Float64Array.from(ascendingOrder(numbers), (i) => numbers[i] as number);
    const sorted = before.slice().sort();
    expect(ordered.every((number, i) => number === sorted[i])).toBe(true);
    expect(numbers.every((number, i) => number === before[i])).toBe(true);
  });

  it('sorts a part of an array', () => {
    const whole = Float64Array.of(9, 3, 2, 1, 0);
    expect([...ascendingOrder(whole.subarray(1, 4))]).toEqual([2, 1, 0]);
  });
});
