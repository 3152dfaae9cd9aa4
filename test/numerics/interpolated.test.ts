import { describe, expect, it } from 'vitest';
import { interpolated } from '../../src/numerics/interpolated';

describe('interpolated', () => {
  it('has a smooth function to its last digits, and its ends exactly', () => {
    const at = interpolated(Math.exp, -1, 2, 24);
    for (let x = -1; x <= 2; x += 0.01) expect(at(x) / Math.exp(x)).toBeCloseTo(1, 13);
    expect(at(-1)).toBe(Math.exp(-1));
    expect(at(2)).toBe(Math.exp(2));
  });
});
