import fc from 'fast-check';
import { netPromoterScore } from 'overdeliver';
import { adjustedWaldInterval, waldInterval } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const answers = (promoters: number, passives: number, detractors: number) => [
  ...Array<number>(promoters).fill(9),
  ...Array<number>(passives).fill(7),
  ...Array<number>(detractors).fill(6),
];
const rounded = (...numbers: readonly number[]) => numbers.map((x) => +x.toFixed(4));

// MODELS.md section 4: n = 100, 50 promoters, 20 detractors.
it('reproduces the golden score, standard error and Wald interval', () => {
  const found = netPromoterScore(answers(50, 30, 20), { interval: waldInterval });
  expect(found).toMatchObject({ n: 100, promoters: 50, passives: 30, detractors: 20, missing: 0 });
  expect(rounded(found.score, found.standardError, found.low, found.high)).toEqual([
    0.3, 0.0781, 0.1469, 0.4531,
  ]);
});

// (50.75 - 20.75) / 103 = .291262; sqrt((71.5 / 103 - .291262^2) / 103) = .076913; 1.959964 of it either way.
it('adds three answers for the interval unless told otherwise', () => {
  const { score, low, high } = netPromoterScore(answers(50, 30, 20));
  expect(rounded(score, low, high)).toEqual([0.3, 0.1405, 0.442]);
  expect([low, high]).toEqual(adjustedWaldInterval(50, 20, 100, 0.95));
});

it('keeps a width where all agree, and holds the score', () => {
  expect(waldInterval(10, 0, 10, 0.95)).toEqual([1, 1]);
  const { low, high } = netPromoterScore(Array(10).fill(10));
  expect(low).toBeLessThan(0.8);
  expect(high).toBe(1);
});

it.each([
  [0, 'detractors'],
  [6, 'detractors'],
  [7, 'passives'],
  [8, 'passives'],
  [9, 'promoters'],
  [10, 'promoters'],
])('counts %d among the %s', (answer, group) => {
  const all = [answer, answer, null];
  expect(netPromoterScore(all, { leastAnswers: 2 })).toMatchObject({
    n: 2,
    missing: 1,
    [group]: 2,
  });
});

it.each([
  [[11], 'out-of-range', 'answers[0]'],
  [[-1], 'out-of-range', 'answers[0]'],
  [[10, 9.5], 'out-of-range', 'answers[1]'],
  [[null, 11], 'out-of-range', 'answers[1]'],
  [[Symbol('nine')], 'wrong-type', 'answers[0]'],
  [['9'], 'wrong-type', 'answers[0]'],
  [[undefined], 'wrong-type', 'answers[0]'],
  [new Set([9]), 'wrong-type', 'answers'],
  [Array(9).fill(9), 'not-enough-data', 'answers'],
])('refuses %j', (wrong, code, path) => {
  const call = () => netPromoterScore(wrong as number[]);
  expect(refusal(call)).toMatchObject({ function: 'netPromoterScore', code, path });
});

it('warns of a shorter scale where nobody gives 0, or 0 and 1 are all', () => {
  const codes = (all: readonly number[]) =>
    netPromoterScore(all, { leastAnswers: 2 }).warnings.map(({ code }) => code);
  const often = (...pairs: readonly (readonly [answer: number, times: number])[]) =>
    pairs.flatMap(([answer, times]) => Array<number>(times).fill(answer));
  const [warning] = codes(often([1, 20], [5, 80]));
  expect(warning).toBeDefined();
  expect(codes(often([0, 20], [1, 80]))).toEqual([warning]);
  expect(codes(often([0, 80], [1, 20]))).toEqual([]);
  expect(codes(often([0, 20], [5, 80]))).toEqual([]);
});

describe('over any answers', () => {
  const any = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 60 });
  const few = { leastAnswers: 2 };

  it('score and interval lie within -1 and 1; order does not matter', () => {
    holds(
      fc.property(any, (all) => {
        const found = netPromoterScore(all, few);
        expect(found.promoters + found.passives + found.detractors).toBe(all.length);
        expect(found.low).toBeGreaterThanOrEqual(-1);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(netPromoterScore([...all].reverse(), few)).toEqual(found);
      }),
    );
  });

  it('more respondents at equal proportions never widen the interval', () => {
    holds(
      fc.property(any, fc.integer({ min: 2, max: 9 }), (all, times) => {
        for (const interval of [waldInterval, adjustedWaldInterval]) {
          const width = (some: readonly number[]) => {
            const { low, high } = netPromoterScore(some, { ...few, interval });
            return high - low;
          };
          const more = Array.from({ length: times }, () => all).flat();
          expect(width(more)).toBeLessThanOrEqual(width(all) + 1e-12);
        }
      }),
    );
  });
});
