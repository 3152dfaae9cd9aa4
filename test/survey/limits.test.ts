import {
  adjustedWaldInterval,
  cronbachAlpha,
  expectationScorecard,
  importancePerformance,
  kanoCoefficients,
  meanDifference,
  needProfile,
  netPromoterDifference,
  scoreServqual,
  shareDifference,
  waldInterval,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

/** What is refused, as code and place; null where nothing is. */
function refused(call: () => unknown): string | null {
  let found: string | null = null;
  try {
    call();
  } catch {
    const { code, path } = refusal(call);
    found = `${code} ${path}`;
  }
  return found;
}

describe('of two shares', () => {
  const other = { count: 1, n: 2 };
  it.each<[object, string | null]>([
    [{ count: 0, n: 1 }, null],
    [{ count: 3, n: 3 }, null],
    [{ count: 1, n: 1e15 }, null],
    [{ count: 1, n: 1.1e15 }, 'out-of-range first.n'],
    [{ kept: 0, due: 1 }, null],
    [{ kept: 3, due: 3 }, null],
    [{ kept: 4, due: 3 }, 'out-of-range first.kept'],
    [{ kept: -1, due: 3 }, 'out-of-range first.kept'],
    [{ kept: 0.5, due: 3 }, 'wrong-type first.kept'],
    [{ kept: 0, due: 0 }, 'out-of-range first.due'],
    [{ kept: 0, due: 1.1e15 }, 'out-of-range first.due'],
    [{ kept: 1 }, 'missing first.due'],
    [{ due: 1 }, 'missing first.kept'],
    [{ n: 1 }, 'missing first.count'],
    [{}, 'missing first.count'],
  ])('%j: %s', (first, wanted) => {
    expect(refused(() => shareDifference(first as typeof other, other))).toBe(wanted);
  });

  it('a count goes before what was kept, which counts as one', () => {
    const kept = { kept: 9, due: 10, rate: 0.9 };
    const count = shareDifference({ count: 9, n: 10 }, other);
    expect(shareDifference(kept, other)).toEqual(count);
    expect(shareDifference({ ...kept, count: 9, n: 10, kept: 2 }, other)).toEqual(count);
    expect(refusal(() => shareDifference({ kept: 4, due: 3 }, other)).expected).toBe(
      'a whole number from 0 to due',
    );
    expect(refusal(() => shareDifference({ count: 4, n: 3 }, other)).expected).toBe(
      'a whole number from 0 to 3: no more than there are',
    );
  });
});

describe('of two net promoter scores', () => {
  it.each<[number, number, string | null]>([
    [-1, 0, null],
    [1, 1, null],
    [-1.01, 0, 'out-of-range second.score'],
    [1.01, 0, 'out-of-range second.score'],
    [0, -0.01, 'out-of-range second.standardError'],
    [0, 1.01, 'out-of-range second.standardError'],
  ])('%d with a standard error of %d: %s', (score, standardError, wanted) => {
    const summary = { score, standardError } as Parameters<typeof netPromoterDifference>[0];
    const zero = { ...summary, score: 0, standardError: 0 };
    expect(refused(() => netPromoterDifference(zero, summary))).toBe(wanted);
  });

  it('an interval that ends at 0 does not leave it out', () => {
    const at = (score: number, standardError: number) =>
      ({ score, standardError }) as Parameters<typeof netPromoterDifference>[0];
    const still = netPromoterDifference(at(0.5, 0), at(0.5, 0));
    expect(still).toEqual({ difference: 0, low: 0, high: 0, moreThanChance: false });
    expect(netPromoterDifference(at(0.5, 0), at(0.4, 0)).moreThanChance).toBe(true);
    expect(netPromoterDifference(at(0.4, 0), at(0.5, 0)).moreThanChance).toBe(true);
  });
});

describe('of two means', () => {
  const other = { n: 9, mean: 0, sd: 1 };
  it.each<[object, string | null]>([
    [{ n: 2, mean: -1e100, sd: 0 }, null],
    [{ n: 1e15, mean: 1e100, sd: 1e100 }, null],
    [{ n: 0, mean: null, sd: null }, 'not-enough-data first.n'],
    [{ n: -1, mean: 0, sd: 1 }, 'out-of-range first.n'],
    [{ n: 1.1e15, mean: 0, sd: 1 }, 'out-of-range first.n'],
    [{ n: 2, mean: -1.1e100, sd: 0 }, 'out-of-range first.mean'],
    [{ n: 2, mean: 1.1e100, sd: 0 }, 'out-of-range first.mean'],
    [{ n: 2, mean: 0, sd: -0.1 }, 'out-of-range first.sd'],
    [{ n: 2, mean: 0, sd: 1.1e100 }, 'out-of-range first.sd'],
    [{ n: 2, mean: 0, sd: null }, 'wrong-type first.sd'],
  ])('%j: %s', (first, wanted) => {
    expect(refused(() => meanDifference(first as typeof other, other))).toBe(wanted);
  });
});

describe('an interval of counts', () => {
  it.each<[number, number, number, number, string | null]>([
    [3, 0, 3, 0.95, null],
    [0, 3, 3, 0.95, null],
    [1, 2, 3, 0.95, null],
    [0, 0, 1e15, 0.95, null],
    [0, 0, 0, 0.95, 'out-of-range n'],
    [0, 0, 1.1e15, 0.95, 'out-of-range n'],
    [4, 0, 3, 0.95, 'out-of-range promoters'],
    [-1, 0, 3, 0.95, 'out-of-range promoters'],
    [2, 2, 3, 0.95, 'out-of-range detractors'],
    [2, -1, 3, 0.95, 'out-of-range detractors'],
    [1, 1, 3, 0, 'out-of-range confidence'],
    [1, 1, 3, 1, 'out-of-range confidence'],
  ])('%d promoters and %d detractors of %d, %d: %s', (promoters, detractors, n, sure, wanted) => {
    for (const interval of [waldInterval, adjustedWaldInterval])
      expect(refused(() => interval(promoters, detractors, n, sure))).toBe(wanted);
  });

  it('wants numbers', () => {
    const [text, counts] = ['0.5' as unknown as number, [1, 1, 3, 0.9] as const];
    for (const [i, path] of ['promoters', 'detractors', 'n', 'confidence'].entries()) {
      const given = counts.map((count, k) => (i === k ? text : count));
      const call = () => waldInterval(...(given as [number, number, number, number]));
      expect(refused(call)).toBe(`wrong-type ${path}`);
    }
  });
});

it('numbers of items reach from -1e100 to 1e100', () => {
  const few = { leastAnswers: 2 };
  const rows = (x: number) => [
    [0, 0],
    [x, x],
  ];
  for (const x of [1e100, -1e100]) expect(cronbachAlpha(rows(x), few).alpha).toBeCloseTo(1, 12);
  for (const x of [1.1e100, -1.1e100])
    expect(refused(() => cronbachAlpha(rows(x), few))).toBe('out-of-range answers[1][0]');
});

it('counts of a Kano category reach from 0 to 1e15', () => {
  expect(kanoCoefficients({ 'must-be': 1e15, attractive: 0 }).worse.share).toBe(-1);
  for (const count of [-1, 1.1e15])
    expect(refused(() => kanoCoefficients({ reverse: count }))).toBe('out-of-range counts.reverse');
});

it('a condition may leave a single answer, and not none', () => {
  const scale = { min: 1, max: 5 };
  const need = (onlyIf: object, continuous = false) => ({
    id: 'own',
    items: [
      { kind: 'scale', id: 'a', text: '', scale, continuous, dimension: 'silence' } as const,
      { kind: 'text', id: 'b', text: '', onlyIf: { item: 'a', ...onlyIf } } as const,
    ],
  });
  const found = (onlyIf: object, continuous = false) =>
    refused(() => needProfile(need(onlyIf, continuous), { a: 3 }));
  const none = 'out-of-range instrument.items[1].onlyIf';
  expect(found({ atLeast: 5 })).toBeNull();
  expect(found({ atLeast: 5.1 })).toBe(none);
  expect(found({ atMost: 1 })).toBeNull();
  expect(found({ atMost: 0.9 })).toBe(none);
  expect(found({ atLeast: 3, atMost: 3 })).toBeNull();
  expect(found({ atLeast: 3.2, atMost: 3.8 })).toBe(none);
  expect(found({ atLeast: 3.2, atMost: 3.8 }, true)).toBeNull();
  expect(found({ atLeast: 3.8, atMost: 3.2 }, true)).toBe(none);
  expect(found({})).toBeNull();
});

it('an interval that ends on a line does not reach over it', () => {
  const exact = { mean: 60, low: 60, high: 60 };
  const certain = (low: number, high: number, mean: number) =>
    importancePerformance([{ id: 'a', importance: exact, performance: { mean, low, high } }], {
      importance: 50,
      performance: 50,
    }).items[0]?.certain;
  expect(certain(50, 60, 55)).toBe(true);
  expect(certain(40, 49, 45)).toBe(true);
  expect(certain(40, 50, 45)).toBe(false);
});

it('levels of evidence reach from 0 to 100', () => {
  const card = (level: number) =>
    expectationScorecard([{ expectation: 'trust', level, respondent: 'a', source: 'a call' }]);
  for (const level of [0, 100]) expect(card(level)[0]?.rows[7]?.n).toBe(1);
  for (const level of [-0.1, 100.1, Number.NaN])
    expect(refused(() => card(level))).toBe('out-of-range evidence[0].level');
});

it('weights of dimensions have a finite sum above 0', () => {
  const items = ['a', 'b'].map((id) => ({ id, dimension: id, text: '' }));
  const asked = { id: 'two', scale: { min: 1, max: 5 }, items };
  const sides = { 'expected.a': 5, 'perceived.a': 4, 'expected.b': 5, 'perceived.b': 1 };
  const responses = ['p', 'q'].map((respondent) => ({ respondent, answers: sides }));
  const overall = (a: number, b: number) =>
    scoreServqual(asked, responses, { leastAnswers: 2, weights: { a, b } }).overall.mean;
  expect(overall(0, 3)).toBe(-100);
  expect(overall(1e308, 0)).toBe(-25);
  expect(refused(() => overall(1e308, 1e308))).toBe('out-of-range options.weights');
});
