import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { nthUniforms } from './distribution-fixtures';

const drawn = (seed: number, count: number) => {
  const next = uniforms(seed);
  return Float64Array.from({ length: count }, () => next());
};
const mean = (numbers: Float64Array) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

describe('uniforms', () => {
  it.each(nthUniforms as [number, number, number][])('seed %d, draw %d: %d', (seed, nth, value) => {
    expect(drawn(seed, nth)[nth - 1]).toBe(value);
  });

  it('gives the same for the same seed, each generator on its own', () => {
    const [one, other] = [uniforms(5), uniforms(5)];
    const first = one();
    one();
    expect(other()).toBe(first);
  });

  // For 1e5 uniforms: 5 standard errors of the mean, the variance, the lag-1 correlation; and the largest gap
  // of the distribution function, below 2 / sqrt(n) but for 1 in 1500 (Kolmogorov).
  it.each([0, 1, 20_260_308, 2 ** 40])('is uniform and uncorrelated for seed %d', (seed) => {
    const n = 100_000;
    const numbers = drawn(seed, n);
    expect(Math.abs(mean(numbers) - 1 / 2)).toBeLessThan(5 / Math.sqrt(12 * n));
    expect(Math.abs(mean(numbers.map((x) => (x - 0.5) ** 2)) - 1 / 12)).toBeLessThan(
      5 / Math.sqrt(180 * n),
    );
    const products = numbers.map((x, i) => (x - 0.5) * ((numbers[(i + 1) % n] as number) - 0.5));
    expect(Math.abs(mean(products)) * 12).toBeLessThan(5 / Math.sqrt(n));
    const sorted = numbers.slice().sort();
    const gap = sorted.map((x, i) => Math.abs(x - (i + 0.5) / n)).reduce((a, b) => Math.max(a, b));
    expect(gap).toBeLessThan(2 / Math.sqrt(n));
    expect(sorted[0]).toBeGreaterThan(0);
    expect(sorted[n - 1]).toBeLessThan(1);
  });

  it('gives unrelated numbers for neighbouring seeds', () => {
    const firsts = Float64Array.from({ length: 10_000 }, (_, seed) => uniforms(seed)());
    expect(Math.abs(mean(firsts) - 1 / 2)).toBeLessThan(5 / Math.sqrt(12 * 10_000));
    const steps = firsts.slice(1).map((x, i) => (x - 0.5) * ((firsts[i] as number) - 0.5));
    expect(Math.abs(mean(steps)) * 12).toBeLessThan(5 / Math.sqrt(10_000));
  });
});
