import { describe, expect, it } from 'vitest';
import {
  bins,
  emptyGrid,
  expose,
  logAgeAt,
  look,
  placeOf,
  placeOfShare,
  rescale,
} from '../../src/live/kernel-decayed-grid';

/** A grid that saw orders for so long, each finished unless said otherwise. */
function gridOf(orders: readonly (readonly [age: number, end: 'finish' | 'other' | 'none'])[]) {
  const grid = emptyGrid();
  for (const [age, end] of orders) {
    const place = placeOf(Math.log(age));
    expose(grid.exposure, 0, place, 1);
    const bin = Math.floor(place);
    if (end === 'finish') grid.finishes[bin] = (grid.finishes[bin] as number) + 1;
    if (end === 'other') grid.others[bin] = (grid.others[bin] as number) + 1;
  }
  look(grid);
  return grid;
}
const incidenceAt = (grid: ReturnType<typeof emptyGrid>, age: number) =>
  grid.incidence[Math.floor(placeOf(Math.log(age))) + 1] as number;

describe('the grid of evidence', () => {
  it('has places from the first bin to the last', () => {
    expect(placeOf(-Infinity)).toBe(0);
    expect(placeOf(Infinity)).toBe(bins - 1);
    expect(logAgeAt(placeOf(0.7))).toBeCloseTo(0.7, 12);
    expect(logAgeAt(0)).toBe(Math.log(0.01));
  });

  it('adds exposure within a bin and over several', () => {
    const exposure = new Float64Array(bins);
    expose(exposure, 3.25, 3.75, 2);
    expect(exposure[3]).toBe(1);
    expose(exposure, 3.5, 6.25, 1);
    expect([...exposure.subarray(3, 7)]).toEqual([1.5, 1, 1, 0.25]);
  });

  it('agrees with Kaplan-Meier on the remission times of 6-MP', () => {
    // Freireich et al. 1963; S(6) .8571, S(7) .8067, S(10) .7529, S(13) .6902, S(16) .6275, S(22) .5378, S(23) .4482
    const finishes = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((age) => [age, 'finish'] as const);
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const grid = gridOf([...finishes, ...censored.map((age) => [age, 'none'] as const)]);
    const known = { 6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378 };
    for (const [age, survival] of Object.entries(known)) {
      // Hazards constant within a bin and ends within it: with 21 orders that is some hundredths.
      expect(Math.abs(1 - incidenceAt(grid, Number(age)) - survival)).toBeLessThan(0.04);
    }
  });

  it('agrees with the empirical distribution of many that finished', () => {
    const ages = Array.from({ length: 20_000 }, (_, i) => 0.2 + i / 5000);
    const grid = gridOf(ages.map((age) => [age, 'finish']));
    for (const p of [0.1, 0.5, 0.9, 0.99]) {
      const place = placeOfShare(grid.incidence, p) as number;
      expect(Math.exp(logAgeAt(place))).toBeCloseTo(0.2 + 4 * p, 1);
    }
  });

  it('takes other ends as competing: nothing is left over', () => {
    const orders = Array.from(
      { length: 1000 },
      (_, i) => [1 + i / 500, i % 4 === 0 ? 'other' : 'finish'] as const,
    );
    const { incidence } = gridOf(orders);
    expect(incidence[bins]).toBeCloseTo(0.75, 2);
    expect(placeOfShare(incidence, 0.8)).toBeNull();
  });

  it('does not change when all weights do', () => {
    const grid = gridOf([
      [1, 'finish'],
      [2, 'other'],
      [3, 'none'],
      [2.5, 'finish'],
    ]);
    const before = [...grid.incidence];
    rescale(grid, 0.5);
    look(grid);
    grid.incidence.forEach((share, i) => {
      expect(share).toBeCloseTo(before[i] as number, 9);
    });
    expect(grid.finishes.reduce((a, b) => a + b, 0)).toBe(1);
    expect(grid.others.reduce((a, b) => a + b, 0)).toBe(0.5);
  });

  it('knows nothing when it is empty', () => {
    expect(placeOfShare(emptyGrid().incidence, 0.5)).toBeNull();
  });
});
