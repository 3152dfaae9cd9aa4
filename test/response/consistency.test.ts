import fc from 'fast-check';
import { adjustParameters } from 'overdeliver';
import { consistencyOf, responseDefaults } from 'overdeliver/response';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const from1to = (n: number) => Array.from({ length: n }, (_, i) => (100 * (i + 1)) / n);

describe('the spread of days', () => {
  it('lies between the tenth and the ninetieth of a hundred', () => {
    const { bad, good, spread, low, high, felt } = consistencyOf(from1to(100));
    expect([bad, good, spread]).toEqual([10, 91, 81]);
    // SciPy: binom.ppf(1 - .0125, 100, .1) + 1 is 18, binom.ppf(1 - .0125, 100, .9) + 1 is 97
    expect([low, high]).toEqual([83 - 18, 97 - 4]);
    expect(felt).toBe('yes');
  });

  it('counts the days of a tail as written, though 100 * .07 is a little more than 7', () => {
    const parameters = adjustParameters(responseDefaults, 'ours', { tail: 0.07 });
    const { bad, good } = consistencyOf(from1to(100), { parameters });
    expect([bad, good]).toEqual([7, 94]);
  });

  it('needs 42 days for tenths, since .9^42 is the first below .0125', () => {
    expect(consistencyOf(from1to(42)).n).toBe(42);
    expect(refusal(() => consistencyOf(from1to(41)))).toMatchObject({
      code: 'not-enough-data',
      path: 'levels',
      message: 'consistencyOf: levels holds 41; expected at least 42 for a spread of days',
    });
  });

  it('is not felt where days are alike, and unclear where the interval holds what is noticed', () => {
    const alike = consistencyOf(new Float64Array(50).fill(80));
    expect(alike).toMatchObject({ spread: 0, low: 0, high: 0, felt: 'no', actions: [] });
    const outcome = adjustParameters(outcomeDefaults, 'ours', { noticeablePoints: 80 });
    const unclear = consistencyOf(from1to(100), { outcome });
    expect(unclear.felt).toBe('unclear');
    expect(unclear.actions[0]).toMatchObject({
      code: 'steady-days',
      detail: { spread: 81 },
      when: null,
    });
  });

  it('is felt from the difference on that tells exceeded from met, unless it is none', () => {
    const days: readonly number[] = Array.from({ length: 120 }, (_, i) => (i < 60 ? 20 : 80));
    const at = (noticeablePoints: number, levels = days) => {
      const outcome = adjustParameters(outcomeDefaults, 'ours', { noticeablePoints });
      return consistencyOf(levels, { outcome }).felt;
    };
    expect([at(60), at(61)]).toEqual(['yes', 'no']);
    expect(at(0, new Array<number>(50).fill(80))).toBe('no');
    expect(responseDefaults.parameters).not.toHaveProperty('noticeable');
    expect(consistencyOf(days).actions[0]?.why[0]?.detail.noticeable).toBe(
      outcomeDefaults.parameters.noticeablePoints.value,
    );
  });

  it('never lies below 0 where both tails are halves', () => {
    const parameters = adjustParameters(responseDefaults, 'ours', { tail: 0.5 });
    for (const n of [7, 8, 50]) {
      const { spread, low, high } = consistencyOf(from1to(n), { parameters });
      expect(spread).toBeGreaterThanOrEqual(0);
      expect(low).toBe(0);
      expect(high).toBeGreaterThanOrEqual(spread);
    }
  });

  it('is within its interval, whatever the order, and wider when surer', () => {
    const levels = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 60, maxLength: 120 });
    holds(
      fc.property(levels, (all) => {
        const one = consistencyOf(all);
        expect(one.low).toBeLessThanOrEqual(one.spread);
        expect(one.high).toBeGreaterThanOrEqual(one.spread);
        expect(consistencyOf([...all].reverse())).toEqual(one);
        const surer = consistencyOf(all, { confidence: 0.99 });
        expect(surer.low).toBeLessThanOrEqual(one.low);
        expect(surer.high).toBeGreaterThanOrEqual(one.high);
      }),
    );
  });

  it('is held by the interval at least as often as it says', () => {
    const random = uniforms(5);
    let held = 0;
    for (let run = 0; run < 400; run++) {
      const { low, high } = consistencyOf(Array.from({ length: 60 }, () => 100 * random()));
      if (low <= 80 && high >= 80) held++;
    }
    expect(held / 400).toBeGreaterThanOrEqual(0.95);
  });
});

const trapped = new Proxy([50], {
  get(levels, name) {
    if (name === '0') throw new Error('trapped');
    return Reflect.get(levels, name);
  },
});

it.each([
  ['a level off the scale', [50, 101], 'out-of-range', 'levels[1]'],
  ['a level below it', [50, -1], 'out-of-range', 'levels[1]'],
  ['a gap', [50, Number.NaN], 'out-of-range', 'levels[1]'],
  ['text', [50, '60'], 'wrong-type', 'levels[1]'],
  ['no list', null, 'wrong-type', 'levels'],
  ['what cannot be read', trapped, 'wrong-type', 'levels'],
])('refuses %s', (_, levels, code, path) => {
  expect(refusal(() => consistencyOf(levels as never))).toMatchObject({ code, path });
});
