import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumOf } from '../../src/numerics/sum';
import { holds } from '../core/seeded';

it('keeps what a plain sum loses', () => {
  // Plainly, the ones vanish beside 2^53 and beside 1e16.
  expect(sumOf(Float64Array.of(2 ** 53, 1, 1, 1))).toBe(2 ** 53 + 4);
  expect(sumOf(Float64Array.of(1, 1e16, 1, -1e16))).toBe(2);
  expect(sumOf(new Float64Array(10).fill(0.1))).toBe(1);
});

it('is the exact sum, rounded once, whatever the order', () => {
  // Whole numbers of 2^-40, so that the exact sum is a whole number too.
  const whole = fc.array(fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }), { maxLength: 50 });
  holds(
    fc.property(whole, (numbers) => {
      const exact = Number(numbers.reduce((sum, x) => sum + x, 0n)) * 2 ** -40;
      const column = Float64Array.from(numbers, (x) => Number(x) * 2 ** -40);
      expect(sumOf(column)).toBe(exact);
      expect(sumOf(column.reverse())).toBe(exact);
      expect(sumOf(column.sort())).toBe(exact);
    }),
    300,
  );
});
