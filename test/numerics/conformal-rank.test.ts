import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformalRank, samplesForRank } from '../../src/numerics/conformal-rank';
import { holds } from '../core/seeded';

/** The least k with k / (n + 1) >= share / of in exact arithmetic; null beyond n. */
function exactRank(n: number, share: number, of: number): number | null {
  const k = (BigInt(n + 1) * BigInt(share) + BigInt(of - 1)) / BigInt(of);
  return k > BigInt(n) ? null : Number(k);
}

/** A probability and its nearest neighbours among the doubles. */
function neighbours(p: number): number[] {
  const bits = new DataView(new ArrayBuffer(8));
  return [-2n, -1n, 0n, 1n, 2n].map((away) => {
    bits.setFloat64(0, p);
    bits.setBigInt64(0, bits.getBigInt64(0) + away);
    return bits.getFloat64(0);
  });
}

describe('conformalRank', () => {
  it.each([
    [19, 0.9, 18],
    [99, 0.9, 90],
    [99, 0.55, 55],
    [9, 0.9, 9],
    [8, 0.9, null],
    [19, 0.95, 19],
    [18, 0.95, null],
    [1, 0.5, 1],
    [1, 0.51, null],
    [0, 0.5, null],
    [5, 1e-9, 1],
    [1e6, 0.999999, 1e6],
  ])('of %d samples at %d is %s', (n, p, rank) => {
    expect(conformalRank(n, p)).toBe(rank);
  });

  it('is exact for every p of up to three decimals and n up to 200, where ceil((n + 1) p) is not', () => {
    let traps = 0;
    const wrong: string[] = [];
    for (let n = 1; n <= 200; n++) {
      for (let share = 1; share < 1000; share++) {
        const exact = exactRank(n, share, 1000);
        if (conformalRank(n, share / 1000) !== exact) wrong.push(`n ${n}, p ${share / 1000}`);
        const naive = Math.ceil((n + 1) * (share / 1000));
        if ((naive > n ? null : naive) !== exact) traps++;
      }
    }
    expect(wrong).toEqual([]);
    expect(traps).toBeGreaterThan(20);
  });

  it('is exact for many samples', () => {
    const n = fc.integer({ min: 1, max: 10_000_000 });
    holds(
      fc.property(n, fc.integer({ min: 1, max: 99_999 }), (samples, share) => {
        expect(conformalRank(samples, share / 100_000)).toBe(exactRank(samples, share, 100_000));
      }),
      500,
    );
  });

  it('is k also for a p a last bit away from k / (n + 1), on either side', () => {
    const wrong: string[] = [];
    for (let n = 1; n <= 100; n++) {
      for (let k = 1; k <= n; k++) {
        for (const p of neighbours(k / (n + 1))) {
          if (conformalRank(n, p) !== k) wrong.push(`n ${n}, p ${p}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('samplesForRank', () => {
  it.each([
    [0.9, 9],
    [0.95, 19],
    [0.99, 99],
    [0.999, 999],
    [0.5, 1],
    [0.1, 1],
    [1e-9, 1],
    [0.51, 2],
    [0.999999, 999_999],
  ])('of %d is %d', (p, n) => {
    expect(samplesForRank(p)).toBe(n);
  });

  it('is p / (1 - p), rounded up, for every p of up to four decimals', () => {
    const wrong: number[] = [];
    for (let share = 1; share < 10_000; share++) {
      const exact = Math.ceil(share / (10_000 - share));
      if (samplesForRank(share / 10_000) !== exact) wrong.push(share);
    }
    expect(wrong).toEqual([]);
  });

  it('is the least n that has a rank, also near 1, where a double is coarse', () => {
    const nearOne = fc.integer({ min: 1, max: 1_000_000 }).map((k) => 1 - k * 1e-9);
    const p = fc.oneof(fc.double({ min: 0.001, max: 0.99999, noNaN: true }), nearOne);
    holds(
      fc.property(p, (share) => {
        const n = samplesForRank(share);
        expect(conformalRank(n, share)).not.toBeNull();
        if (n > 1) expect(conformalRank(n - 1, share)).toBeNull();
      }),
    );
    expect(conformalRank(samplesForRank(1 - 1e-9) - 1, 1 - 1e-9)).toBeNull();
  });
});
