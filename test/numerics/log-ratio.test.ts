import { describe, expect, it } from 'vitest';
import { logRatio } from '../../src/numerics/log-ratio';
import { relativeError } from './relative-error';

describe('the logarithm of a ratio', () => {
  it('keeps its digits where the two are close', () => {
    const gap = 2 ** -40;
    expect(relativeError(logRatio(3 + 3 * gap, 3), gap - gap ** 2 / 2)).toBeLessThan(1e-15);
    expect(relativeError(logRatio(3 - 3 * gap, 3), -gap - gap ** 2 / 2)).toBeLessThan(1e-15);
  });

  it('is the logarithm elsewhere', () => {
    expect(logRatio(1e-300, 7)).toBe(Math.log(1e-300 / 7));
    expect(logRatio(1e10, 3)).toBeCloseTo(Math.log(1e10 / 3), 13);
    expect(logRatio(5, 5)).toBe(0);
  });
});
