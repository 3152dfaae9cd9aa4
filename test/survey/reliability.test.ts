import fc from 'fast-check';
import { cronbachAlpha, type Instrument, scoreInstrument } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { from } from './given';

// R's data set attitude (Chatterjee & Price 1977), 30 departments by 7 items.
const attitude =
  `43 51 30 39 61 92 45;63 64 51 54 63 73 47;71 70 68 69 76 86 48;61 63 45 47 54 84 35
81 78 56 66 71 83 47;43 55 49 44 54 49 34;58 67 42 56 66 68 35;71 75 50 55 70 66 41;72 82 72 67 71 83 31
67 61 45 47 62 80 41;64 53 53 58 58 67 34;67 60 47 39 59 74 41;69 62 57 42 55 63 25;68 83 83 45 59 77 35
77 77 54 72 79 77 46;81 90 50 72 60 54 36;74 85 64 69 79 79 63;65 60 65 75 55 80 60;65 70 46 57 75 85 46
50 58 68 54 64 78 52;50 40 33 34 43 64 33;64 61 52 62 66 80 41;53 66 52 50 63 80 37;40 37 42 58 50 57 49
63 54 42 48 66 75 33;66 77 66 63 88 76 72;78 75 58 74 80 78 49;48 57 44 45 51 83 38;85 85 71 71 77 74 55
82 82 39 59 64 78 39`
    .split(/[;\n]/)
    .map((row) => row.split(' ').map(Number));

// Law School Admission Test, section VI (Bock & Lieberman 1970): how many of 1,000 gave each pattern, 00000 to 11111.
const patterns = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173,
  11, 61, 28, 298,
];
const admission = patterns.flatMap((count, pattern) =>
  Array.from({ length: count }, () => [16, 8, 4, 2, 1].map((bit) => (pattern & bit ? 1 : 0))),
);

describe("Cronbach's alpha", () => {
  // R: psych::alpha(attitude)$total$raw_alpha is .84. More digits, with x the table as a NumPy array:
  // n, k = x.shape; a = k / (k - 1) * (1 - x.var(0, ddof=1).sum() / x.sum(1).var(ddof=1))
  // 1 - (1 - a) * scipy.stats.f.ppf([.975, .025], n - 1, (n - 1) * (k - 1))
  it('of the attitude data', () => {
    const { alpha, low, high, n, items } = cronbachAlpha(attitude);
    expect([n, items]).toEqual([30, 7]);
    expect(alpha).toBeCloseTo(0.8431427695647598, 12);
    expect(low).toBeCloseTo(0.7393756856431069, 10);
    expect(high).toBeCloseTo(0.9157730721599816, 10);
  });

  // R: ltm::cronbach.alpha(LSAT) is .295; more digits as above.
  it('of the admission test', () => {
    const { alpha, low, high, n } = cronbachAlpha(admission);
    expect(n).toBe(1000);
    expect(alpha).toBeCloseTo(0.2949971922159539, 12);
    expect(low).toBeCloseTo(0.22347378786274363, 10);
    expect(high).toBeCloseTo(0.36180253172623844, 10);
  });

  it('is that of the dimension, though levels have another scale', () => {
    const scale = { min: 0, max: 200 };
    const items = [0, 1, 2, 3, 4, 5, 6].map((i) => {
      return { kind: 'scale', id: `${i}`, text: '', scale, dimension: 'd' } as const;
    });
    const instrument: Instrument = { id: 'attitude', items };
    const responses = from(attitude.map((row) => Object.fromEntries(Object.entries(row))));
    const [dimension] = scoreInstrument(instrument, responses).dimensions;
    expect(dimension?.reliability.alpha).toBeCloseTo(0.8431427695647598, 12);
  });

  it('counts complete rows only', () => {
    const holes = [...attitude, [null, 1, 1, 1, 1, 1, 1]];
    expect(cronbachAlpha(holes)).toEqual(cronbachAlpha(attitude));
  });

  it('is null where everyone says the same, or where items cancel', () => {
    const none = { alpha: null, low: null, high: null };
    const few = { leastAnswers: 2 };
    expect(
      cronbachAlpha(
        [
          [1, 2],
          [1, 2],
        ],
        few,
      ),
    ).toMatchObject(none);
    expect(
      cronbachAlpha(
        [
          [1, 4],
          [2, 3],
          [3, 2],
        ],
        few,
      ),
    ).toMatchObject(none);
  });

  it('narrows when more respondents answer the same, and does not mind their order', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    const rows = fc.array(row, { minLength: 3, maxLength: 20 });
    holds(
      fc.property(rows, fc.integer({ min: 2, max: 5 }), (all, times) => {
        const once = cronbachAlpha(all, { leastAnswers: 3 });
        const more = cronbachAlpha(Array(times).fill(all).flat(), { leastAnswers: 3 });
        const back = cronbachAlpha([...all].reverse(), { leastAnswers: 3 });
        expect(more.alpha === null).toBe(once.alpha === null);
        if (once.alpha === null || more.alpha === null) return;
        expect(back.alpha).toBeCloseTo(once.alpha, 10);
        expect(more.alpha).toBeCloseTo(once.alpha, 10);
        const width = ({ low, high }: typeof once) => Number(high) - Number(low);
        expect(width(more)).toBeLessThan(width(once));
      }),
    );
  });

  it('neither a shift nor a stretch of all items changes it', () => {
    holds(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), (by, times) => {
        const moved = attitude.map((row) => row.map((x) => by + times * x));
        expect(cronbachAlpha(moved).alpha).toBeCloseTo(0.8431427695647598, 10);
      }),
    );
  });

  it.each([
    [[[1, 2], [1]], 'length-mismatch', 'answers[1]'],
    [
      [
        [1, 2],
        [1, 2, 3],
      ],
      'length-mismatch',
      'answers[1]',
    ],
    [[[1, 2], { 0: 1, 1: 2, length: 2 }], 'wrong-type', 'answers[1]'],
    [[[1], [2]], 'length-mismatch', 'answers[0]'],
    [
      [
        [1, 2],
        [1, Number.NaN],
      ],
      'out-of-range',
      'answers[1][1]',
    ],
    [
      [
        [1, 2],
        [1, '2'],
      ],
      'wrong-type',
      'answers[1][1]',
    ],
    [[[1, 2], 'b'], 'wrong-type', 'answers[1]'],
    ['no', 'wrong-type', 'answers'],
    [[], 'not-enough-data', 'answers'],
    [[[1, null]], 'not-enough-data', 'answers'],
  ])('refuses %j', (answers, code, path) => {
    const call = () => cronbachAlpha(answers as number[][]);
    expect(refusal(call)).toMatchObject({ function: 'cronbachAlpha', code, path });
  });

  it('refuses a row that cannot be read, and leaves none out for it', () => {
    const broken = Object.defineProperty([1, 2], 1, {
      get: () => {
        throw new Error('gone');
      },
    });
    expect(
      refusal(() => cronbachAlpha([...attitude.map((row) => row.slice(5)), broken])),
    ).toMatchObject({ code: 'wrong-type', path: 'answers[30]' });
  });
});
