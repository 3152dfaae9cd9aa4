import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePairs, middle } from '../../src/journey/mann-kendall';
import { slopesOf } from '../../src/journey/sen-slopes';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';

/** All slopes written down, and S, by their definitions. */
function byDefinition(x: Float64Array, y: Float64Array, seasons: readonly (readonly number[])[]) {
  const slopes: number[] = [];
  let s = 0;
  for (const places of seasons) {
    places.forEach((later, j) => {
      for (const earlier of places.slice(0, j)) {
        const rise = (y[later] as number) - (y[earlier] as number);
        s += Math.sign(rise);
        slopes.push(rise / ((x[later] as number) - (x[earlier] as number)));
      }
    });
  }
  return { s, slopes: Float64Array.from(slopes).sort() };
}

const kinds = {
  'numbers that differ': (next: () => number) => 70 + next() + next() + next(),
  'answers from 1 to 5': (next: () => number) => 1 + Math.floor(5 * next()),
  'means of three answers': (next: () => number) =>
    (Math.floor(5 * next()) + Math.floor(5 * next()) + Math.floor(5 * next())) / 3,
  'one value': () => 0.1 + 0.2,
  'heavy tails': (next: () => number) => 1 / (1 - next()) ** 3,
};

describe('slopes by rank', () => {
  const cases = Object.entries(kinds).flatMap(([name, value]) =>
    ([30, 250, 700] as const).map((n) => [name, n, value] as const),
  );
  it.each(cases)('of %s, %d of them, are those of all pairs to the last bit', (_, n, value) => {
    const next = uniforms(n);
    const x = Float64Array.from({ length: n }, (_, i) => i * 30.4375);
    const y = Float64Array.from({ length: n }, () => value(next));
    const seasons = [
      [...y.keys()].filter((i) => i % 3 > 0),
      [...y.keys()].filter((i) => i % 3 === 0),
    ];
    const all = byDefinition(x, y, seasons);
    const { s, slopes } = comparePairs(x, y, seasons);
    expect(s).toBe(all.s);
    expect(slopes.count).toBe(all.slopes.length);
    for (const share of [0, 0.03, 0.31, 0.5, 0.77, 1]) {
      const rank = 1 + Math.floor(share * (slopes.count - 1));
      expect(slopes.byRank(rank)).toBe(all.slopes[rank - 1]);
    }
    const half = all.slopes.length / 2;
    const [low, high] = [all.slopes[Math.ceil(half) - 1], all.slopes[Math.floor(half)]];
    expect(middle(slopes)).toBe(((low as number) + (high as number)) / 2);
  });

  it('are counted up to any number', () => {
    const value = fc.integer({ min: -5, max: 5 });
    holds(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), value, (values, s) => {
        const x = Float64Array.from(values, (_, i) => i);
        const y = Float64Array.from(values);
        const { slopes } = byDefinition(x, y, [[...y.keys()]]);
        expect(slopesOf([{ x, y }]).upTo(s)).toBe(slopes.filter((one) => one <= s).length);
      }),
    );
  });
});
