import { describe, expect, it } from 'vitest';
import {
  bendOf,
  binOf,
  bins,
  edgeOf,
  emptyGrid,
  endOtherwiseAt,
  enter,
  finishAt,
  logAgeOfShare,
  longestOf,
  look,
  lowest,
  move,
  rescale,
} from '../../src/live/incidence';
import { uniforms } from '../../src/numerics/uniforms';

type Order = { at: number; how: 'finished' | 'seen' | 'other'; weight: number };

function gridOf(orders: readonly Order[]) {
  const grid = emptyGrid();
  for (const { at, how, weight } of orders) {
    enter(grid, weight);
    move(grid, 0, binOf(at), weight);
    if (how === 'finished') finishAt(grid, binOf(at), at, weight);
    if (how === 'other') endOtherwiseAt(grid, binOf(at), weight);
  }
  return grid;
}

/** The estimators of Aalen and Johansen and of Kaplan and Meier, bin by bin, from the orders themselves. */
function byHand(orders: readonly Order[], dust: number) {
  const sum = (some: readonly Order[]) => some.reduce((total, { weight }) => total + weight, 0);
  let [left, finished, waiting] = [1, 0, 1];
  const byBin = Array.from({ length: bins }, (_, bin) => {
    const here = orders.filter(({ at }) => binOf(at) === bin);
    const of = (what: Order['how']) => here.filter(({ how }) => how === what);
    const ends = sum(of('finished')) + sum(of('other'));
    const isOld = of('finished').length === 0 && ends < dust;
    if (ends === 0 || isOld) return [finished, waiting] as const;
    const ages = of('finished').map(({ at }) => at);
    const place = ages.length > 0 ? (Math.min(...ages) + Math.max(...ages)) / 2 : edgeOf(bin);
    // Those that were last seen in the bin count for the part of it that lies behind the ends.
    const came = sum(orders.filter(({ at }) => binOf(at) >= bin));
    const risk = came - sum(of('seen')) * Math.min(1, (place - edgeOf(bin)) / 0.02);
    finished += (left * sum(of('finished'))) / risk;
    left *= 1 - ends / risk;
    waiting *= 1 - sum(of('finished')) / risk;
    return [finished, waiting] as const;
  });
  const incidence = [0, ...byBin.map(([one]) => one)];
  return { incidence, waiting: [1, ...byBin.map(([, one]) => one)], left };
}

describe('the incidence of finishing', () => {
  it.each([1, 2, 3])(
    'is that of Aalen and Johansen, however orders share bins (seed %s)',
    (seed) => {
      const next = uniforms(seed);
      const how = ['finished', 'finished', 'finished', 'seen', 'other'] as const;
      const orders = Array.from({ length: 60 }, (_, i) => ({
        // A few bins hold many; some lie at the very ends.
        at: i % 20 === 0 ? 50 - i : edgeOf(100 + Math.floor(12 * next())) + 0.02 * next(),
        how: how[Math.floor(5 * next())] as Order['how'],
        weight: 0.1 + next(),
      }));
      orders.push({ at: 99, how: 'seen', weight: 1 }, { at: 9, how: 'finished', weight: 0.3 });
      for (const dust of [0, 0.6]) {
        const grid = gridOf(orders);
        look(grid, dust);
        const hand = byHand(orders, dust);
        grid.incidence.forEach((x, bin) => {
          if (Math.abs(x - (hand.incidence[bin] as number)) > 1e-10) expect([bin, x]).toEqual(hand);
        });
        grid.left.forEach((x, bin) => {
          if (Math.abs(x - (hand.waiting[bin] as number)) > 1e-10) expect([bin, x]).toEqual(hand);
        });
        expect(grid.rest).toBeCloseTo(hand.left, 10);
      }
    },
  );

  it('forgets other ends that weigh less than what counts, unless some finished beside them', () => {
    const left = (weight: number, dust: number) => {
      const grid = gridOf([
        { at: 0, how: 'other', weight },
        { at: 1, how: 'seen', weight: 1 },
      ]);
      look(grid, dust);
      return grid.rest;
    };
    expect([left(0.25, 0.3), left(0.25, 0.25), left(0.25, 0.2)]).toEqual([1, 0.8, 0.8]);
  });

  it('leaves nobody where all have ended, whatever the last bits of their weights', () => {
    for (const weights of [
      [0.1, 0.2, 0.3],
      [0.7, 0.1, 1e-3],
      [1 / 3, 2 / 3, 1 / 7],
    ]) {
      const grid = gridOf(weights.map((weight, i) => ({ at: i / 2, how: 'finished', weight })));
      look(grid, 0);
      expect(grid.rest).toBe(0);
      expect(grid.incidence[bins]).toBeCloseTo(1, 12);
    }
    // One that is left of a hundred million is somebody.
    const grid = gridOf([
      { at: 0, how: 'finished', weight: 1e8 },
      { at: 1, how: 'seen', weight: 1 },
    ]);
    look(grid, 0);
    expect(grid.rest).toBeCloseTo(1e-8, 12);
  });
});

