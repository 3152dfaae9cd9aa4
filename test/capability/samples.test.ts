import fc from 'fast-check';
import { capabilityFromSamples } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { atLeast } from '../../src/numerics/nearly';
import { holds } from '../core/seeded';

const unit = 'minutes';
/** Few values, so that many tie. */
const tied = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });
const spread = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});
const samples = fc.oneof(tied, spread);
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })).map(([k, n]) => Math.min(k / n, 1)),
);

describe('capabilityFromSamples', () => {
  const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit });

  it('carries unit, direction and size', () => {
    expect(kitchen).toMatchObject({ kind: 'samples', unit: 'minutes', better: 'lower', n: 5 });
    const share = capabilityFromSamples([80], { unit: 'percent', better: 'higher' });
    expect(share).toMatchObject({ unit: 'percent', better: 'higher', n: 1 });
  });

  it('answers from the empirical distribution', () => {
    expect([0, 0.2, 0.21, 0.5, 0.8, 0.81, 1].map(kitchen.quantile)).toEqual([
      38, 38, 41, 45, 47, 52, 52,
    ]);
    expect([37.9, 38, 45, 51.9, 52].map(kitchen.chance)).toEqual([0, 0.2, 0.6, 0.8, 1]);
    expect([37.9, 38, 45, 51.9, 52].map((t) => kitchen.ranks?.kept(t))).toEqual([0, 1, 3, 4, 5]);
    expect([1, 2, 3, 4, 5].map((rank) => kitchen.ranks?.byRank(rank))).toEqual([
      38, 41, 45, 47, 52,
    ]);
    expect(kitchen.expectedOvershoot(45)).toBeCloseTo((2 + 7) / 5, 12);
    expect(kitchen.mean()).toBeCloseTo(44.6, 12);
  });

  it('turns round for levels, where higher is better', () => {
    const service = capabilityFromSamples([90, 70, 80, 60], { unit: 'points', better: 'higher' });
    expect([0, 0.25, 0.5, 0.51, 1].map(service.quantile)).toEqual([90, 90, 80, 70, 60]);
    expect([91, 90, 75, 60].map(service.chance)).toEqual([0, 0.25, 0.5, 1]);
    expect([1, 2, 3, 4].map((rank) => service.ranks?.byRank(rank))).toEqual([90, 80, 70, 60]);
    expect(service.expectedOvershoot(75)).toBeCloseTo((5 + 15) / 4, 12);
    expect(service.mean()).toBe(75);
  });

  it('makes do with one sample', () => {
    const one = capabilityFromSamples([7], { unit });
    expect([0, 0.5, 1].map(one.quantile)).toEqual([7, 7, 7]);
    expect([one.chance(6), one.chance(7), one.expectedOvershoot(5), one.mean()]).toEqual([
      0, 1, 2, 7,
    ]);
  });

  it('takes deviations from an appointment, which may lie below 0', () => {
    const bus = capabilityFromSamples([-3, 4, 0, -1], { unit, deviations: true });
    expect([0.25, 0.5, 0.75, 1].map(bus.quantile)).toEqual([-3, -1, 0, 4]);
    expect(bus.expectedOvershoot(-2)).toBeCloseTo((1 + 2 + 6) / 4, 12);
    expect(bus.mean()).toBe(0);
  });

  it.each([
    Float64Array.of(38, 52, 41, 45, 47),
    Float32Array.of(38, 52, 41, 45, 47),
    Uint8Array.of(38, 52, 41, 45, 47),
    Float64Array.of(0, 38, 52, 41, 45, 47, 0).subarray(1, 6),
    { length: 5, 0: 38, 1: 52, 2: 41, 3: 45, 4: 47 },
    Object.freeze([38, 52, 41, 45, 47]),
  ])('takes %o as it takes an array', (numbers) => {
    const capability = capabilityFromSamples(numbers, { unit });
    expect(capability.n).toBe(5);
    expect([1, 2, 3, 4, 5].map((rank) => capability.ranks?.byRank(rank))).toEqual([
      38, 41, 45, 47, 52,
    ]);
  });

  it('copies: it neither sorts its input nor follows what becomes of it', () => {
    for (const numbers of [[5, 1, 3], Float64Array.of(5, 1, 3)]) {
      const capability = capabilityFromSamples(numbers, { unit });
      expect(Array.from(numbers)).toEqual([5, 1, 3]);
      numbers[1] = 100;
      expect(capability.quantile(1)).toBe(5);
    }
  });

  it('never gives -0', () => {
    for (const better of ['lower', 'higher'] as const) {
      for (const nothing of [0, -0]) {
        const capability = capabilityFromSamples([nothing], { unit, better });
        expect([capability.quantile(1), capability.mean()]).toEqual([0, 0]);
        expect(capability.toJSON()).toMatchObject({ samples: [0] });
      }
    }
  });

  it('takes an option given as undefined as absent', () => {
    const options = { unit, better: undefined, deviations: undefined };
    expect(capabilityFromSamples([1], options).better).toBe('lower');
  });
});

