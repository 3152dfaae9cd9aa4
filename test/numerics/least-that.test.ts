import { describe, expect, it } from 'vitest';
import { leastThat } from '../../src/numerics/least-that';

describe('the least number that', () => {
  it('is found wherever the condition begins to hold', () => {
    for (let from = 1; from <= 70; from++) {
      expect(leastThat((n) => n >= from, 1)).toBe(from);
      expect(leastThat((n) => n >= from, 1, 70)).toBe(from);
      expect(leastThat((n) => n >= from, 5)).toBe(Math.max(5, from));
    }
  });

  it('ends beyond the whole numbers of the machine', () => {
    const huge = 2 ** 60 + 2 ** 20;
    const found = leastThat((n) => n >= huge, 1);
    expect(found / huge).toBeCloseTo(1, 12);
    expect(leastThat((n) => n > 2 ** 53, 2 ** 53, 2 ** 53 + 2)).toBe(2 ** 53 + 2);
  });
});
