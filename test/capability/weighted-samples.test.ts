import fc from 'fast-check';
import { capabilityFromSamples } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { amounts } from './any-capability';

const unit = 'minutes';
const options = { unit };

// Weeks of remission under 6-MP (Freireich et al. 1963; survival as in Kalbfleisch and Prentice 1980).
const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const ongoing = new Set([3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20]);
const finished = weeks.map((_, i) => !ongoing.has(i));

describe('samples', () => {
  it('answers by rank, whatever their order and number', () => {
    holds(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), (given, copies) => {
        // More than a thousand are not sorted at once.
        const many = Array.from({ length: copies }, () => given).flat();
        const capability = capabilityFromSamples(many, options);
        const sorted = many.slice().sort((a, b) => a - b);
        for (const rank of [1, many.length, 1 + Math.floor(many.length / 3)]) {
          expect(capability.ranks?.byRank(rank)).toBe(sorted[rank - 1]);
          expect(capability.quantile(rank / many.length)).toBe(sorted[rank - 1]);
        }
        for (const t of [...given.slice(0, 20), -1, 20.5]) {
          const kept = sorted.filter((x) => x <= t).length;
          expect(capability.ranks?.kept(t)).toBe(kept);
          expect(capability.chance(t)).toBe(kept / many.length);
        }
      }),
      60,
    );
  });

  it('are copied', () => {
    const given = [3, 1, 2];
    const capability = capabilityFromSamples(given, options);
    given[0] = 100;
    expect(capability.quantile(1)).toBe(3);
    expect(given).toEqual([100, 1, 2]);
  });

  it('remain as the longer ones do', () => {
    const capability = capabilityFromSamples([1, 2, 5, 7, 7, 11], options).remaining(2);
    const brute = capabilityFromSamples([3, 5, 5, 9], options);
    for (const p of [0, 0.1, 0.25, 0.26, 0.7, 0.75, 0.9, 1]) {
      expect(capability.quantile(p)).toBe(brute.quantile(p));
    }
    expect(capability.mean()).toBeCloseTo(5.5, 12);
    expect(capability.expectedOvershoot(4)).toBeCloseTo(brute.expectedOvershoot(4), 12);
    expect(capability.remaining(4).quantile(1)).toBe(5);
    expect(refusal(() => capabilityFromSamples([1, 2], options).remaining(2)).code).toBe(
      'out-of-range',
    );
  });
});

describe('samples under way', () => {
  const patients = capabilityFromSamples(weeks, { unit: 'weeks', finished });

  it('have the survival curve of Kaplan and Meier', () => {
    const survival = [6, 7, 10, 13, 16, 22, 23].map((t) => 1 - patients.chance(t));
    expect(survival.map((s) => s.toFixed(4))).toEqual([
      '0.8571',
      '0.8067',
      '0.7529',
      '0.6902',
      '0.6275',
      '0.5378',
      '0.4482',
    ]);
    expect(patients.identified).toBeCloseTo(1 - 0.4482, 4);
    expect(patients.quantile(0.5)).toBe(23);
    expect(patients.n).toBe(9);
    expect(patients.ranks).toBeNull();
  });

  it('leave unanswered what they do not show', () => {
    expect(refusal(() => patients.quantile(0.6))).toMatchObject({
      name: 'NotIdentifiedError',
      code: 'not-identified',
    });
    expect(refusal(() => patients.mean()).code).toBe('not-identified');
    expect(refusal(() => patients.expectedOvershoot(10)).code).toBe('not-identified');
    expect(patients.chance(1000)).toBe(patients.identified);
  });

  it('are plain samples when all have finished', () => {
    const all = capabilityFromSamples([3, 1], { unit, finished: [true, 1] });
    expect(all.toJSON()).toEqual(capabilityFromSamples([3, 1], options).toJSON());
    expect(all.ranks?.n).toBe(2);
  });

  it('count for nothing without one that has finished', () => {
    const none = () => capabilityFromSamples([3, 1], { unit, finished: new Uint8Array(2) });
    expect(refusal(none)).toMatchObject({ code: 'not-enough-data', path: 'samples' });
  });
});

describe('weighted samples', () => {
  it('count as often as they weigh', () => {
    const weighted = capabilityFromSamples([10, 20, 30], { unit, weights: [1, 0, 3] });
    const repeated = capabilityFromSamples([10, 30, 30, 30], options);
    expect(weighted.chance(10)).toBe(0.25);
    expect(weighted.quantile(0.3)).toBe(30);
    expect(weighted.mean()).toBe(repeated.mean());
    expect(weighted.expectedOvershoot(20)).toBe(repeated.expectedOvershoot(20));
    // Kish: (1 + 3)^2 / (1 + 9).
    expect(weighted.n).toBeCloseTo(1.6, 12);
    expect(weighted.ranks).toBeNull();
  });

  it('weigh something, however little', () => {
    const old = capabilityFromSamples([10, 30], { unit, weights: [1e-200, 1e-200] });
    expect(old.n).toBe(2);
    const none = () => capabilityFromSamples([10], { unit, weights: [0] });
    expect(refusal(none).code).toBe('not-enough-data');
  });
});

describe('bad samples', () => {
  it.each([
    [[1, -2], {}, 'out-of-range', 'samples[1]'],
    [[1, Number.NaN], {}, 'out-of-range', 'samples[1]'],
    [[Infinity], {}, 'out-of-range', 'samples[0]'],
    [['1'], {}, 'wrong-type', 'samples[0]'],
    [7, {}, 'wrong-type', 'samples'],
    [[], {}, 'not-enough-data', 'samples'],
    [[1], { weights: [1, 2] }, 'length-mismatch', 'options.weights'],
    [[1], { weights: [-1] }, 'out-of-range', 'options.weights[0]'],
    [[1], { finished: ['yes'] }, 'wrong-type', 'options.finished[0]'],
    [[1, 2], { finished: [true, false], better: 'higher' }, 'out-of-range', 'options.finished'],
    [[1], { unit: '' }, 'out-of-range', 'options.unit'],
    [[1], { colour: 'red' }, 'unknown-name', 'options.colour'],
  ])('%j with %j are refused', (samples, more, code, path) => {
    const call = () => capabilityFromSamples(samples as number[], { unit, ...more } as never);
    expect(refusal(call)).toMatchObject({ code, path });
  });

  it('make questions that are refused', () => {
    const { quantile, chance, expectedOvershoot, remaining } = capabilityFromSamples([1], options);
    expect(refusal(() => quantile(1.1))).toMatchObject({ code: 'out-of-range', path: 'p' });
    expect(refusal(() => chance(Number.NaN))).toMatchObject({ code: 'out-of-range', path: 't' });
    expect(refusal(() => expectedOvershoot('1' as never)).code).toBe('wrong-type');
    expect(refusal(() => remaining(-1)).path).toBe('elapsed');
    const level = capabilityFromSamples([1], { unit, better: 'higher' });
    expect(refusal(() => level.remaining(0)).code).toBe('out-of-range');
  });
});
