import fc from 'fast-check';
import { type QualityItems, scoreServqual } from 'overdeliver';
import { qualityLevels, servqual, servqualInstrument } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { answer, from, numbersIn, repeated } from './given';

const two: QualityItems = {
  id: 'two',
  scale: { min: 1, max: 5 },
  items: [
    { id: 'a', dimension: 'x', text: '' },
    { id: 'b', dimension: 'x', text: '' },
    { id: 'c', dimension: 'y', text: '', reversed: true },
  ],
};
const row = ([ea, pa, eb, pb, ec, pc]: readonly (number | null)[]) => ({
  'expected.a': ea,
  'perceived.a': pa,
  'expected.b': eb,
  'perceived.b': pb,
  'expected.c': ec,
  'perceived.c': pc,
});
const score = (
  rows: readonly (readonly (number | null)[])[],
  options?: Parameters<typeof scoreServqual>[2],
) => scoreServqual(two, from(rows.map(row)), { leastAnswers: 2, ...options });

describe('the items', () => {
  it('are 22 in the five dimensions, each asked on both sides', () => {
    const counts = new Map<string, number>();
    for (const { dimension } of servqual.items) {
      counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
    }
    expect([...counts]).toEqual([
      ['tangibles', 4],
      ['reliability', 5],
      ['responsiveness', 4],
      ['assurance', 4],
      ['empathy', 5],
    ]);
    const ids = servqualInstrument().items.map(({ id }) => id);
    expect(ids).toEqual(
      ['expected', 'perceived'].flatMap((side) => servqual.items.map(({ id }) => `${side}.${id}`)),
    );
    expect(new Set(servqual.items.map(({ text }) => text)).size).toBe(22);
  });
});

// By hand, in levels (25 points to an answer; c is reversed):
//   respondent 1: a 100 -> 50, b 100 -> 75, c 0 -> 25;  x 100 -> 62.5 (-37.5), y +25, overall -6.25
//   respondent 2: a 75 -> 75, b 100 -> 50, c 50 -> 50;  x 87.5 -> 62.5 (-25), y 0, overall -12.5
//   respondent 3: a 100 -> 25, b none, c none;           x 100 -> 25 (-75), y none
const table = [
  [5, 3, 5, 4, 5, 4],
  [4, 4, 5, 3, 3, 3],
  [5, 2, 5, null, null, 2],
];