describe('a grid', () => {
  it('keeps nothing of what came and went', () => {
    const grid = emptyGrid();
    for (const weight of [0.1, 0.2]) enter(grid, weight);
    move(grid, 0, 4, 0.3);
    move(grid, 4, 0, 0.3);
    expect(grid.changes[5]).toBe(0);
    enter(grid, -0.3);
    expect([...grid.changes]).toEqual(new Array(bins).fill(0));
  });

  it('is scaled as a whole, but for ages and what was last looked at', () => {
    const at = [lowest, -1, 0, 0.001, 2, 50];
    const grid = gridOf([
      ...at.map((one) => ({ at: one, how: 'finished', weight: 1.25 }) as const),
      ...at.map((one) => ({ at: one, how: 'other', weight: 0.5 }) as const),
    ]);
    look(grid, 0);
    const before = structuredClone(grid);
    rescale(grid, 0.25);
    for (const name of ['changes', 'finishes', 'others', 'sums'] as const) {
      expect(before[name].some((x) => x !== 0)).toBe(true);
      expect([...grid[name]]).toEqual([...before[name]].map((x) => x * 0.25));
    }
    expect(grid.others[bins - 1]).toBe(0.125);
    for (const name of ['least', 'greatest', 'incidence', 'left'] as const)
      expect(grid[name]).toEqual(before[name]);
  });

  it('knows the longest that finished with some weight', () => {
    expect(longestOf(emptyGrid(), 1)).toBe(lowest);
    const ages = [lowest + 0.013, 0.5, 0.51, 1.7, 40];
    const grid = gridOf(
      ages.map((at, i) => ({ at, how: 'finished', weight: [8, 2, 2, 1, 0.5][i] as number })),
    );
    expect([0.1, 0.5, 0.6, 1, 1.1, 4, 5, 8, 9].map((weight) => longestOf(grid, weight))).toEqual([
      40,
      40,
      1.7,
      1.7,
      0.51,
      binOf(0.5) === binOf(0.51) ? 0.51 : ages[0],
      ages[0],
      ages[0],
      lowest,
    ]);
  });

  it('bends a bin at the mean of what finished there', () => {
    const [low, mid, high] = [edgeOf(9) + 0.002, edgeOf(9) + 0.004, edgeOf(9) + 0.018];
    const grid = gridOf([
      { at: mid, how: 'finished', weight: 1 },
      { at: high, how: 'finished', weight: 1 },
      { at: low, how: 'finished', weight: 2 },
    ]);
    const mean = (mid + high + 2 * low) / 4;
    const part = (high - mean) / (high - low);
    expect(bendOf(grid, 9)).toEqual([expect.closeTo(mean, 12), expect.closeTo(part, 9)]);
    // So much below it and the rest above it, evenly, have this mean.
    expect((part * (low + mean)) / 2 + ((1 - part) * (mean + high)) / 2).toBeCloseTo(mean, 12);
    look(grid, 0);
    expect(logAgeOfShare(grid, part / 2)).toBeCloseTo((low + mean) / 2, 9);
    expect(logAgeOfShare(grid, part)).toBeCloseTo(mean, 9);
    expect(logAgeOfShare(grid, (1 + part) / 2)).toBeCloseTo((mean + high) / 2, 9);
    expect(logAgeOfShare(grid, 1)).toBe(high);
    expect(logAgeOfShare(grid, 1 + 1e-13)).toBe(high);
    expect(logAgeOfShare(grid, 1 + 1e-9)).toBeNaN();
  });
});
