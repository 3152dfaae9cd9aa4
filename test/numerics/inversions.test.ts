import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortInversions } from '../../src/numerics/inversions';
import { holds } from '../core/seeded';

describe('sortInversions', () => {
  it('sorts, later places first among equals, and finds the pairs that were the other way round', () => {
    const key = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -1, max: 1 }));
    holds(
      fc.property(fc.array(key, { maxLength: 40 }), (pairs) => {
        const keys = Float64Array.from(pairs, ([number]) => number);
        const rests = Float64Array.from(pairs, ([, rest]) => rest * 1e-20);
        const isLess = (a: number, b: number) =>
          (keys[a] as number) - (keys[b] as number) || (rests[a] as number) - (rests[b] as number);
        const wanted = [...keys.keys()].flatMap((b) =>
          [...keys.keys()].filter((a) => a < b && isLess(b, a) <= 0).map((a) => `${a} ${b}`),
        );
        const order = Uint32Array.from(keys.keys());
        const found: string[] = [];
        const count = sortInversions(order, keys, rests, (a, b) => found.push(`${a} ${b}`) > 0);
        expect(count).toBe(wanted.length);
        expect(found.sort()).toEqual(wanted.sort());
        expect([...order]).toEqual([...keys.keys()].sort((a, b) => isLess(a, b) || b - a));
      }),
    );
  });

  it('stops telling of pairs when told to', () => {
    let told = 0;
    const order = Uint32Array.from({ length: 20 }, (_, i) => i);
    const count = sortInversions(
      order,
      Float64Array.from(order, (i) => -i),
      new Float64Array(20),
      () => ++told < 3,
    );
    expect([count, told]).toEqual([190, 3]);
  });
});
