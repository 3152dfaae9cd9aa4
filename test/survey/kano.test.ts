import fc from 'fast-check';
import {
  classifyKano,
  type KanoAnswer,
  type KanoCategory,
  kanoAnswers,
  kanoCategories,
  kanoCategory,
  kanoCoefficients,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { from, numbersIn, repeated } from './given';

// MODELS.md section 3: functional by dysfunctional, both like, must-be, neutral, live-with, dislike.
const cells = ['Q A A A O', 'R I I I M', 'R I I I M', 'R I I I M', 'R R R R Q'].flatMap((line, f) =>
  line.split(' ').map((letter, d) => [kanoAnswers[f], kanoAnswers[d], letter] as const),
);
const names: Readonly<Record<string, KanoCategory>> = {
  A: 'attractive',
  O: 'one-dimensional',
  M: 'must-be',
  I: 'indifferent',
  R: 'reverse',
  Q: 'questionable',
};

describe('the table', () => {
  it.each(cells)('%s, %s is %s', (functional, dysfunctional, letter) => {
    expect(kanoCategory(functional as KanoAnswer, dysfunctional as KanoAnswer)).toBe(names[letter]);
  });

  it('has 25 cells and refuses any other answer', () => {
    expect(cells).toHaveLength(25);
    expect(refusal(() => kanoCategory('like', 'love' as KanoAnswer))).toMatchObject({
      code: 'unknown-name',
      path: 'dysfunctional',
      expected: 'one of like, must-be, neutral, live-with, dislike',
    });
    expect(refusal(() => kanoCategory('' as KanoAnswer, 'like')).path).toBe('functional');
  });
});

describe('better and worse', () => {
  const golden = { attractive: 7, 'one-dimensional': 32.3, 'must-be': 49.3, indifferent: 9.5 };

  // MODELS.md section 3.
  it('reproduce the golden values', () => {
    const { better, worse } = kanoCoefficients(golden);
    expect(better.share).toBeCloseTo(0.401, 3);
    expect(worse.share).toBeCloseTo(-0.832, 3);
  });

  // Wilson's interval of 40 of 100: scipy.stats.binomtest(40, 100).proportion_ci(method='wilson')
  it('have the intervals of Wilson, worse on the negative side', () => {
    const half = { attractive: 20, 'one-dimensional': 20, 'must-be': 20, indifferent: 40 };
    const { better, worse } = kanoCoefficients({ ...half, reverse: 7, questionable: 3 });
    expect(better.share).toBe(0.4);
    expect(better.low).toBeCloseTo(0.3094, 4);
    expect(better.high).toBeCloseTo(0.498, 4);
    expect(worse).toEqual({
      share: -0.4,
      low: -(better.high as number),
      high: -(better.low as number),
    });
    const narrow = kanoCoefficients(half, { confidence: 0.5 }).better;
    expect(narrow.high).toBeLessThan(better.high as number);
  });

  it('are null where nobody gives one of the four', () => {
    const none = { share: null, low: null, high: null };
    expect(kanoCoefficients({ reverse: 3 })).toEqual({ better: none, worse: none });
    expect(kanoCoefficients({ indifferent: 3 }).worse.share).toBe(0);
  });

  it('refuse what is no count', () => {
    const wrong = { attractive: -1 };
    expect(refusal(() => kanoCoefficients(wrong))).toMatchObject({
      code: 'out-of-range',
      path: 'counts.attractive',
    });
    expect(() => kanoCoefficients({ nice: 1 } as object)).toThrow('kanoCoefficients');
  });
});

const features = [{ id: 'f', functional: 'With?', dysfunctional: 'Without?' }];
type Pair = readonly [KanoAnswer | null, KanoAnswer | null];
const asked = (pairs: readonly Pair[]) =>
  from(pairs.map(([f, d]) => ({ 'f.functional': f, 'f.dysfunctional': d })));
const must: Pair = ['must-be', 'dislike'];
const attract: Pair = ['like', 'neutral'];
const of = (musts: number, attracts: number) =>
  asked([...Array<Pair>(musts).fill(must), ...Array<Pair>(attracts).fill(attract)]);
const first = (responses: ReturnType<typeof of>, options = {}) =>
  classifyKano(features, responses, options).features[0];

describe('a feature', () => {
  // scipy.stats.binomtest(first, first + second).pvalue
  it.each([
    [17, 3, 0.0025768280029296875, 'must-be'],
    [60, 40, 0.05688793364098089, 'undetermined'],
    [3, 17, 0.0025768280029296875, 'attractive'],
    [10, 10, 1, 'undetermined'],
  ])('with %d must-be and %d attractive has p %d: %s', (musts, attracts, p, category) => {
    const result = first(of(musts, attracts));
    expect(result?.pValue).toBeCloseTo(p, 12);
    expect(result?.category).toBe(category);
    expect(result?.leading).toBe(
      musts === attracts ? null : musts > attracts ? 'must-be' : 'attractive',
    );
  });

  it('is determined by the confidence asked for', () => {
    expect(first(of(60, 40), { confidence: 0.9 })?.category).toBe('must-be');
    expect(first(of(17, 3), { confidence: 0.999 })?.category).toBe('undetermined');
  });

  it('is undetermined below the least number of answers, however clear', () => {
    const some = asked([...Array<Pair>(9).fill(must), ['like', null], [null, null]]);
    expect(first(some)).toMatchObject({
      n: 9,
      missing: 2,
      category: 'undetermined',
      leading: 'must-be',
    });
    expect(first(some, { leastAnswers: 9 })?.category).toBe('must-be');
  });

  it('that nobody answered has neither shares nor a place', () => {
    const none = { share: null, low: null, high: null };
    const silent = asked(Array<Pair>(10).fill([null, null]));
    const result = first(silent);
    expect(result).toMatchObject({ n: 0, missing: 10, pValue: 1, leading: null, better: none });
    expect(result?.shares.attractive).toEqual(none);
  });

  // Goodman (1965) with 6 categories: chi-square of 1 - .05 / 6, 6.9604; scipy.stats.chi2.ppf(1 - .05 / 6, 1).
  it('has the simultaneous intervals of Goodman', () => {
    const { shares, counts } = first(of(17, 3)) ?? {};
    const b = 6.960400535;
    const root = Math.sqrt(b * (b + (4 * 17 * 3) / 20));
    expect(shares?.['must-be'].low).toBeCloseTo((b + 34 - root) / (2 * (20 + b)), 6);
    expect(shares?.['must-be'].high).toBeCloseTo((b + 34 + root) / (2 * (20 + b)), 6);
    expect(shares?.reverse).toMatchObject({ share: 0, low: 0 });
    expect(counts).toMatchObject({ 'must-be': 17, attractive: 3, reverse: 0 });
  });
});

const kano = fc.constantFrom(...kanoAnswers);
const pairs = fc.array(fc.tuple(kano, kano), { minLength: 1, maxLength: 30 });
const few = { leastAnswers: 2 };

describe('over any answers', () => {
  it('counts add up, shares hold their intervals, and all is JSON', () => {
    holds(
      fc.property(
        pairs.filter((all) => all.length > 1),
        (all) => {
          const result = first(asked(all), few);
          if (!result) throw new Error('no feature');
          const sum = kanoCategories.reduce((total, name) => total + result.counts[name], 0);
          expect(sum).toBe(all.length);
          for (const { share, low, high } of [...Object.values(result.shares), result.better]) {
            if (share === null) continue;
            expect(low).toBeLessThanOrEqual(share + 1e-12);
            expect(high).toBeGreaterThanOrEqual(share - 1e-12);
          }
          expect(numbersIn(result).every(Number.isFinite)).toBe(true);
          expect(result.pValue).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('the order of respondents changes nothing; more of them never widen an interval', () => {
    holds(
      fc.property(
        pairs.filter((all) => all.length > 1),
        fc.integer({ min: 2, max: 5 }),
        (all, times) => {
          const once = first(asked(all), few);
          expect(first(asked([...all].reverse()), few)).toEqual(once);
          const more = first(repeated(asked(all), times), few);
          const widths = (result: typeof once) =>
            [...Object.values(result?.shares ?? {}), result?.better, result?.worse].map((share) =>
              share?.share == null ? 0 : (share.high as number) - (share.low as number),
            );
          const before = widths(once);
          widths(more).forEach((width, i) => {
            expect(width).toBeLessThanOrEqual((before[i] as number) + 1e-12);
          });
          expect(more?.pValue).toBeLessThanOrEqual((once?.pValue as number) + 1e-12);
        },
      ),
    );
  });
});

describe('refuses', () => {
  const answers = { 'f.functional': 'like', 'f.dysfunctional': 'like' } as const;
  it.each([
    [from([{ 'g.functional': 'like' }]), 'unknown-name', 'responses[0].answers.g.functional'],
    [from([{ 'f.functional': 'love' }]), 'unknown-name', 'responses[0].answers.f.functional'],
    [
      [
        { respondent: 'a', answers },
        { respondent: 'a', answers },
      ],
      'duplicate-id',
      'responses[1].respondent',
    ],
    [from([answers]), 'not-enough-data', 'responses'],
  ])('%#', (responses, code, path) => {
    expect(refusal(() => classifyKano(features, responses))).toMatchObject({ code, path });
  });

  it('no features, or one twice', () => {
    expect(refusal(() => classifyKano([], []))).toMatchObject({
      code: 'out-of-range',
      path: 'features',
    });
    expect(refusal(() => classifyKano([...features, ...features], []))).toMatchObject({
      code: 'duplicate-id',
      path: 'features[1].id',
    });
  });
});
