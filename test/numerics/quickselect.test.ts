import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickselect } from '../../src/numerics/quickselect';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';

const columns = fc
  .oneof(
    fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 3000 }),
    fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3000 }),
  )
  .map((numbers) => Float64Array.from(numbers, (x) => x + 0));

/** Throws unless a place holds what sorting puts there, and splits the others. */
function expectSelected(numbers: Float64Array, place: number, sorted: Float64Array): void {
  const there = numbers[place] as number;
  expect(there).toBe(sorted[place]);
  expect(numbers.subarray(0, place).every((x) => x <= there)).toBe(true);
  expect(numbers.subarray(place).every((x) => x >= there)).toBe(true);
}

describe('quickselect', () => {
  it('puts a number where sorting would, and loses none', () => {
    holds(
      fc.property(columns, fc.double({ min: 0, max: 0.999, noNaN: true }), (numbers, share) => {
        const sorted = numbers.slice().sort();
        const place = Math.floor(share * numbers.length);
        quickselect(numbers, place);
        expectSelected(numbers, place, sorted);
        expect(numbers.slice().sort()).toEqual(sorted);
      }),
    );
  });

  it('touches nothing outside its range', () => {
    const numbers = Float64Array.from({ length: 3000 }, (_, i) => (i * 7919) % 3001);
    const before = numbers.slice();
    for (const place of [1000, 1500, 1999]) {
      quickselect(numbers, place, 1000, 1999);
      expect(numbers.slice(0, 1000)).toEqual(before.slice(0, 1000));
      expect(numbers.slice(2000)).toEqual(before.slice(2000));
      expect(numbers[place]).toBe(before.slice(1000, 2000).sort()[place - 1000]);
    }
  });
});

const n = 20_000;
const random = uniforms(3);
const orders: Readonly<Record<string, (i: number) => number>> = {
  random,
  sorted: (i) => i,
  reversed: (i) => -i,
  'organ pipe': (i) => Math.min(i, n - i),
  valley: (i) => Math.max(i, n - i),
  'all equal': () => 7,
  'two alike': () => Math.round(random()),
  'few distinct': () => Math.floor(20 * random()),
  sawtooth: (i) => i % 100,
  'a trend': (i) => i / n + random(),
  'a season': (i) => Math.sin(i / 500) + random() / 4,
  // Musser 1997: each median of the first, the middle and the last is the second smallest.
  'median-of-three killer': (i) =>
    i < n / 2 ? (i % 2 === 0 ? i + 1 : n / 2 + i) : 2 * (i - n / 2) + 2,
};

/** Numbers that count how often one of them is read. */
function counted(numbers: Float64Array) {
  let reads = 0;
  const read = new Proxy(numbers, {
    get(target, key) {
      if (typeof key === 'string' && key !== 'subarray' && key !== 'length') reads++;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { read, reads: () => reads };
}

describe('quickselect takes linear time of numbers that are', () => {
  const shares = [0, 0.1, 0.5, 0.9, 0.9999];
  const cases = Object.entries(orders).flatMap(([name, order]) =>
    shares.map((share) => ({ name, order, share })),
  );
  it.each(cases)('$name, at $share of them', ({ order, share }) => {
    const numbers = Float64Array.from({ length: n }, (_, i) => order(i));
    const { read, reads } = counted(numbers.slice());
    const place = Math.floor(share * n);
    quickselect(read, place);
    // Two reads a look: one to split, one to set apart what equals a pivot, and as many of the rest.
    expect(reads() / n).toBeLessThan(8);
    const plain = numbers.slice();
    quickselect(plain, place);
    expectSelected(plain, place, numbers.sort());
  });
});

/**
 * The order that is worst for it: numbers that are made up as they are compared, each pivot among the least still
 * possible (McIlroy 1999, doi:10.1002/(SICI)1097-024X(19990410)29:4<341::AID-SPE237>3.0.CO;2-R).
 */
function killer(length: number, place: number): Float64Array {
  const values = new Float64Array(length).fill(Infinity);
  let next = 0;
  let isSecond = false;
  const items = Array.from({ length }, (_, i) => ({
    valueOf() {
      // Of two that are compared, the second is the pivot.
      if (isSecond && values[i] === Infinity) values[i] = next++;
      isSecond = !isSecond;
      return values[i] as number;
    },
  }));
  const subarray = (from: number, end: number) => ({
    sort() {
      const sorted = items.slice(from, end).sort((a, b) => (a < b ? -1 : 1));
      items.splice(from, end - from, ...sorted);
    },
  });
  quickselect(Object.assign(items, { subarray }) as unknown as Float64Array, place);
  return values.map((value) => (value === Infinity ? next++ : value));
}

it('quickselect sorts what is left of the order that is worst for it', () => {
  const place = n / 2;
  const numbers = killer(n, place);
  const sorted = numbers.slice().sort();
  const { read, reads } = counted(numbers.slice());
  quickselect(read, place);
  expect(reads() / n).toBeGreaterThan(8);
  expect(reads() / n).toBeLessThan(20);
  quickselect(numbers, place);
  expectSelected(numbers, place, sorted);
});
