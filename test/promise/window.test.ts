import fc from 'fast-check';
import {
  capabilityFromCensored,
  capabilityFromSamples,
  planWindow,
  toMultipleOf,
} from 'overdeliver';
import { capabilityFromFamily, gamma, normal } from 'overdeliver/capability';
import { narrowest, type WindowOptions, type WindowShape } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const unit = 'minutes';
const of = (samples: readonly number[], better: 'lower' | 'higher' = 'lower') =>
  capabilityFromSamples(samples, { unit, better });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const normal45 = capabilityFromFamily(normal, { mean: 45, sd: 10 }, { unit });
const skewed = capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit });
const minutes = [
  41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44, 37, 50, 46, 43, 61,
];

describe('a window whose sides are said apart', () => {
  it('leaves out what is said on either side', () => {
    const plan = planWindow(normal45, { late: 0.03, early: 0.15 });
    // scipy.stats.norm.ppf([.15, .97], 45, 10)
    expect(plan.from).toBeCloseTo(34.6356661050621, 8);
    expect(plan.to).toBeCloseTo(63.80793608151251, 8);
    expect(plan.late).toBeCloseTo(0.03, 9);
    expect(plan.early).toBeCloseTo(0.15, 9);
    expect(plan.keepRate).toBeCloseTo(0.82, 12);
    expect(plan.why[0]).toEqual({ code: 'sides', detail: { late: 0.03, early: 0.15 } });
    expectSurvivesJson(plan);
  });

  // The greatest i with i / (n + 1) <= early, the least j with j / (n + 1) >= 1 - late.
  it.each([
    [99, 0.03, 0.15, 15, 97],
    [33, 0.03, 0.15, 5, 33],
    [24, 0.05, 0.2, 5, 24],
    [99, 0.55, 0.1, 10, 45],
  ])('of %d observations, late %d and early %d, runs from the %dth to the %dth', (...row) => {
    const [n, late, early, from, to] = row;
    const plan = planWindow(of(upTo(n)), { late, early });
    expect(plan).toMatchObject({ from, to });
    expect(plan.guarantee).toEqual({ kind: 'finite-sample', rank: to - from, n });
    expect(plan.early).toBeLessThanOrEqual(early + 1e-12);
    expect(plan.late).toBeLessThanOrEqual(late + 1e-12);
    const levels = planWindow(of(upTo(n), 'higher'), { late, early });
    expect([levels.from, levels.to]).toEqual([n + 1 - to, n + 1 - from]);
    expect([levels.late, levels.early]).toEqual([plan.late, plan.early]);
  });

  it('misses each side no more often than it says', () => {
    const uniform = uniforms(17);
    const [late, early, repeats] = [0.05, 0.2, 4000];
    const missed = { late: 0, early: 0 };
    for (let repeat = 0; repeat < repeats; repeat++) {
      const plan = planWindow(of(Array.from({ length: 19 }, () => uniform() ** 3)), {
        late,
        early,
      });
      const next = uniform() ** 3;
      if (next > plan.to) missed.late++;
      if (next < plan.from) missed.early++;
    }
    // 19 observations carry both exactly: 1 and 4 of 20 gaps.
    for (const [count, share] of [[missed.late, late] as const, [missed.early, early] as const]) {
      const error = Math.sqrt((share * (1 - share)) / repeats);
      expect(Math.abs(count / repeats - share)).toBeLessThan(4 * error);
    }
  });

  it('says how many it needs, or does its best', () => {
    const sides = { late: 0.03, early: 0.15 };
    const refused = refusal(() => planWindow(of(upTo(32)), sides));
    expect(refused).toMatchObject({ code: 'not-enough-data', path: 'capability' });
    expect(refused.message).toContain('33');
    expect(refused.message).toContain('late at most 3% and early at most 15%');
    expect(planWindow(of(upTo(32)), { ...sides, bestEffort: true })).toMatchObject({
      from: 1,
      to: 32,
      guarantee: { kind: 'none', reason: 'too-few', n: 32, needed: 33 },
    });
  });

  it('needs observations for the side that is missed least', () => {
    // 1 / (99 + 1), before and after.
    for (const sides of [
      { late: 0.1, early: 0.01 },
      { late: 0.01, early: 0.1 },
    ]) {
      const refused = refusal(() => planWindow(of(upTo(98)), sides));
      expect(refused.expected).toContain('at least 99');
      expect(planWindow(of(upTo(99)), sides).guarantee.kind).toBe('finite-sample');
    }
  });

  it('says how sure its chance is', () => {
    // Eighteen of twenty gaps lie within: P(Beta(18, 2) <= x) = 19 x ** 18 - 18 x ** 19.
    const { chance } = planWindow(of(upTo(19)), { keepRate: 0.9 });
    const below = (x: number | null) => 19 * Number(x) ** 18 - 18 * Number(x) ** 19;
    expect(chance.estimate).toBe(0.9);
    expect(below(chance.low)).toBeCloseTo(0.025, 3);
    expect(below(chance.high)).toBeCloseTo(0.975, 2);
  });

  it('says which end was rounded, and to what', () => {
    const { why, from, to } = planWindow(of(minutes), {
      late: 0.05,
      early: 0.2,
      round: toMultipleOf(10),
    });
    expect([from, to]).toEqual([40, 70]);
    const figures = { multipleOf: 10 };
    expect(why.slice(1, 2)).toEqual([
      { code: 'rounded', detail: { from: 61, to: 70, ...figures } },
    ]);
  });
});