describe('the table worked out by hand', () => {
  const { items, dimensions, overall, respondents } = score(table);

  it('has the gaps of items, of those who answered both sides', () => {
    expect(respondents).toBe(3);
    expect(items.map(({ item, gap, missing }) => [item, gap.n, missing, gap.mean])).toEqual([
      ['a', 3, 0, -125 / 3],
      ['b', 2, 1, -37.5],
      ['c', 2, 1, 12.5],
    ]);
    expect(items[0]?.expected.mean).toBeCloseTo(275 / 3, 12);
    expect(items[0]?.perceived.mean).toBe(50);
  });

  it('has the gaps of dimensions', () => {
    const [x, y] = dimensions;
    expect(x?.gap.mean).toBeCloseTo(-137.5 / 3, 12);
    expect(x).toMatchObject({ dimension: 'x', items: ['a', 'b'], weight: 0.5, missing: 0 });
    expect(y).toMatchObject({ dimension: 'y', weight: 0.5, missing: 1, gap: { n: 2, mean: 12.5 } });
    // sd of -37.5, -25, -75 is 26.02082; t(.975, 2) = 4.302653
    const half = (4.302652729749462 * 26.020824993326677) / Math.sqrt(3);
    expect(x?.gap.low).toBe(-100);
    expect(x?.gap.high).toBeCloseTo(-137.5 / 3 + half, 10);
  });

  it('has the whole, of those counted in every dimension', () => {
    expect(overall).toMatchObject({ n: 2, missing: 1, mean: -9.375 });
    const [heavy, light] = [
      score(table, { weights: { x: 3, y: 1 } }),
      score(table, { weights: { x: 0.5, y: 0.5 } }),
    ];
    // -37.5 * .75 + 25 * .25 = -21.875 and -25 * .75 = -18.75
    expect(heavy.overall.mean).toBeCloseTo(-20.3125, 12);
    expect(heavy.dimensions.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
    expect(light).toEqual(score(table));
  });

  // Complete pairs: a 100 75, b 100 100: variances 312.5 and 0, of the sum 312.5, so expected is 2 (1 - 1) = 0;
  // gaps a -50 0, b -25 -50: 1250 and 312.5, of the sum (-75, -50) 312.5, so 2 (1 - 5) = -8.
  it('has the reliability of each side and of the gap', () => {
    const [x, y] = dimensions;
    expect(x?.reliability.expected).toMatchObject({ alpha: 0, n: 2, items: 2 });
    expect(x?.reliability.gap.alpha).toBeCloseTo(-8, 12);
    expect(y?.reliability.gap).toMatchObject({ alpha: null, items: 1 });
  });
});

const rows = fc.array(fc.tuple(answer, answer, answer, answer, answer, answer), {
  minLength: 2,
  maxLength: 10,
});

const answered = fc.integer({ min: 1, max: 5 });

describe('over any answers', () => {
  it('gaps are perceived less expected, from -100 to 100, and all is JSON', () => {
    holds(
      fc.property(rows, (all) => {
        const found = score(all);
        for (const { expected, perceived, gap } of [...found.items, ...found.dimensions]) {
          expect([expected.n, perceived.n]).toEqual([gap.n, gap.n]);
          if (gap.mean === null) continue;
          const difference = (perceived.mean as number) - (expected.mean as number);
          expect(gap.mean).toBeCloseTo(difference, 9);
          expect(gap.low).toBeGreaterThanOrEqual(-100);
          expect(gap.high).toBeLessThanOrEqual(100);
        }
        expect(numbersIn(found).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('the order of respondents changes nothing', () => {
    holds(
      fc.property(rows, (all) => {
        expect(score([...all].reverse())).toEqual(score(all));
      }),
    );
  });

  it('levels and gaps that are alike in all dimensions are so overall, to the last bit', () => {
    // 9 ninths of 100 would add up to 100.00000000000001, 11 elevenths of 50 to less than 50.
    const weight = fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 10, noNaN: true }));
    const weights = fc.array(weight, { minLength: 1, maxLength: 12 });
    holds(
      fc.property(weights, answered, answered, (given, expected, perceived) => {
        const names = given.map((_, d) => `d${d}`);
        const items = { ...two, items: names.map((id) => ({ id, dimension: id, text: '' })) };
        const sides = names.flatMap((id) => [
          [`expected.${id}`, expected],
          [`perceived.${id}`, perceived],
        ]);
        const responses = from([1, 2, 3].map(() => Object.fromEntries(sides)));
        const weights = Object.fromEntries(names.map((name, d) => [name, given[d] as number]));
        const [e, p] = [25 * (expected - 1), 25 * (perceived - 1)];
        const { overall } = qualityLevels(items, responses, { weights });
        expect(overall.expected).toEqual(Float64Array.of(e, e, e));
        expect(overall.perceived).toEqual(Float64Array.of(p, p, p));
        const found = scoreServqual(items, responses, { weights, leastAnswers: 3 }).overall;
        expect(found).toMatchObject({ mean: p - e, low: p - e, high: p - e });
      }),
    );
  });

  it('more respondents at equal proportions never widen an interval', () => {
    holds(
      fc.property(rows, fc.integer({ min: 2, max: 5 }), (all, times) => {
        const responses = from(all.map(row));
        const few = { leastAnswers: 2 };
        const widths = ({ items, dimensions, overall }: ReturnType<typeof score>) =>
          [...items, ...dimensions, { gap: overall }].map(({ gap: { low, high } }) =>
            low === null || high === null ? null : high - low,
          );
        const before = widths(scoreServqual(two, responses, few));
        widths(scoreServqual(two, repeated(responses, times), few)).forEach((width, i) => {
          const was = before[i] as number | null;
          if (width !== null && was !== null) expect(width).toBeLessThanOrEqual(was + 1e-9);
        });
      }),
    );
  });
});

it.each([
  [{ x: 1 }, 'missing', 'options.weights.y'],
  [{ x: 1, y: -1 }, 'out-of-range', 'options.weights.y'],
  [{ x: 0, y: 0 }, 'out-of-range', 'options.weights'],
  [{ x: 1, y: 1, z: 1 }, 'unknown-name', 'options.weights.z'],
])('refuses the weights %o', (weights, code, path) => {
  const call = () => score(table, { weights: weights as Record<string, number> });
  expect(refusal(call)).toMatchObject({ function: 'scoreServqual', code, path });
});

it.each([
  [{ ...two, items: [] }, 'out-of-range', 'items.items'],
  [{ ...two, items: [two.items[0], two.items[0]] }, 'duplicate-id', 'items.items[1].id'],
  [{ ...two, scale: { min: 1, max: 1 } }, 'out-of-range', 'items.scale'],
  [{ ...two, items: [{ id: 'a', text: '' }] }, 'missing', 'items.items[0].dimension'],
  [null, 'wrong-type', 'items'],
])('refuses the items %#', (items, code, path) => {
  const wrong = items as QualityItems;
  for (const call of [() => servqualInstrument(wrong), () => scoreServqual(wrong, [])]) {
    const { code: got, path: at } = refusal(call);
    expect([got, at === '' ? 'items' : at]).toEqual([code, path]);
  }
});