describe('of any samples', () => {
  it('the quantile is the least that is kept often enough', () => {
    holds(
      fc.property(samples, share, (numbers, p) => {
        const { quantile, chance } = capabilityFromSamples(numbers, { unit });
        const t = quantile(p);
        expect(numbers).toContain(t);
        expect(chance(t)).toBeGreaterThanOrEqual(p);
        // What equals it up to rounding is kept with it.
        for (const less of numbers) if (!atLeast(less, t)) expect(chance(less)).toBeLessThan(p);
      }),
    );
  });

  it('the quantile is exact where n p is not, nor p', () => {
    const wrong: string[] = [];
    for (let n = 1; n <= 120; n++) {
      const ranks = Array.from({ length: n }, (_, index) => index + 1);
      const { quantile } = capabilityFromSamples(ranks, { unit });
      for (let k = 1; k <= n; k++) {
        for (const p of [k / n, (k / n) * (1 - 2 ** -53), (k / n) * (1 + 2 ** -52)]) {
          if (p > 1) continue;
          if (quantile(p) !== k) wrong.push(`n ${n}, p ${p}`);
        }
      }
      if (n === 100) expect([quantile(0.55), quantile(0.56), quantile(0.07)]).toEqual([55, 56, 7]);
    }
    expect(wrong).toEqual([]);
  });

  it('chance, kept and expectedOvershoot are what counting and adding give', () => {
    holds(
      fc.property(
        samples,
        fc.oneof(fc.nat(13), fc.double({ min: -1e7, max: 1e7, noNaN: true })),
        (numbers, t) => {
          const capability = capabilityFromSamples(numbers, { unit });
          const kept = numbers.filter((sample) => sample <= t).length;
          expect(capability.ranks?.kept(t)).toBe(kept);
          expect(capability.chance(t)).toBe(kept / numbers.length);
          const miss = numbers.reduce((sum, sample) => sum + Math.max(sample - t, 0), 0);
          const scale = Math.max(1, Math.abs(miss));
          expect(
            Math.abs(capability.expectedOvershoot(t) * numbers.length - miss) / scale,
          ).toBeLessThanOrEqual(1e-12);
          const sum = numbers.reduce((total, sample) => total + sample, 0);
          expect(capability.mean()).toBeCloseTo(sum / numbers.length, 6);
        },
      ),
    );
  });

  it('their order does not matter, to the last bit', () => {
    const shuffled = samples.chain((numbers) =>
      fc.tuple(
        fc.constant(numbers),
        fc.shuffledSubarray(numbers, { minLength: numbers.length, maxLength: numbers.length }),
      ),
    );
    holds(
      fc.property(shuffled, share, ([numbers, other], p) => {
        const one = capabilityFromSamples(numbers, { unit });
        const two = capabilityFromSamples(other, { unit });
        const t = one.quantile(p);
        expect(two.quantile(p)).toBe(t);
        expect(two.chance(t)).toBe(one.chance(t));
        expect(two.expectedOvershoot(t)).toBe(one.expectedOvershoot(t));
        expect(two.mean()).toBe(one.mean());
      }),
    );
  });

  it('higher is better mirrors lower is better', () => {
    const deviations = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
    holds(
      fc.property(deviations, share, fc.integer({ min: -21, max: 21 }), (numbers, p, t) => {
        const better = 'higher';
        const high = capabilityFromSamples(numbers, { unit, better, deviations: true });
        const low = capabilityFromSamples(
          numbers.map((sample) => 0 - sample),
          { unit, deviations: true },
        );
        expect(high.quantile(p)).toBe(0 - low.quantile(p));
        expect(high.chance(t)).toBe(low.chance(0 - t));
        expect(high.ranks?.kept(t)).toBe(low.ranks?.kept(0 - t));
        expect(high.expectedOvershoot(t)).toBe(low.expectedOvershoot(0 - t));
        expect(high.ranks?.byRank(1)).toBe(0 - (low.ranks?.byRank(1) ?? Number.NaN));
        expect(high.mean()).toBeCloseTo(0 - low.mean(), 12);
      }),
    );
  });
});
