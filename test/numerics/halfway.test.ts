import { describe, expect, it } from 'vitest';
import { halfway } from '../../src/numerics/halfway';

describe('halfway', () => {
  it('is 0 between a number and its opposite', () => {
    expect(halfway(-3, 3)).toBe(0);
  });

  it('is the lower one of neighbours, on either side of 0', () => {
    const next = 1 + Number.EPSILON;
    expect(halfway(1, next)).toBe(1);
    expect(halfway(-next, -1)).toBe(-next);
    expect(halfway(0, Number.MIN_VALUE)).toBe(0);
  });

  it('finds any number in 64 halvings at most', () => {
    for (const wanted of [0, -0.1, 3e-300, 1e17, -Number.MIN_VALUE]) {
      let [low, high] = [-1e18, 1e18];
      let steps = 0;
      for (let at = halfway(low, high); at !== low; at = halfway(low, high)) {
        if (at < wanted) low = at;
        else high = at;
        steps++;
      }
      expect(high === 0 ? 0 : high).toBe(wanted);
      expect(steps).toBeLessThanOrEqual(64);
    }
  });
});
