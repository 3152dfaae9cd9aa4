import { describe, expect, it } from 'vitest';
import { learnEffect, newEffect, offsetFrom } from '../../src/live/effects';
import { countIn, leaveOut, noPool, noSums, pooled } from '../../src/live/pool';
import { learnVisit, noVisits } from '../../src/live/visits';

const numbers = { guessPriorSize: 5, guessSpread: 0.6 };

const groups = [[0.1, 0.3, 0.2, 0.6], [1.2, 1.4], [-0.8, -0.5, -0.9, -0.7, -1.1], [0.4]] as const;

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
const meanOf = (xs: readonly number[]) => sum(xs) / xs.length;
const squares = (xs: readonly number[]) => sum(xs.map((x) => (x - meanOf(xs)) ** 2));

function sumsOf(all: readonly (readonly number[])[], pool = noPool(numbers)) {
  const sums = noSums();
  for (const logs of all) {
    const effect = newEffect(0);
    for (const log of logs) learnEffect(effect, log, 0, 1e9, 1e9);
    countIn(sums, effect, pool);
  }
  return sums;
}

describe('a pool of groups', () => {
  const last = { mean: 0.3, origin: 0.1, centre: 0.2, priorSize: 2, variance: 0.5 };
  const pool = pooled(sumsOf(groups, last), last, numbers, 0.01);
  // The guess, of five orders, and the squares within groups.
  const freedom = sum(groups.map((logs) => logs.length - 1));
  const variance = (5 * 0.36 + sum(groups.map(squares))) / (5 + freedom);

  it('has the variance within groups, beside that of the guess', () => {
    expect(pool.variance).toBeCloseTo(variance, 12);
  });

  it('has the mean of groups, each by how much its own is to be trusted', () => {
    const weights = groups.map((logs) => 1 / (1 / 2 + 1 / logs.length));
    const weighted = sum(groups.map((logs, i) => (weights[i] as number) * meanOf(logs)));
    expect(pool.mean).toBeCloseTo(weighted / sum(weights), 12);
    expect(pool.centre).toBeCloseTo(meanOf(groups.flat()), 12);
  });

  it('of groups that were never pooled counts offsets from where it did, beside their mean', () => {
    expect(pool.origin - last.origin).toBeCloseTo(pool.mean - last.mean, 12);
  });

  it('has the prior size of DerSimonian and Laird', () => {
    const n = groups.map((logs) => logs.length);
    const mean = meanOf(groups.flat());
    const scatter = sum(groups.map((logs, i) => (n[i] as number) * (meanOf(logs) - mean) ** 2));
    const between = (scatter - 3 * variance) / (sum(n) - sum(n.map((x) => x * x)) / sum(n));
    expect(between).toBeGreaterThan(0.1);
    expect(pool.priorSize).toBeCloseTo(variance / between, 10);
  });

  it('lets groups differ by the least, where they differ no more than by chance', () => {
    const alike = pooled(
      sumsOf([
        [0, 1],
        [0.1, 0.9],
        [0.2, 1],
      ]),
      last,
      numbers,
      0.02,
    );
    expect(alike.priorSize).toBe(50);
    expect(pooled(sumsOf([[0, 1]]), last, numbers, 0.02).priorSize).toBe(50);
    expect(pooled(noSums(), last, numbers, 0.02)).toEqual({
      ...last,
      priorSize: 50,
      variance: 0.36,
    });
  });

  it('takes two groups for enough', () => {
    const two = pooled(
      sumsOf([
        [0, 0.1],
        [2, 2.1],
      ]),
      last,
      numbers,
      0.01,
    );
    expect(two.priorSize).toBeLessThan(1);
  });

  it('takes one beside next to nothing for one alone', () => {
    const sums = sumsOf([[1, 2, 3]]);
    const dust = {
      weight: 1e-13,
      squares: 1e-13,
      mean: 5,
      scatter: 0,
      clock: 0,
      counted: 0,
    };
    countIn(sums, dust, last);
    expect(sums.count).toBe(2);
    expect(pooled(sums, last, numbers, 0.02).priorSize).toBe(50);
  });

  it('counts those that were never seen, and nothing of them', () => {
    const sums = noSums();
    countIn(sums, newEffect(0), last);
    expect(sums).toEqual({ ...noSums(), at: 1 });
  });

  it('of faded orders counts as many as are worth the same', () => {
    const effect = newEffect(0);
    // Weights .5 and 1: (1.5)^2 / 1.25 orders.
    learnEffect(effect, 1, 0, 1, 1);
    learnEffect(effect, 2, 1, 1, 1);
    const sums = noSums();
    countIn(sums, effect, last);
    expect(sums.size).toBeCloseTo(1.8, 12);
    expect(sums.squares).toBeCloseTo(3.24, 12);
    expect(sums.sum).toBeCloseTo((1.8 * 2.5) / 1.5, 12);
    expect(sums.freedom).toBeCloseTo(1.5 * (1 - 1 / 1.8), 12);
    // About their mean of 5/3: .5 (2/3)^2 + (1/3)^2.
    expect(sums.within).toBeCloseTo(1 / 3, 12);
  });

  it('keeps the last one where nothing varies', () => {
    const none = { ...numbers, guessPriorSize: 0 };
    expect(pooled(sumsOf([[1, 1]]), last, none, 0.01)).toBe(last);
  });
});

