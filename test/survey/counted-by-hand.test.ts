import {
  answerLevels,
  answersFromRows,
  answersSchema,
  byRole,
  classifyKano,
  cronbachAlpha,
  customerSatisfactionScore,
  type Instrument,
  importancePerformance,
  instrumentSchema,
  meanDifference,
  needProfile,
  netPromoterScore,
  scoreInstrument,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { deviationOf, effectOf } from '../../src/survey/index-model/effects';
import { refusal } from '../core/refusal';
import { from } from './given';

const scale = { min: 1, max: 5 };
const ask = (id: string, dimension: string, onlyIf?: { item: string; atMost: number }) =>
  ({ kind: 'scale', id, text: id, scale, dimension, ...(onlyIf && { onlyIf }) }) as const;
/** Two items are asked of the unhappy alone. */
const visit: Instrument = {
  id: 'visit',
  items: [
    ask('kind', 'staff'),
    ask('calm', 'staff', { item: 'kind', atMost: 2 }),
    ask('clear', 'staff', { item: 'kind', atMost: 2 }),
    ask('clean', 'place'),
    ask('quiet', 'place'),
  ],
};

describe('items that are not asked', () => {
  it('are neither missing nor asked of a share', () => {
    const answers = [{ kind: 5 }, { kind: 1, calm: 1 }, { kind: undefined, quiet: 3 }];
    const wanted = { leastAnswers: 2, answeredShare: 0.6 };
    const { items, dimensions } = scoreInstrument(visit, from(answers), wanted);
    expect(items.map(({ item, n, missing, notAsked }) => [item, n, missing, notAsked])).toEqual([
      ['kind', 2, 1, 0],
      ['calm', 1, 0, 2],
      ['clear', 0, 1, 2],
      ['clean', 0, 3, 0],
      ['quiet', 1, 2, 0],
    ]);
    // One of one counts, and two of three; one of two does not.
    expect(dimensions.map(({ dimension, n, missing }) => [dimension, n, missing])).toEqual([
      ['staff', 2, 1],
      ['place', 0, 3],
    ]);
  });

  it('are none that a need lacks', () => {
    const { needs } = needProfile(visit, { kind: 5, clean: 3 });
    expect(needs).toEqual([
      { need: 'staff', level: 100, n: 1, missing: 0 },
      { need: 'place', level: 50, n: 1, missing: 1 },
    ]);
  });
});

describe('a profile of three needs', () => {
  const needs: Instrument = {
    id: 'needs',
    items: [
      ...['a1', 'a2', 'b', 'c'].map((id) => ask(id, id.charAt(0))),
      { kind: 'scale', id: 'mostImportant', text: 'Which?', scale },
    ],
  };

  it('leads by what is least, and is as sure as its answers are many', () => {
    const found = needProfile(needs, { a1: 5, a2: 5, b: 4, c: 1, mostImportant: 3 });
    expect([found.dominant, found.lead, found.named]).toEqual(['a', 25, null]);
    // Leads of 25 and 100, of two answers over one each.
    const odds = [25, 100].map((lead) => Math.exp((-lead * Math.PI) / (15 * Math.sqrt(4.5))));
    expect(found.sureness).toBeCloseTo(1 / (1 + (odds[0] as number) + (odds[1] as number)), 12);
  });
});

describe('cells of a table', () => {
  const cells = (...all: unknown[]) =>
    answersFromRows(
      all.map((a) => ({ a })),
      'a',
    );

  it('are numbers however they are written', () => {
    expect(cells('3.25', '.25', '-.5', '+2', '7.', 1e-7, 1e21, ' 4 ')).toEqual([
      3.25, 0.25, -0.5, 2, 7, 1e-7, 1e21, 4,
    ]);
  });

  it.each(['3,5', '12,25', ',5', '-3,5'])('with a comma are told to have a point: %s', (text) => {
    expect(refusal(() => cells(text)).expected).toContain('with a point for its decimals');
  });

  it.each(['x3,5', '3,5x', '1,000,5x', 'a'])('are told so of nothing else: %s', (text) => {
    expect(refusal(() => cells(text)).expected).not.toContain('with a point');
  });

  it('lie on the scale, where they are there', () => {
    const on = (a: unknown) => answersFromRows([{ a }], 'a', { scale });
    expect([on(1), on('5'), on('')]).toEqual([[1], [5], [null]]);
    for (const off of [0, 0.5, '5.5', -1])
      expect(refusal(() => on(off))).toMatchObject({ code: 'out-of-range', path: 'rows[0].a' });
  });
});

describe('respondents', () => {
  it('of no role stand together, and what is none is told by its place', () => {
    const [first, second] = [{ role: null }, {}];
    expect(byRole([first, second])).toEqual([{ role: null, responses: [first, second] }]);
    expect(refusal(() => byRole([{}, null as never]))).toMatchObject({
      code: 'wrong-type',
      path: 'responses[1]',
      expected: 'a response',
    });
  });

  it.each([null, 3])('give answers by item, not %s', (answers) => {
    const call = () => scoreInstrument(visit, [{ respondent: 'a', answers: answers as never }]);
    expect(refusal(call)).toMatchObject({
      code: 'wrong-type',
      path: 'responses[0].answers',
      expected: 'answers by item',
    });
    expect(refusal(() => answerLevels(visit, answers as never)).path).toBe('answers');
  });

  it('who left out a question of a feature count for none of its categories', () => {
    const [functional, dysfunctional] = ['track.functional', 'track.dysfunctional'];
    const found = classifyKano(
      [{ id: 'track', functional: 'With?', dysfunctional: 'Without?' }],
      from([
        { [functional as string]: 'like', [dysfunctional as string]: 'dislike' },
        { [dysfunctional as string]: 'dislike' },
        { [functional as string]: 'like' },
      ]),
      { leastAnswers: 2 },
    );
    const [track] = found.features;
    expect([track?.n, track?.missing]).toEqual([1, 2]);
    const counts = Object.values(track?.counts ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('too few of whom answered every item leave their consistency open', () => {
    const answers = [1, 2, 3, 4].map((x) => ({ clean: x, quiet: x === 4 ? 3 : x }));
    const alpha = (leastAnswers: number) =>
      scoreInstrument(visit, from([...answers, { clean: 2 }]), { leastAnswers }).dimensions[1]
        ?.reliability.alpha;
    expect(alpha(5)).toBeNull();
    // Sums stray by 14.75, items by 5 and 2.75: 2 (1 - 7.75 / 14.75).
    expect(alpha(4)).toBeCloseTo(0.949153, 6);
  });
});

describe('rows of numbers', () => {
  it.each<[unknown, string, string]>([
    [[[1]], 'answers[0]', 'at least two items'],
    [[[1, 2], [1]], 'answers[1]', '2 items, as in the first row'],
    [[[1, 2], { length: 2 }], 'answers[1]', 'an array'],
    [
      [
        [null, 2],
        [null, '3'],
      ],
      'answers[1][1]',
      'a finite number from -1e100 to 1e100, or null',
    ],
  ])('%j', (rows, path, expected) => {
    const refused = refusal(() => cronbachAlpha(rows as never));
    expect([refused.path, refused.expected]).toEqual([path, expect.stringContaining(expected)]);
  });
});

describe('estimates', () => {
  it('that differ keep their width where they stray alike', () => {
    const { low, high, difference } = meanDifference(
      { n: 10, mean: 50, sd: 4 },
      { n: 10, mean: 53, sd: 4 },
    );
    expect(difference).toBe(3);
    // 2.1009 of Student's t at 18, times the root of 3.2.
    expect([low, high].map((x) => x.toFixed(3))).toEqual(['-0.758', '6.758']);
  });

  it('without a spread are refused by what they lack', () => {
    const whole = { n: 10, mean: 50, sd: 4 };
    const lacks = (part: object) => refusal(() => meanDifference({ ...whole, ...part }, whole));
    expect(lacks({ mean: null }).path).toBe('first.mean');
    expect(lacks({ sd: null }).path).toBe('first.sd');
    expect(lacks({ n: 1 })).toMatchObject({ path: 'first.n', code: 'not-enough-data' });
    expect(lacks({ n: 1 }).message).toContain('at least 2');
  });

  it('of importance have no quadrant without a mean, whatever their bounds', () => {
    const none = { mean: null, low: 10, high: 20 };
    const { items } = importancePerformance([
      { id: 'a', importance: none, performance: 60 },
      { id: 'b', importance: 50, performance: 40 },
    ]);
    expect(items[0]).toEqual({ id: 'a', quadrant: null, certain: null });
    expect(items[1]?.quadrant).toBe('concentrate-here');
  });

  it('have two finite bounds', () => {
    for (const bounds of [[0, Number.POSITIVE_INFINITY], [Number.NaN, 1], []])
      expect(
        refusal(() => netPromoterScore(Array(30).fill(9), { interval: () => bounds as never }))
          .path,
      ).toBe('options.interval()');
  });

  it('of answers below 0 and on a scale too wide to count along', () => {
    const found = customerSatisfactionScore(
      [-3, 5, -3, null],
      { min: -5, max: 5 },
      { leastAnswers: 2 },
    );
    expect([found.n, found.missing, found.satisfied]).toEqual([3, 1, 1]);
    const wide = { min: -1e17, max: 1e17 };
    const far = customerSatisfactionScore([-1e17, 1e17, 1e17], wide, { leastAnswers: 2 });
    expect([far.n, far.satisfied]).toEqual([3, 2]);
    expect(far.level.mean).toBeCloseTo(200 / 3, 9);
  });
});

describe('what resamples say of an effect', () => {
  it('is how far it strays, its sign and whether it leaves 0 out', () => {
    const draws = Float64Array.of(0.6, -0.1, 0.5, 0.4);
    // Squares of .25, .45, .15 and .05 from the mean of .35, over three.
    expect(deviationOf(draws)).toBeCloseTo(Math.sqrt(0.29 / 3), 12);
    const found = effectOf('a', 'b', 0.5, draws, 0.9);
    expect([found.sameSign, found.stable]).toEqual([0.75, false]);
    expect([...draws]).toEqual([0.6, -0.1, 0.5, 0.4]);
    const below = effectOf(
      'a',
      'b',
      -0.5,
      draws.map((x) => -x - 0.2),
      0.9,
    );
    expect([below.sameSign, below.stable]).toEqual([1, true]);
    expect(effectOf('a', 'b', 0, new Float64Array(4), 0.9).stable).toBe(false);
  });
});

describe('an instrument', () => {
  it('may ask by the end of a continuous scale, and not beyond', () => {
    const asked = (atLeast: number) =>
      instrumentSchema.safeParse({
        id: 'x',
        items: [
          { kind: 'scale', id: 'a', text: 'A?', scale, continuous: true },
          { kind: 'text', id: 'b', text: 'B?', onlyIf: { item: 'a', atLeast } },
        ],
      }).success;
    expect([asked(5), asked(5.1)]).toEqual([true, false]);
  });

  it('takes no text for a number between whole ones', () => {
    const item = { kind: 'scale', id: 'a', text: 'A?', scale, continuous: true } as const;
    const slider = { id: 'x', items: [item] };
    expect(answerLevels(slider, { a: 2.5 }).items).toEqual({ a: 37.5 });
    expect(refusal(() => answerLevels(slider, { a: '2.5' }))).toMatchObject({
      code: 'wrong-type',
      path: 'answers.a',
    });
  });

  it('tells of an answer by a code', () => {
    const { error } = answersSchema(visit).safeParse({ kind: 9 });
    expect(error?.issues[0]).toMatchObject({
      code: 'custom',
      path: ['kind'],
      params: { code: 'out-of-range' },
    });
  });
});
