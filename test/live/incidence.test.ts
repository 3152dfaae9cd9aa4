import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binOf,
  bins,
  edgeOf,
  emptyGrid,
  endOtherwiseAt,
  enter,
  finishAt,
  logAgeOfShare,
  look,
  lowest,
  move,
  rescale,
} from '../../src/live/incidence';
import { kaplanMeier } from '../../src/numerics/kaplan-meier';
import { holds } from '../core/seeded';

/** A grid of orders: log ages at which they finished, or were last seen, or ended otherwise. */
function gridOf(
  orders: readonly { at: number; how: 'finished' | 'seen' | 'other'; weight?: number }[],
) {
  const grid = emptyGrid();
  for (const { at, how, weight = 1 } of orders) {
    enter(grid, weight);
    move(grid, 0, binOf(at), weight);
    if (how === 'finished') finishAt(grid, binOf(at), at, weight);
    if (how === 'other') endOtherwiseAt(grid, binOf(at), weight);
  }
  look(grid, 1e-9);
  return grid;
}

// Middles of bins of their own, so that nothing is shared.
const ages = fc.integer({ min: 1, max: bins - 2 }).map((bin) => edgeOf(bin) + 0.01);
const orders = fc.array(
  fc.record({ at: ages, how: fc.constantFrom<'finished' | 'seen'>('finished', 'seen') }),
  { minLength: 1, maxLength: 30 },
);

describe('the grid', () => {
  it('is the estimate of Kaplan and Meier, but for what was last seen within a bin', () => {
    holds(
      fc.property(orders, (all) => {
        // Whoever was seen in a bin where others finished counts in part; they are moved to the bin's end.
        const taken = new Set(all.filter(({ how }) => how === 'finished').map(({ at }) => at));
        const apart = all.filter(({ at, how }) => how === 'finished' || !taken.has(at));
        const grid = gridOf(apart);
        const curve = kaplanMeier(
          Float64Array.from(apart, ({ at }) => at + 10),
          null,
          Uint8Array.from(apart, ({ how }) => (how === 'finished' ? 1 : 0)),
        );
        curve.times.forEach((time, i) => {
          const left = curve.survival[i] as number;
          expect(grid.incidence[binOf(time - 10 + 1e-9) + 1]).toBeCloseTo(1 - left, 10);
        });
      }),
    );
  });

  it('counts cancelled orders as an end of their own', () => {
    const grid = gridOf([
      { at: edgeOf(10), how: 'other' },
      { at: edgeOf(20) + 0.001, how: 'finished' },
      { at: edgeOf(30) + 0.001, how: 'finished' },
      { at: edgeOf(40), how: 'other' },
    ]);
    expect(grid.incidence[bins]).toBeCloseTo(0.5, 12);
    expect(grid.rest).toBe(0);
    expect(logAgeOfShare(grid, 0.25)).toBeCloseTo(edgeOf(20) + 0.001, 12);
    expect(logAgeOfShare(grid, 0.51)).toBeNaN();
  });

  it('knows equal durations to the last bit', () => {
    const at = Math.log(1.234567);
    const grid = gridOf(Array.from({ length: 7 }, () => ({ at, how: 'finished' })));
    for (const share of [0.01, 0.5, 0.99, 1]) expect(logAgeOfShare(grid, share)).toBe(at);
  });

  it('leaves a point that many share where it is, whatever strays into its bin', () => {
    const [low, high] = [edgeOf(200) + 0.001, edgeOf(200) + 0.019];
    const many = Array.from({ length: 99 }, () => ({ at: low, how: 'finished' as const }));
    const above = gridOf([...many, { at: high, how: 'finished' }]);
    expect(logAgeOfShare(above, 0.5)).toBeCloseTo(low, 3);
    expect(logAgeOfShare(above, 1)).toBe(high);
    const below = gridOf([
      ...many.map((one) => ({ ...one, at: high })),
      { at: low, how: 'finished' },
    ]);
    expect(logAgeOfShare(below, 0.5)).toBeCloseTo(high, 3);
    // Those that lie evenly are a straight line.
    const even = gridOf([low, high].map((at) => ({ at, how: 'finished' })));
    expect(logAgeOfShare(even, 0.25)).toBeCloseTo(low + 0.25 * (high - low), 9);
    // Weights that were divided out until nothing is left of them: the ends are known yet.
    for (let i = 0; i < 8; i++) rescale(even, 2 ** -200);
    expect(logAgeOfShare(even, 0.5)).toBeCloseTo((low + high) / 2, 9);
  });

  it('takes those seen within a bin for those that came to its ends in part', () => {
    const bin = binOf(0.5);
    const middle = edgeOf(bin) + 0.01;
    const grid = gridOf([
      { at: middle, how: 'finished' },
      { at: middle, how: 'seen' },
    ]);
    // Half of the one that was seen came so far.
    expect(grid.incidence[bin + 1]).toBeCloseTo(1 / 1.5, 12);
  });

  it('takes back what a later word denies', () => {
    const plain = gridOf([{ at: edgeOf(50), how: 'finished' }]);
    const grid = emptyGrid();
    enter(grid, 1);
    move(grid, 0, 90, 1);
    endOtherwiseAt(grid, 90, 1);
    endOtherwiseAt(grid, 90, -2);
    move(grid, 90, 50, 1);
    finishAt(grid, 50, edgeOf(50), 1);
    look(grid, 1e-9);
    expect(grid.incidence).toEqual(plain.incidence);
    expect(grid.others[90]).toBe(0);
  });

  it('does not depend on the scale of weights', () => {
    const all = [0.1, 0.5, 0.9].map((at) => ({ at, how: 'finished' as const, weight: 2 ** at }));
    const grid = gridOf(all);
    const before = grid.incidence.slice();
    rescale(grid, 2 ** -300);
    look(grid, 0);
    expect(grid.incidence).toEqual(before);
  });

  it('takes all ages below and above its ends for one', () => {
    expect([binOf(lowest - 5), binOf(lowest), binOf(1e6)]).toEqual([0, 0, bins - 1]);
    const grid = gridOf([{ at: 50, how: 'finished' }]);
    expect(logAgeOfShare(grid, 0.5)).toBe(50);
  });
});
