import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { parametersSchema } from '../../src/core/input';
import { read } from '../../src/input/read';
import {
  countDuration,
  noCommonDurations,
  pickCommon,
  toCommonDuration,
} from '../../src/live/common-durations';

const { numbers } = read(parametersSchema(promiserDefaults), undefined);
const soon = { ...numbers, commonOrders: 10 };

/** Counts durations, and looks at them. */
function counted(durations: readonly number[], given = soon) {
  const common = noCommonDurations();
  for (const one of durations) countDuration(common, one, given);
  pickCommon(common, given);
  return common;
}

it('nothing is known of durations at first', () => {
  expect(noCommonDurations()).toEqual({
    durations: [],
    counts: [],
    errors: [],
    total: 0,
    points: [],
    discrete: false,
  });
});

describe('durations', () => {
  it('are counted with weights that fade, exactly while there are places', () => {
    const all = [5, 7, 5, 9, 0, 7, 7, 5];
    const common = counted(all);
    // That of nothing is none, and fades nothing.
    const told = all.filter((one) => one > 0);
    const weight = (_: number, i: number) => 0.9 ** (told.length - 1 - i);
    const sum = (of: (one: number) => boolean) =>
      told
        .map(weight)
        .filter((_, i) => of(told[i] as number))
        .reduce((a, b) => a + b, 0);
    expect(common.durations).toEqual([5, 7, 9]);
    for (const [i, one] of common.durations.entries()) {
      expect(common.counts[i]).toBeCloseTo(
        sum((x) => x === one),
        12,
      );
    }
    expect(common.total).toBeCloseTo(
      sum(() => true),
      12,
    );
    expect(common.errors).toEqual([0, 0, 0]);
  });

  it('beyond 24 places take that of the rarest, with its count for a possible error', () => {
    const first = Array.from({ length: 24 }, (_, i) => 100 + i);
    // All but 107 come again.
    const again = first.filter((one) => one !== 107);
    const common = counted([...first, ...again, 500, 500]);
    expect(common.durations).toHaveLength(24);
    expect(common.durations[7]).toBe(500);
    // 107 was counted once, 16 + 23 + 1 orders before 500 came, which came again an order later.
    expect(common.errors[7]).toBeCloseTo(0.9 ** (16 + 23 + 1 + 1), 12);
    expect((common.counts[7] as number) - (common.errors[7] as number)).toBeCloseTo(1.9, 12);
    expect(common.errors.filter((error) => error > 0)).toHaveLength(1);
  });
});

describe('what a quote may mean', () => {
  const repeat = (one: number, n: number) => new Array<number>(n).fill(one);
  const plain = {
    ...numbers,
    commonOrders: Infinity,
    commonShare: 0.1,
    rareShare: 0.01,
    discreteShare: 0.9,
  };

  it('is nothing before so many orders that one is a common share', () => {
    expect(counted(repeat(7, 9), plain)).toMatchObject({ points: [], discrete: false });
    expect(counted(repeat(7, 10), plain)).toMatchObject({ points: [7], discrete: true });
  });

  it('is no duration of a single order, however few there are', () => {
    const different = Array.from({ length: 20 }, (_, i) => 1000 + i);
    for (let n = 10; n <= 20; n++) {
      expect(counted(different.slice(0, n), plain)).toMatchObject({ points: [], discrete: false });
    }
    expect(counted([...different, 1003], plain).points).toEqual([]);
    expect(counted([...different.slice(0, 12), 1003], plain).points).toEqual([1003]);
  });

  it('are durations with a common share where others take any time, with a rare one where few do', () => {
    const others = (n: number) => Array.from({ length: n }, (_, i) => 1000 + i);
    const shares = (...n: readonly number[]) => n.flatMap((times, i) => repeat(7 + i, times));
    // Of 100, 85 took one of four; 9 of them are a share that others may have by chance.
    const mixed = counted([...shares(55, 10, 9, 11), ...others(15)], plain);
    expect(mixed).toMatchObject({ points: [7, 8, 10], discrete: false });
    const discrete = counted([...shares(60, 15, 2, 13), ...others(10)], plain);
    expect(discrete).toMatchObject({ points: [7, 8, 9, 10], discrete: true });
    // What few took is none of nearly all.
    const nearly = counted([...shares(134, 134, 2, 2, 2), ...others(26)], plain);
    expect(nearly).toMatchObject({ points: [7, 8], discrete: false });
    expect(counted([...shares(90), ...others(10)], plain).discrete).toBe(true);
    // A hundredth is enough: 268 and 3 of 300.
    expect(counted([...shares(268, 3), ...others(29)], plain).discrete).toBe(true);
    // Of 300 two are none yet, three are.
    const many = counted([...shares(200, 95, 3, 2)], plain);
    expect(many).toMatchObject({ points: [7, 8, 9], discrete: true });
  });

  it('is the nearest that lies within reach', () => {
    const common = { ...noCommonDurations(), points: [100, 103, 150] };
    const meant = (quote: number, discrete: boolean) =>
      toCommonDuration({ ...common, discrete }, quote, numbers);
    // .025 to either side, in logarithms: 97.6 to 105.6.
    expect([97.5, 97.6, 101, 102, 105.6, 105.7].map((quote) => meant(quote, false))).toEqual([
      97.5, 100, 100, 103, 103, 105.7,
    ]);
    // .2 where there are no others: 81.9 to 183.2, and the nearest in between.
    expect([81.8, 82, 101, 102, 124, 125, 183, 184].map((quote) => meant(quote, true))).toEqual([
      81.8, 100, 100, 103, 103, 150, 150, 184,
    ]);
  });
});
