import { describe, expect, it } from 'vitest';
import {
  effectsOf,
  type Group,
  learnGroup,
  newGroup,
  noPool,
  pooled,
} from '../../src/live/kernel-group-effects';

const numbers = { groupHalfLives: 2, guessWorth: 5, guessSpread: 0.6, spreadWorth: 20 };
const groupOf = (logs: readonly number[], clock = 0) => {
  const group = newGroup(clock);
  for (const log of logs) learnGroup(group, log, clock, numbers);
  return group;
};
const around = (mean: number, spread: number, n: number) =>
  Array.from({ length: n }, (_, i) => mean + (i % 2 === 0 ? spread : -spread));
const groupsOf = (...groups: readonly Group[]) =>
  new Map(groups.map((group, i) => [String(i), group]));

describe('group effects', () => {
  it('are none before anything is known', () => {
    const pool = noPool(numbers);
    expect(pool).toEqual({ offset: 0, worth: 5, variance: 0.36 });
    expect(effectsOf(undefined, pool, 0, numbers)).toEqual([0, 1]);
  });

  it('forget by the clock', () => {
    const group = groupOf([1, 1]);
    learnGroup(group, 3, 2, numbers);
    // Two half-lives of the clock are one of a group: weights .5, .5 and 1.
    expect(group).toMatchObject({ weight: 2, squares: 1.5, sum: 4, sumOfSquares: 10, clock: 2 });
  });

  it('shrink little when groups differ by more than chance, wholly when they do not', () => {
    const far = pooled(
      groupsOf(groupOf(around(0, 0.3, 50)), groupOf(around(2, 0.3, 50))),
      0,
      numbers,
    );
    const near = pooled(
      groupsOf(groupOf(around(1, 0.3, 50), 40), groupOf(around(1, 0.3, 50), 40)),
      40,
      numbers,
    );
    expect(far.worth).toBeLessThan(0.2);
    expect(near.worth).toBeCloseTo(100, 9);
    expect(near.offset).toBeCloseTo(1, 12);
    const [offset] = effectsOf(groupOf(around(2, 0.3, 50)), far, 0, numbers);
    expect(offset).toBeGreaterThan(1.98);
  });

  it('agree with DerSimonian and Laird, computed by hand', () => {
    // Two groups of 4 with means 0 and 1, variance .25 each, and the guess worth 5 orders with mean 0.
    const { offset, worth, variance } = pooled(
      groupsOf(groupOf(around(0, 0.5, 4)), groupOf(around(1, 0.5, 4))),
      0,
      numbers,
    );
    const within = (5 * 0.36 + 2 * 4 * 0.25) / (5 + 2 * 3);
    expect(variance).toBeCloseTo(within, 12);
    const mean = 4 / 13;
    const scatter = 9 * mean ** 2 + 4 * (1 - mean) ** 2;
    const between = (scatter - 2 * within) / (13 - 57 / 13);
    expect(worth).toBeCloseTo(within / between, 10);
    const [u, v] = [1 / (between + within / 4), 1 / (between + within / 5)];
    expect(offset).toBeCloseTo(u / (2 * u + v), 10);
  });

  it('stretch a group that varies more', () => {
    const [steady, wild] = [groupOf(around(0, 0.1, 200)), groupOf(around(0, 0.8, 200))];
    const pool = pooled(groupsOf(steady, wild), 0, numbers);
    const stretchOf = (group: Group) => effectsOf(group, pool, 0, numbers)[1];
    expect(stretchOf(wild)).toBeGreaterThan(1.3);
    expect(stretchOf(steady)).toBeLessThan(0.6);
  });

  it('forget groups that hardly weigh, and the guess in time', () => {
    const groups = groupsOf(groupOf([5], 0), groupOf(around(1, 0.2, 10), 30));
    const pool = pooled(groups, 30, numbers);
    expect([...groups.keys()]).toEqual(['1']);
    expect(pool.offset).toBeCloseTo(1, 12);
    expect(pool.worth).toBe(100);
  });
});