describe('the origin of a pool', () => {
  const known = () => {
    const [near, far] = [newEffect(0), newEffect(0)];
    for (const log of [0.1, -0.1, 0, 0]) learnEffect(near, log, 0, 1e9, 1e9);
    for (const log of [1, 1.2]) learnEffect(far, log, 0, 1e9, 1e9);
    return [near, far] as const;
  };
  const poolOf = (effects: readonly ReturnType<typeof newEffect>[], last = noPool(numbers)) => {
    const sums = noSums();
    for (const effect of effects) countIn(sums, effect, last);
    return pooled(sums, last, numbers, 0.01);
  };

  it('moves with what groups have in common, by orders, and takes no offset along', () => {
    const [near, far] = known();
    const before = poolOf([near, far]);
    const offsets = [near, far].map((effect) => offsetFrom(effect, before));
    for (const effect of [near, far]) effect.mean += 0.3;
    const after = poolOf([near, far], before);
    expect(after.origin - before.origin).toBeCloseTo(0.3, 12);
    // What is left is that each is trusted more, now that they are known to lie apart.
    const again = { ...after, priorSize: before.priorSize, mean: before.mean + 0.3 };
    expect([near, far].map((effect) => offsetFrom(effect, again))).toEqual([
      expect.closeTo(offsets[0] as number, 12),
      expect.closeTo(offsets[1] as number, 12),
    ]);
  });

  it('goes by what each was worth when it was pooled last', () => {
    const [near, far] = known();
    const before = poolOf([near, far]);
    learnEffect(far, 4, 0, 1e9, 1e9);
    // From 1.1 to 6.2 / 3, of two orders in six.
    const moved = ((6.2 / 3 - 1.1) * 2) / 6;
    expect(poolOf([near, far], before).origin - before.origin).toBeCloseTo(moved, 12);
  });

  it('stays where it is as a group comes or goes', () => {
    const [near, far] = known();
    const alone = poolOf([near]);
    const both = poolOf([near, far], alone);
    expect(both.origin).toBeCloseTo(alone.origin, 12);
    expect(both.mean).toBeGreaterThan(alone.mean + 0.3);
    const sums = noSums();
    countIn(sums, near, both);
    leaveOut(sums, far);
    expect(pooled(sums, both, numbers, 0.01).origin).toBeCloseTo(alone.origin, 12);
  });
});

describe('a visit', () => {
  it('is over when the next begins, which those count with that finish late', () => {
    const visits = noVisits(3);
    const told: [number, number][] = [
      [5, 1],
      [5, 3],
      [6, 10],
      [5, 20],
      [6, 30],
      [9, 100],
    ];
    for (const [day, log] of told) learnVisit(visits, 1, day, log, 2);
    // Day 5 was a visit of 2, day 6 one of 20 with the one that is told late; half is forgotten in two.
    const [, effect] = visits.effects;
    expect(effect?.weight).toBeCloseTo(1 + Math.SQRT1_2, 12);
    expect(effect?.mean).toBeCloseTo((20 + 2 * Math.SQRT1_2) / (1 + Math.SQRT1_2), 12);
    expect([visits.visit, visits.count, visits.mean]).toEqual([
      [0, 9, 0],
      [0, 1, 0],
      [0, 100, 0],
    ]);
    expect(visits.effects[0]?.weight).toBe(0);
  });

  it('of the first day there is counts when it is over', () => {
    const visits = noVisits(1);
    learnVisit(visits, 0, 0, 7, 2);
    expect(visits.effects[0]?.weight).toBe(0);
    learnVisit(visits, 0, 1, 7, 2);
    expect(visits.effects[0]).toMatchObject({ weight: 1, mean: 7, clock: 1 });
  });
});
