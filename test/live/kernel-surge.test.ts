import { describe, expect, it } from 'vitest';
import { arrive, learnSlope, noSurge, slopeOf, surgeAt } from '../../src/live/kernel-surge';

const numbers = {
  surgeSlope: 0.5,
  surgeWorth: 200,
  surgeOrders: 2000,
  minOrders: 20,
  surgeCap: 2,
};

/** A surge that saw so many arrivals, one every 10, then others at another pace; typical durations of 100. */
function seen(steady: number, faster = 0, gap = 5) {
  const surge = noSurge();
  let at = 1000;
  const step = (by: number) => {
    at += by;
    arrive(surge, at, 100, numbers);
  };
  for (let i = 0; i < steady; i++) step(10);
  for (let i = 0; i < faster; i++) step(gap);
  return { surge, at };
}
const surgeOf = ({ surge, at }: ReturnType<typeof seen>, gap = 10) =>
  surgeAt(surge, at + gap, 100, numbers);

describe('a surge', () => {
  it('is not seen before enough orders', () => {
    expect(surgeOf(seen(0))).toBe(0);
    expect(surgeOf(seen(10, 0), 0.001)).toBe(0);
    // Twenty orders within a hundredth of their typical duration say little of a rate.
    expect(surgeOf(seen(0, 30, 0.01), 0.01)).toBe(0);
  });

  it('is none while orders come as usual, or slower', () => {
    expect(surgeOf(seen(500))).toBeLessThan(0.06);
    expect(surgeOf(seen(500), 300)).toBe(0);
  });

  it('is the logarithm of how much faster they come', () => {
    // Over 5 typical durations at twice the pace; the usual pace moves a little.
    expect(surgeOf(seen(2000, 100), 5)).toBeGreaterThan(Math.log(2) - 0.05);
    expect(surgeOf(seen(2000, 100), 5)).toBeLessThan(Math.log(2) + 0.05);
  });

  it('is capped', () => {
    expect(surgeOf(seen(500, 500, 0.1), 0.1)).toBe(2);
  });
});

describe('the slope of durations on a surge', () => {
  it('is the assumed one before evidence', () => {
    expect(slopeOf(noSurge(), numbers)).toBe(0.5);
    const surge = noSurge();
    learnSlope(surge, 0, 1);
    expect(slopeOf(surge, { ...numbers, surgeWorth: 0 })).toBe(0.5);
  });

  it('is ridge regression towards it, within 0 and 1', () => {
    const learnt = (slope: number, n: number) => {
      const surge = noSurge();
      for (let i = 0; i < n; i++) learnSlope(surge, i % 2, 3 + slope * (i % 2));
      return slopeOf(surge, numbers);
    };
    // 800 orders, half of them at a surge of 1: sum of squares 200, as much as the prior's worth.
    expect(learnt(0.9, 800)).toBeCloseTo(0.7, 12);
    expect(learnt(-3, 800)).toBe(0);
    expect(learnt(3, 800)).toBe(1);
  });
});
