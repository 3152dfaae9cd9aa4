import { describe, expect, it } from 'vitest';
import { learnEffect, newEffect, offsetFrom, stretchOf } from '../../src/live/effects';
import { countIn, noPool, noSums, pooled } from '../../src/live/pool';
import { learnVisit, noVisits } from '../../src/live/visits';
import { uniforms } from '../../src/numerics/uniforms';

const numbers = { guessPriorSize: 5, guessSpread: 0.6 };

function effectOf(logs: readonly number[]) {
  const effect = newEffect(0);
  for (const log of logs) learnEffect(effect, log, 0, 1e9, 1e9);
  return effect;
}

function poolOf(effects: readonly (readonly number[])[], times = 3) {
  let pool = noPool(numbers);
  for (let i = 0; i < times; i++) {
    const sums = noSums();
    for (const logs of effects) countIn(sums, effectOf(logs), pool);
    pool = pooled(sums, pool, numbers, 0.01);
  }
  return pool;
}

describe('an effect', () => {
  it('is a mean and squared distances from it', () => {
    const { mean, scatter } = effectOf([1, 2, 3, 6]);
    expect(mean).toBeCloseTo(3, 12);
    expect(scatter).toBeCloseTo(14, 12);
  });

  it('is forgotten by the clock, but no faster than by orders of its own', () => {
    const effect = newEffect(0);
    learnEffect(effect, 1, 0, 2, 10);
    learnEffect(effect, 1, 1, 2, 1);
    expect(effect.weight).toBeCloseTo(1 + 2 ** -0.5, 12);
    learnEffect(effect, 1, 1000, 2, 10);
    expect(effect.weight).toBeCloseTo(1 + (1 + 2 ** -0.5) * 2 ** -0.1, 12);
  });

  it('is shrunken towards all others', () => {
    const pool = { mean: 1, origin: 0.75, centre: 3, priorSize: 4, variance: 0.25 };
    expect(offsetFrom(undefined, pool)).toBe(0.25);
    expect(offsetFrom(newEffect(0), pool)).toBe(0.25);
    expect(offsetFrom(effectOf([2, 2, 2, 2]), pool)).toBe(0.75);
    expect(stretchOf(undefined, pool, 20)).toBe(1);
    expect(stretchOf(effectOf([0, 1, 0, 1]), pool, 20)).toBeCloseTo(1, 12);
    expect(stretchOf(effectOf([0, 2, 0, 2]), pool, 4)).toBeCloseTo(Math.sqrt(2.5), 12);
  });
});

describe('a pool', () => {
  it('of one effect takes groups to differ by the least', () => {
    const next = uniforms(3);
    for (let n = 1; n < 60; n++) {
      const logs = Array.from({ length: n }, () => next());
      const { mean, origin, priorSize, variance } = poolOf([logs]);
      expect(priorSize).toBeCloseTo(100, 9);
      expect(mean).toBeCloseTo(effectOf(logs).mean, 9);
      expect(origin).toBeCloseTo(mean, 9);
      expect(variance).toBeGreaterThan(0);
    }
  });

  it('of one effect beside one that hardly weighs is finite', () => {
    const dust = newEffect(0);
    learnEffect(dust, 5, 0, 1e9, 1e9);
    dust.weight = 1e-13;
    dust.squares = 1e-13;
    const sums = noSums();
    countIn(sums, effectOf([1, 2, 3]), noPool(numbers));
    countIn(sums, dust, noPool(numbers));
    countIn(sums, newEffect(0), noPool(numbers));
    const pool = pooled(sums, noPool(numbers), numbers, 0.01);
    expect(Object.values(pool).every(Number.isFinite)).toBe(true);
    expect(sums.at).toBe(3);
  });

  it('of effects that differ lets each speak for itself', () => {
    const groups = [0, 1, 2, 3].map((level) => [level, level + 0.1, level - 0.1]);
    expect(poolOf(groups, 9).priorSize).toBeLessThan(1);
    const alike = [0, 0, 0, 0].map(() => [0.5, -0.5, 0.3, -0.3]);
    expect(poolOf(alike).priorSize).toBeCloseTo(100, 9);
  });

  it('keeps the last one rather than a number that is none', () => {
    const sums = noSums();
    const last = noPool(numbers);
    countIn(sums, effectOf([1e200, -1e200]), last);
    expect(pooled(sums, last, numbers, 0.01)).toBe(last);
    expect(
      pooled(noSums(), { ...last, mean: 2, origin: 3, centre: 4 }, numbers, 0.01),
    ).toMatchObject({
      mean: 2,
      origin: 3,
      centre: 4,
    });
  });
});

describe('visits', () => {
  it('count once each, however many orders they held', () => {
    const visits = noVisits(2);
    for (let i = 0; i < 60; i++) learnVisit(visits, 0, 1, 3, 28);
    for (let i = 0; i < 2; i++) learnVisit(visits, 0, 2, 1, 28);
    expect(visits.effects[0]?.weight).toBe(1);
    learnVisit(visits, 0, 3, 7, 28);
    expect(visits.effects[0]?.mean).toBeCloseTo(2, 1);
    expect(visits.effects[1]?.weight).toBe(0);
  });
});
