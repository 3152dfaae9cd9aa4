import { describe, expect, it } from 'vitest';
import { slopesOf } from '../../src/journey/sen-slopes';
import { uniforms } from '../../src/numerics/uniforms';

/** Numbers from 1 to 2 with all their digits, ascending where wanted, and the same as whole numbers. */
function digits(seed: number, count: number) {
  const next = uniforms(seed);
  const numbers = Array.from({ length: count }, () => 1 + (next() + next() * 2 ** -30) / 1.1);
  return Float64Array.from(numbers);
}
const whole = (x: number, bits: number) => BigInt(x * 2 ** bits);

const slopesIn = ({ x, y }: { x: Float64Array; y: Float64Array }) =>
  [...x].flatMap((later, j) =>
    Array.from(
      x.subarray(0, j),
      (earlier, i) => ((y[j] as number) - (y[i] as number)) / (later - earlier),
    ),
  );

describe('slopes between values', () => {
  it('are counted up to one of themselves as whole numbers of any length have it', () => {
    const season = { x: digits(3, 24).sort(), y: digits(8, 24) };
    const { upTo } = slopesOf([season]);
    const some = slopesIn(season).filter((s) => Math.abs(s) > 2 ** -6 && Math.abs(s) < 64);
    expect(some.length).toBeGreaterThan(200);
    for (const s of some) {
      // y - s x, times 2^114.
      const left = Array.from(
        season.y,
        (y, i) => whole(y, 54) * 2n ** 60n - whole(s, 60) * whole(season.x[i] as number, 54),
      );
      const count = left.reduce(
        (sum, later, j) => sum + left.slice(0, j).filter((earlier) => later <= earlier).length,
        0,
      );
      expect(upTo(s)).toBe(count);
    }
  });

  // 200 values have 19,900 slopes, more than are looked at one by one.
  it('are found by rank in whatever order ranks are asked for', () => {
    const next = uniforms(5);
    const season = {
      x: Float64Array.from({ length: 200 }, (_, i) => i / 64),
      y: Float64Array.from({ length: 200 }, (_, i) => next() - 0.5 + i / 400),
    };
    const all = Float64Array.from(slopesIn(season)).sort();
    const { upTo, byRank, count } = slopesOf([season]);
    expect(count).toBe(19_900);
    // Where the first halving falls.
    const falling = upTo(0);
    const ranks = [1, count, falling, falling + 1, falling - 1, 5000, 15_000, 1, 18_000, 2, count];
    for (const rank of ranks) expect(byRank(rank)).toBe(all[rank - 1]);
    const { byRank: anew } = slopesOf([season]);
    for (const rank of [...ranks].reverse()) expect(anew(rank)).toBe(all[rank - 1]);
  });

  it('are as steep as near dates and values on both sides of 0 make them', () => {
    const season = {
      x: Float64Array.of(0, 0.25, 0.5, 0.75, 1),
      y: Float64Array.of(-64, 64, -32, 32, 0),
    };
    const all = Float64Array.from(slopesIn(season)).sort();
    const { byRank, count } = slopesOf([season, { x: Float64Array.of(3), y: Float64Array.of(9) }]);
    expect(count).toBe(10);
    expect(Array.from({ length: 10 }, (_, i) => byRank(i + 1))).toEqual([...all]);
  });
});
