import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectInPlace } from '../../src/numerics/select';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';

const random = uniforms(1);
const size = 20_000;
const made = (number: (i: number) => number) =>
  Float64Array.from({ length: size }, (_, i) => number(i));

const orders = {
  random: made(() => random()),
  sorted: made((i) => i),
  reversed: made((i) => -i),
  'few values': made(() => Math.floor(random() * 5)),
  'one value': made(() => 7),
  'up and down': made((i) => Math.min(i, size - i)),
  'down and up': made((i) => Math.max(i, size - i)),
  'a saw': made((i) => i % 100),
};

/** Where none before k is larger and none after it smaller. */
function isSplitAt(array: Float64Array, k: number): boolean {
  const kth = array[k] as number;
  return array.every((number, i) => (i < k ? number <= kth : number >= kth));
}

describe('selectInPlace', () => {
  it.each(Object.entries(orders))('finds every rank in numbers in the order: %s', (_, numbers) => {
    const sorted = numbers.slice().sort();
    for (const k of [0, 1, 599, 10_000, 17_999, 19_998, 19_999]) {
      const array = numbers.slice();
      expect(selectInPlace(array, k)).toBe(sorted[k]);
      expect(isSplitAt(array, k)).toBe(true);
      array.sort();
      expect(array.every((number, i) => number === sorted[i])).toBe(true);
    }
  });

  it('finds the k-th smallest of any numbers', () => {
    const number = fc.oneof(
      fc.integer({ min: -3, max: 3 }).map((i) => i + 0),
      fc.double({ noNaN: true }),
    );
    holds(
      fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), fc.nat(), (numbers, rank) => {
        const k = rank % numbers.length;
        const array = Float64Array.from(numbers, (x) => x + 0);
        const wanted = array.slice().sort()[k];
        expect(selectInPlace(array, k)).toBe(wanted);
        expect(isSplitAt(array, k)).toBe(true);
      }),
      1000,
    );
  });
});
