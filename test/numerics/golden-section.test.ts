import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimiseOn } from '../../src/numerics/golden-section';
import { holds } from '../core/seeded';

describe('minimiseOn', () => {
  // MODELS.md section 2, the balance: exponential T with mean 45, A = e^{-.01 l}, R = 20, G = E(T - l)+.
  it('finds the golden balance', () => {
    const loss = (l: number) => -Math.exp(-0.01 * l) * (20 - 45 * Math.exp(-l / 45));
    const { x, value } = minimiseOn(loss, 0, 500, 50);
    expect(x).toBeCloseTo(89.1451, 4);
    expect(-value).toBeCloseTo(5.656, 4);
    expect(-Math.expm1(-x / 45)).toBeCloseTo(0.86207, 5);
  });

  it('finds the deepest of many valleys', () => {
    const { x, value } = minimiseOn((t) => Math.sin(5 * t) + 0.1 * (t - 6) ** 2, 0, 12, 100);
    // 5 cos(5 t) + .2 (t - 6) = 0 near t = 5.97 (Newton by hand: 5.969318)
    expect(5 * Math.cos(5 * x) + 0.2 * (x - 6)).toBeCloseTo(0, 6);
    expect(x).toBeCloseTo(5.9693, 4);
    expect(value).toBeLessThan(-0.999);
  });

  it('finds an end, and stays there exactly', () => {
    expect(minimiseOn((x) => x, 2, 3, 5)).toEqual({ x: 2, value: 2 });
    expect(minimiseOn((x) => -x, 2, 3, 5)).toEqual({ x: 3, value: -3 });
    expect(minimiseOn((x) => -x, 3.5, 11.4, 7).x).toBe(11.4);
  });

  it('passes over where f is infinite', () => {
    const { x } = minimiseOn((t) => (t < 1.2 || t > 4 ? Infinity : (t - 2) ** 2), 1, 9, 30);
    expect(x).toBeCloseTo(2, 7);
  });

  it('takes gridPoints + 62 evaluations, and 9 for the last step', () => {
    let count = 0;
    minimiseOn((x) => x * x + 0 * ++count, -1, 3, 20);
    expect(count).toBe(91);
    count = 0;
    minimiseOn((x) => x + 0 * ++count, -1, 3, 20);
    expect(count).toBe(82);
  });

  it('finds a smooth minimum far closer than values tell, whatever their last bits', () => {
    const noises = [() => 0, (x: number) => 1e-15 * Math.sin(1e9 * x)];
    for (const gridPoints of [3, 20, 201, 2001]) {
      for (const noise of noises) {
        for (const size of [1e-6, 1, 1e6]) {
          const f = (t: number) => size * (Math.cosh(t - 1) + noise(t));
          expect(Math.abs(minimiseOn(f, 0, 2.5, gridPoints).x - 1)).toBeLessThan(1e-10);
        }
      }
    }
  });

  it('looks closely where wide differences miss how f bends', () => {
    const f = (t: number) => Math.exp(t - 1) - t;
    expect(Math.abs(minimiseOn(f, 0, 2.5, 9).x - 1)).toBeLessThan(1e-10);
  });

  it('asks only what lies between the ends', () => {
    for (const tip of [0, 1e-9, 0.01, 0.03, 0.5, 0.97, 0.99, 1 - 1e-9, 1]) {
      for (const f of [(x: number) => (x - tip) ** 2, (x: number) => Math.abs(x - tip) > 0.1]) {
        const asked: number[] = [];
        minimiseOn((x) => +f(x) + 0 * asked.push(x), 0, 1, 11);
        expect(asked.filter((x) => !(x >= 0 && x <= 1))).toEqual([]);
      }
    }
  });

  it('takes the first of equal ones on the grid', () => {
    expect(minimiseOn(() => 1, 2, 3, 5)).toEqual({ x: 2, value: 1 });
  });

  it('stays at a kink, and where f is flat at one of the points tried', () => {
    expect(minimiseOn((x) => Math.abs(x - 0.3) + x / 2, 0, 1, 9).x).toBeCloseTo(0.3, 12);
    const steps = (x: number) => Math.floor(10 * x) + (x > 0.42 ? 0 : 9);
    expect(minimiseOn(steps, 0, 1, 101).value).toBe(4);
  });

  it('finds the tip of a kink or of a bowl, wherever it is', () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true });
    holds(
      fc.property(place, fc.integer({ min: 2, max: 40 }), (tip, gridPoints) => {
        expect(minimiseOn((x) => Math.abs(x - tip), -50, 50, gridPoints).x).toBeCloseTo(tip, 9);
        expect(minimiseOn((x) => (x - tip) ** 2, -50, 50, gridPoints).x).toBeCloseTo(tip, 6);
      }),
    );
  });
});
