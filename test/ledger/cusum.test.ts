import fc from 'fast-check';
import { cusum, pageHinkley, type Shift } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const values = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 60 });
const mirrored = (shifts: readonly Shift[]) =>
  shifts.map((shift) => ({ ...shift, direction: shift.direction === 'up' ? 'down' : 'up' }));

describe('cusum', () => {
  it('adds up deviations beyond k and alarms above h', () => {
    const ups = [0, 1.5, 2.5, 0, 3, 0.5, 1.1];
    // Sums: 0, 1, 3, 2.5, 5 (not above 5), 5, 5.6.
    expect(cusum(ups, { target: 0, sd: 1 })).toEqual([{ index: 6, direction: 'up', since: 1 }]);
  });

  it('starts again from 0 after an alarm, on both sides', () => {
    const found = cusum([6, 6, -6, 5, -6], { target: 0, sd: 1 });
    expect(found).toEqual([
      { index: 0, direction: 'up', since: 0 },
      { index: 1, direction: 'up', since: 1 },
      { index: 2, direction: 'down', since: 2 },
      { index: 4, direction: 'down', since: 4 },
    ]);
  });

  it('says since when: the sum was 0 before', () => {
    const found = cusum([2, 0, 0, 0, 0, 0, 3, 3], { target: 0, sd: 1, h: 4.9 });
    expect(found).toEqual([{ index: 7, direction: 'up', since: 6 }]);
  });

  it('takes what rounding leaves of a sum for 0', () => {
    // Half an sd above the target and below it, as k is, but for the seventh digit: near three million numbers are so coarse.
    const [target, sd, half] = [3e6, 1e-3, 5e-4];
    for (const [sign, direction] of [
      [1, 'up'],
      [-1, 'down'],
    ] as const) {
      const xs = [1, 1, 1, 20, 20].map((times) => target + sign * times * half);
      const [shift] = cusum(xs, { target, sd, k: 0.5, h: 5 });
      expect(shift).toEqual({ index: 3, direction, since: 3 });
    }
  });

  it('reads columns, and options that are undefined as absent', () => {
    const column = Float64Array.of(0, 0, 9);
    const options = { target: 0, sd: 1 };
    expect(cusum(column, { ...options, k: undefined, h: undefined })).toEqual(
      cusum([0, 0, 9], options),
    );
    expect(cusum([], options)).toEqual([]);
  });

  it('depends on distances in sd alone, and falls mirror rises', () => {
    holds(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (xs, target) => {
        const found = cusum(xs, { target, sd: 8 });
        const scaled = xs.map((x) => 4 * x + 3);
        expect(cusum(scaled, { target: 4 * target + 3, sd: 32 })).toEqual(found);
        const turned = cusum(
          xs.map((x) => -x),
          { target: -target, sd: 8 },
        );
        expect(turned).toEqual(mirrored(found));
      }),
    );
  });

  it('says nothing of the past that the past did not say itself', () => {
    holds(
      fc.property(values, fc.nat(60), (xs, cut) => {
        const found = cusum(xs, { target: 0, sd: 8 });
        const before = found.filter(({ index }) => index < cut);
        expect(cusum(xs.slice(0, cut), { target: 0, sd: 8 })).toEqual(before);
        for (const { index, since } of found) expect(since).toBeLessThanOrEqual(index);
      }),
    );
  });

  // 465 and 10.4 (Montgomery, the table of average run lengths for k = .5, h = 5); 4 standard errors.
  it('on normal values runs as long as published', () => {
    const next = uniforms(4);
    const normal = (mean: number) =>
      Float64Array.from({ length: 600_000 }, () => mean + normalQuantile(next()));
    const run = (mean: number) => {
      const found = cusum(normal(mean), { target: 0, sd: 1 });
      return ((found.at(-1)?.index as number) + 1) / found.length;
    };
    expect(Math.abs(run(0) - 465)).toBeLessThan((4 * 465) / Math.sqrt(600_000 / 465));
    expect(Math.abs(run(1) - 10.4)).toBeLessThan(0.2);
  });
});

describe('pageHinkley', () => {
  it('learns the level as it goes, and anew after an alarm', () => {
    const at = (level: number) => [level, level + 1, level - 1, level, level + 1, level - 1];
    const found = pageHinkley([...at(100), ...at(106), ...at(106), ...at(100)], { sd: 1 });
    expect(found.map(({ index, direction }) => [index, direction])).toEqual([
      [7, 'up'],
      [18, 'down'],
    ]);
  });

  // The means are 0, 1.5, 1.33, 2.75: sums of z - .5 are 0, 1, .17, 3.92.
  it('counts the value at hand in the mean', () => {
    expect(pageHinkley([0, 3, 1, 7], { sd: 1, h: 3.9 })).toEqual([
      { index: 3, direction: 'up', since: 1 },
    ]);
    expect(pageHinkley([0, 3, 1, 7], { sd: 1, h: 4 })).toEqual([]);
  });

  it('does not depend on where the level lies', () => {
    holds(
      fc.property(values, fc.integer({ min: -64, max: 64 }), (xs, by) => {
        const found = pageHinkley(xs, { sd: 7.3 });
        const moved = pageHinkley(
          xs.map((x) => x + by),
          { sd: 7.3 },
        );
        expect(moved).toEqual(found);
        expect(
          pageHinkley(
            xs.map((x) => -x),
            { sd: 7.3 },
          ),
        ).toEqual(mirrored(found));
      }),
    );
  });

  it('on normal values raises a false alarm in about 485', () => {
    const next = uniforms(5);
    const normal = Float64Array.from({ length: 600_000 }, () => 50 + 9 * normalQuantile(next()));
    const found = pageHinkley(normal, { sd: 9 });
    const run = ((found.at(-1)?.index as number) + 1) / found.length;
    expect(Math.abs(run - 485)).toBeLessThan((4 * 485) / Math.sqrt(600_000 / 485));
  });
});

