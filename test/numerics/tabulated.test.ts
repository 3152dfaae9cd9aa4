import { describe, expect, it } from 'vitest';
import { logistic } from '../../src/numerics/logistic';
import { tabulated } from '../../src/numerics/tabulated';

describe('a function that is looked up', () => {
  const lookedUp = tabulated(logistic, -20, 20, 16);

  it('is the function to 1e-8 between the points, and to the last bits at them', () => {
    for (let x = -19.99; x < 20; x += 0.0371) {
      expect(Math.abs(lookedUp(x) - logistic(x))).toBeLessThan(1e-8);
    }
    for (const x of [-19.5, -1.25, 0, 3.0625, 19.9375]) expect(lookedUp(x)).toBe(logistic(x));
  });

  it('falls in error with the fourth power of the width of a cell', () => {
    const worst = (perUnit: number) => {
      const table = tabulated(Math.sin, 0, 3, perUnit);
      let most = 0;
      for (let x = 0; x < 3; x += 0.003) most = Math.max(most, Math.abs(table(x) - Math.sin(x)));
      return most;
    };
    // The error of a cubic Hermite polynomial is at most h^4 / 384 of the fourth derivative, here 1.
    expect(worst(8)).toBeLessThan(1.2 / 384 / 8 ** 4);
    expect(worst(16)).toBeLessThan(1.2 / 384 / 16 ** 4);
  });

  it('is constant beyond its ends', () => {
    expect([lookedUp(-20), lookedUp(-1e300), lookedUp(-Infinity)]).toEqual(
      new Array(3).fill(logistic(-20)),
    );
    expect([lookedUp(20), lookedUp(Infinity)]).toEqual([logistic(20), logistic(20)]);
    expect(lookedUp(Number.NaN)).toBeNaN();
  });

  it('is the function itself where the table would be too long', () => {
    expect(tabulated(logistic, -1e6, 1e6, 16)).toBe(logistic);
    expect(tabulated(logistic, -Infinity, 0, 16)).toBe(logistic);
  });
});