describe('a shape', () => {
  it('leaves out so many gaps between observations, to the next', () => {
    // Half of 99 + 1 lie between the ends.
    const from = (gaps: number) =>
      planWindow(of(upTo(99)), { keepRate: 0.5, shape: ({ from, step }) => from + gaps * step });
    expect(from(30)).toMatchObject({ from: 31, to: 81 });
    expect(from(30.4)).toMatchObject({ from: 31, to: 81 });
    expect(from(48)).toMatchObject({ from: 49, to: 99 });
  });

  it('chooses among what it is given, in whatever order', () => {
    const any = { from: 0, to: 0.4, step: 0, width: () => 1 };
    const { width, ...steps } = { ...any, to: 0.3, step: 0.1 };
    expect(narrowest({ ...any, shares: [0.4, 0.1, 0.3, 0.2] })).toBe(0.2);
    // Of two that leave out as evenly the one that leaves out more on the better side.
    expect(narrowest({ ...any, shares: [0.1, 0.3] })).toBe(0.3);
    expect(narrowest({ ...any, shares: [0.1, 0.3], width: () => Infinity })).toBe(0.3);
    expect(narrowest({ ...any, shares: [0.3, 0.35] })).toBe(0.3);
    expect(narrowest({ ...any, shares: [0.3, 0.35], width: (share) => 1 - share })).toBe(0.35);
    expect(narrowest({ ...any, shares: [0.05, 0.1], width: (share) => share })).toBe(0.05);
    expect(narrowest({ ...steps, width: (share) => 1 - share })).toBeCloseTo(0.3, 12);
    expect(narrowest({ ...steps, width: (share) => share })).toBe(0);
    expect(narrowest({ ...steps, from: 0.1, width: (share) => 1 - share })).toBeCloseTo(0.3, 12);
  });
});