describe.each([
  [
    'cusum',
    (xs: unknown, options: object) => cusum(xs as number[], { target: 0, ...options } as never),
  ],
  ['pageHinkley', (xs: unknown, options: object) => pageHinkley(xs as number[], options as never)],
])('%s refuses', (fn, call) => {
  it.each<[unknown, object, string, string, string]>([
    [[1, Number.NaN], { sd: 1 }, 'out-of-range', 'values[1]', 'a finite number'],
    [[Infinity], { sd: 1 }, 'out-of-range', 'values[0]', 'a finite number'],
    [[1, '2'], { sd: 1 }, 'wrong-type', 'values[1]', 'a finite number'],
    [null, { sd: 1 }, 'wrong-type', 'values', 'an array of numbers'],
    ['12', { sd: 1 }, 'wrong-type', 'values', 'an array of numbers'],
    [12, { sd: 1 }, 'wrong-type', 'values', 'an array of numbers'],
    [{}, { sd: 1 }, 'wrong-type', 'values', 'an array of numbers'],
    [[1], { sd: 0 }, 'out-of-range', 'options.sd', 'a standard deviation above 0'],
    [[1], {}, 'missing', 'options.sd', 'a standard deviation above 0'],
    [[1], { sd: 1, k: -0.1 }, 'out-of-range', 'options.k', 'standard deviations from 0 to 10'],
    [[1], { sd: 1, h: 1001 }, 'out-of-range', 'options.h', 'standard deviations from 0 to 1000'],
    [[1], { sd: 1, h: '5' }, 'wrong-type', 'options.h', 'standard deviations from 0 to 1000'],
    [[1], { sd: 1, threshold: 5 }, 'unknown-name', 'options.threshold', 'one of sd, k, h'],
  ])('%o with %o', (xs, options, code, path, expected) => {
    const refused = refusal(() => call(xs, options));
    expect(refused).toMatchObject({ function: fn, code, path });
    expect(refused.expected).toContain(expected);
  });
});

it('cusum refuses to go without a target, pageHinkley takes none', () => {
  expect(refusal(() => cusum([1], { sd: 1 } as never))).toMatchObject({
    code: 'missing',
    path: 'options.target',
  });
  expect(refusal(() => pageHinkley([1], { sd: 1, target: 0 } as never)).code).toBe('unknown-name');
});

it('takes the greatest numbers it says it takes, and refuses greater ones', () => {
  const values = [1e300, -1e300, 1e300, -1e300, 1e300];
  for (const sd of [5e-324, 1, 1e308]) {
    const found = [...cusum(values, { target: 0, sd }), ...pageHinkley(values, { sd })];
    for (const { index, since } of found) expect(since).toBeLessThanOrEqual(index);
    expect(found.length > 0).toBe(sd < 1e300);
  }
  for (const value of [1.1e300, -1.7e308]) {
    const refused = refusal(() => pageHinkley([0, value], { sd: 1 }));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'values[1]' });
  }
  expect(refusal(() => cusum({ length: 2 ** 40 }, { target: 0, sd: 1 })).path).toBe('values[0]');
});

it('finds the same shifts in any unit and from any level, though sums differ in their last bits', () => {
  const shapes = Array.from({ length: 4 ** 6 }, (_, code) =>
    Array.from({ length: 6 }, (_, i) => (Math.floor(code / 4 ** i) % 4) * 2 - 3),
  );
  for (const [i, whole] of shapes.entries()) {
    const [h, k] = [1 + (i % 5), i % 2];
    const expected = cusum(whole, { target: 0, sd: 1, k, h });
    for (const unit of [0.1, 0.07, 1 / 3]) {
      const values = whole.map((x) => (x + 3) * unit);
      const target = 3 * unit;
      expect(cusum(values, { target, sd: unit, k, h })).toEqual(expected);
    }
    // The means of up to six are whole, so that these numbers are exact.
    const exact = pageHinkley(
      whole.map((x) => 60 * x),
      { sd: 60, k, h },
    );
    for (const unit of [0.1, 0.07, 1 / 3]) {
      const values = whole.map((x) => x * unit);
      expect(pageHinkley(values, { sd: unit, k, h })).toEqual(exact);
    }
  }
});
