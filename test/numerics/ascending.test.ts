import { describe, expect, it } from 'vitest';
import { ascending } from '../../src/numerics/ascending';
import { uniforms } from '../../src/numerics/uniforms';

const next = uniforms(1);
const many = (number: (i: number) => number) =>
  Float64Array.from({ length: 5000 }, (_, i) => number(i));

describe('ascending', () => {
  it.each([
    ['few', Float64Array.of(3, -1, 2, 2)],
    ['of all magnitudes, above and below 0', many(() => (next() - 0.5) * 10 ** (20 * next()))],
    ['whole and often equal', many(() => Math.floor(50 * next()))],
    ['that agree in the upper half of their bits', many(() => 1 + 2 ** -22 * next())],
    ['of which few stand close by', many(() => (next() < 0.99 ? next() : 1 + 2 ** -22 * next()))],
    ['dates', many(() => 1.7e12 + Math.floor(1e6 * next()))],
    ['that descend', many((i) => 5000 - i)],
  ])('sorts numbers %s, and leaves them as they are', (_, numbers) => {
    const before = numbers.slice();
    expect(ascending(numbers)).toEqual(before.slice().sort());
    expect(numbers).toEqual(before);
  });
});