describe('the narrowest window', () => {
  it('is where the density is alike at both ends', () => {
    const { from, to, late, early, chance } = planWindow(skewed, {
      keepRate: 0.9,
      shape: narrowest,
    });
    // scipy: brentq of gamma.pdf(ppf(e)) - gamma.pdf(ppf(e + .9)), shape 5.0625, scale 80/9
    expect(from).toBeCloseTo(13.74389353839083, 6);
    expect(to).toBeCloseTo(75.03972470200983, 6);
    expect(early).toBeCloseTo(0.01917772884607836, 8);
    expect(late + early + chance.estimate).toBeCloseTo(1, 12);
  });

  it('begins at 0 where most falls there, and is the even one where both sides are alike', () => {
    const exponential = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit });
    const { from, to } = planWindow(exponential, { keepRate: 0.9, shape: narrowest });
    expect(from).toBe(0);
    expect(to).toBeCloseTo(45 * Math.log(10), 8);
    const even = planWindow(normal45, { keepRate: 0.9 });
    const narrow = planWindow(normal45, { keepRate: 0.9, shape: narrowest });
    expect([narrow.from, narrow.to]).toEqual([even.from, even.to]);
  });

  it('is the shortest with so many observations, and says what is certain of it', () => {
    const plan = planWindow(of(minutes), { keepRate: 0.8, shape: narrowest });
    // Of 24: from rank i to i + 20; the shortest of the four is from 36 to 52.
    expect([plan.from, plan.to]).toEqual([36, 52]);
    expect(plan.chance.estimate).toBe(20 / 25);
    // All of them hold ranks 4 to 21: 17 of 25 gaps. scipy.stats.beta.ppf(.025, 17, 8)
    expect(plan.guarantee).toEqual({ kind: 'chosen', atLeast: 17 / 25, n: 24 });
    expect(plan.chance.low).toBeCloseTo(0.4890521861421669, 3);
    expect(plan.why.map(({ code }) => code)).toContain('chosen-on-observations');
    expectSurvivesJson(plan);
    const levels = planWindow(
      of(
        minutes.map((x) => 100 - x),
        'higher',
      ),
      {
        keepRate: 0.8,
        shape: narrowest,
      },
    );
    expect([levels.from, levels.to]).toEqual([48, 64]);
  });

  it('is the most even one of equals', () => {
    // Seven windows are 9 wide: those from rank 2 to 8.
    const { from, to } = planWindow(of(minutes), { keepRate: 0.5, shape: narrowest });
    expect([from, to]).toEqual([41, 50]);
    // Where there is one window alone, nothing chose it.
    expect(planWindow(of(upTo(3)), { keepRate: 0.5, shape: narrowest })).toMatchObject({
      from: 1,
      to: 3,
      guarantee: { kind: 'finite-sample', rank: 2, n: 3 },
    });
  });

  it('claims nothing where such windows need have nothing in common', () => {
    const { guarantee, chance } = planWindow(of(upTo(99)), { keepRate: 0.4, shape: narrowest });
    expect(guarantee).toMatchObject({ kind: 'none', reason: 'chosen-on-observations', n: 99 });
    expect(chance.low).toBe(0);
  });

  it('holds the next one less often than it aims at, but as often as it guarantees', () => {
    const uniform = uniforms(23);
    let [held, least] = [0, 0];
    for (let repeat = 0; repeat < 4000; repeat++) {
      const plan = planWindow(of(Array.from({ length: 24 }, () => uniform() ** 3)), {
        keepRate: 0.8,
        shape: narrowest,
      });
      const next = uniform() ** 3;
      if (plan.from <= next && next <= plan.to) held++;
      if (plan.guarantee.kind === 'chosen') least = plan.guarantee.atLeast;
    }
    const error = Math.sqrt(0.16 / 4000);
    expect(held / 4000).toBeGreaterThan(least - 4 * error);
    expect(held / 4000).toBeLessThan(0.8 + 4 * error);
  });

  it('is never wider than the even one (holds)', () => {
    holds(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 9, maxLength: 60 }),
        fc.double({ min: 0.05, max: 0.8, noNaN: true }),
        (samples, keepRate) => {
          const even = planWindow(of(samples), { keepRate });
          const narrow = planWindow(of(samples), { keepRate, shape: narrowest });
          expect(narrow.to - narrow.from).toBeLessThanOrEqual((even.to - even.from) * (1 + 1e-11));
          expect(narrow.late + narrow.early + narrow.chance.estimate).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('is sought among the windows that are known', () => {
    const finished = minutes.map((x) => (x < 52 ? 1 : 0));
    const flight = capabilityFromCensored(minutes, { unit, finished });
    const { from, to } = planWindow(flight, { keepRate: 0.8, shape: narrowest });
    expect(to).toBeLessThanOrEqual(flight.quantile(flight.identified));
    expect(from).toBeGreaterThanOrEqual(36);
    expect(refusal(() => planWindow(flight, { keepRate: 0.9, shape: narrowest }))).toMatchObject({
      code: 'not-identified',
      path: 'capability',
    });
  });
});

describe('a shape of one’s own', () => {
  const earliest: WindowShape = ({ from }) => from;

  it('keeps the full guarantee where it does not look at widths', () => {
    const plan = planWindow(of(upTo(99)), { keepRate: 0.8, shape: earliest });
    expect(plan).toMatchObject({ from: 1, to: 81 });
    expect(plan.guarantee).toEqual({ kind: 'finite-sample', rank: 80, n: 99 });
    const exponential = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit });
    const from0 = planWindow(exponential, { keepRate: 0.8, shape: earliest });
    expect(from0.from).toBe(0);
    expect(from0.to).toBeCloseTo(45 * Math.log(5), 10);
  });

  it.each([[() => 0.5], [() => Number.NaN], [() => -0.1], [() => '0.1']])(
    'is refused where it chooses none of them (%o)',
    (shape) => {
      for (const capability of [of(upTo(99)), normal45]) {
        const options = { keepRate: 0.8, shape } as unknown as WindowOptions;
        expect(refusal(() => planWindow(capability, options))).toMatchObject({
          function: 'planWindow',
          path: 'options.shape',
        });
      }
    },
  );
});

describe('what a window is refused for', () => {
  it.each([
    [{}, 'missing', 'options.keepRate'],
    [{ late: 0.03 }, 'missing', 'options.early'],
    [{ early: 0.03 }, 'missing', 'options.late'],
    [{ late: 0, early: 0.1 }, 'out-of-range', 'options.late'],
    [{ late: 3, early: 15 }, 'out-of-range', 'options.late'],
    [{ late: 0.6, early: 0.4 }, 'out-of-range', 'options.early'],
    [{ late: 0.03, early: 0.15, keepRate: 0.9 }, 'ambiguous', 'options'],
    [{ late: 0.03, early: 0.15, shape: narrowest }, 'ambiguous', 'options'],
    [{ keepRate: 0.9, shape: 'narrowest' }, 'wrong-type', 'options.shape'],
    [{ keepRate: 0.9, total: 0.9 }, 'unknown-name', 'options.total'],
    [undefined, 'missing', 'options'],
  ])('%o', (options, code, path) => {
    const refused = refusal(() => planWindow(normal45, options as never));
    expect(refused).toMatchObject({ function: 'planWindow', code, path });
  });

  it.each([
    [undefined],
    [{ from: 0, to: 0.1, step: 0 }],
    [{ from: 2, to: 3, step: 0, width: Math.sqrt }],
  ])('as choices: %o', (choices) => {
    expect(refusal(() => narrowest(choices as never)).function).toBe('narrowest');
  });

  it.each([
    [{ from: 0.3, to: 0.1, step: 0.01 }, 'choices.to'],
    [{ from: 0, to: 0.1, step: 1e-300 }, 'choices.step'],
    [{ from: 0, to: 0.1, step: 1e-9 }, 'choices.step'],
  ])('choices among none, or without end: %o', (choices, path) => {
    const refused = refusal(() => narrowest({ ...choices, width: Math.sqrt }));
    expect(refused).toMatchObject({ code: 'out-of-range', path });
  });
});

it('says what share a window was to hold', () => {
  const capability = capabilityFromSamples(
    Array.from({ length: 99 }, (_, i) => i + 1),
    { unit: 'minutes' },
  );
  const { why } = planWindow(capability, { keepRate: 0.8 });
  expect(why).toEqual([{ code: 'window', detail: { keepRate: 0.8 } }]);
});
