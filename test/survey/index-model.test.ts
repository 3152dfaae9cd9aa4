import { NotEnoughDataError } from 'overdeliver/core';
import {
  europeanIndexPaths,
  fitIndexModel,
  type IndexFit,
  type IndexModel,
  type Instrument,
  indexModelSchema,
  indexScores,
  type ScaleItem,
  type SurveyResponse,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import {
  instrumentOf,
  names,
  trio,
  trioPaths,
  trioResponses,
  trioTruth,
  visit,
  visitPaths,
  visits,
} from './index-world';

const options = { ...names, paths: visitPaths, resamples: 100 };
const fit = fitIndexModel(visit, visits, options);
const pair = (first: number, second: number) => instrumentOf({ a: first, b: second }, true);
/** Answers of sixteen, whom four things part that have nothing to do with each other, -1 or 1 each. */
const crossed = (
  answer: (signs: readonly [number, number, number, number]) => Readonly<Record<string, number>>,
) =>
  Array.from({ length: 16 }, (_, i): SurveyResponse => {
    const sign = (bit: number) => (i & bit ? 1 : -1);
    const given = Object.entries(answer([sign(1), sign(2), sign(4), sign(8)]));
    const answers = Object.fromEntries(given.map(([item, x]) => [item, 50 + 10 * x]));
    return { respondent: `${i}`, answers };
  });
const tooFew = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (error instanceof NotEnoughDataError) return [error.needed, error.available];
    throw error;
  }
  throw new Error('there was enough');
};
const codes = ({ flags }: IndexFit) => flags.map(({ code }) => code);
const changed = (change: (answers: Record<string, number | null>, i: number) => void) =>
  visits.map(({ respondent, answers }, i): SurveyResponse => {
    const own = { ...answers } as Record<string, number | null>;
    change(own, i);
    return { respondent, answers: own };
  });

// Printed by bench/fit/path_model.py, a second computation, of the same answers.
describe('an index', () => {
  it.each([
    ['image', 'quality', 0.5984004],
    ['quality', 'value', 0.6870094],
    ['image', 'satisfaction', 0.2297112],
    ['quality', 'satisfaction', 0.6812083],
    ['value', 'satisfaction', 0.2088926],
  ])('has the path from %s to %s of a second computation', (from, to, effect) => {
    const path = fit.paths.find((one) => one.from === from && one.to === to);
    expect(path?.effect).toBeCloseTo(effect, 6);
    expect(path?.stable).toBe(true);
    expect(path?.sameSign).toBe(1);
    expect(path?.interval.low).toBeLessThan(effect);
    expect(path?.interval.high).toBeGreaterThan(effect);
  });

  it('has the weights, loadings and shares explained of it', () => {
    const r2 = Object.fromEntries(fit.constructs.map((one) => [one.construct, one.r2]));
    expect(r2.image).toBeNull();
    expect(r2.quality).toBeCloseTo(0.358083, 6);
    expect(r2.value).toBeCloseTo(0.4719819, 6);
    expect(r2.satisfaction).toBeCloseTo(0.9835059, 6);
    const [, quality] = fit.constructs;
    const found = quality?.items.map(({ item, weight, loading, share }) => [
      item,
      weight,
      loading,
      share,
    ]);
    const wanted = [
      ['q1', 0.3812284, 0.959761, 0.3580061],
      ['q2', 0.4108115, 0.9675177, 0.4461479],
      ['q3', 0.2673305, 0.8852134, 0.1958459],
    ];
    wanted.forEach(([item, ...figures], i) => {
      expect(found?.[i]?.[0]).toBe(item);
      figures.forEach((figure, k) => {
        expect(found?.[i]?.[k + 1]).toBeCloseTo(figure as number, 6);
      });
    });
  });

  it('adds up direct and indirect effects', () => {
    const total = (from: string, to: string) =>
      fit.effects.find((one) => one.from === from && one.to === to)?.effect;
    expect(total('quality', 'satisfaction')).toBeCloseTo(0.6812083 + 0.6870094 * 0.2088926, 6);
    expect(total('image', 'value')).toBeCloseTo(0.5984004 * 0.6870094, 6);
    expect(total('image', 'satisfaction')).toBeCloseTo(
      0.2297112 + 0.5984004 * (0.6812083 + 0.6870094 * 0.2088926),
      6,
    );
    expect(fit.effects).toHaveLength(6);
  });

  it('gives every respondent levels, by the shares of items', () => {
    const { answers } = visits[7] as SurveyResponse;
    const level = (item: string) => (100 * (Number(answers[item]) - 1)) / 9;
    const quality = 0.3580061 * level('q1') + 0.4461479 * level('q2') + 0.1958459 * level('q3');
    expect(fit.scores[7]?.levels.quality).toBeCloseTo(quality, 4);
    expect(fit.scores[7]?.levels.value).toBeCloseTo(level('v1'), 9);
    expect(indexScores(visit, visits, { model: JSON.parse(JSON.stringify(fit.model)) })).toEqual(
      fit.scores,
    );
  });

  it('gives levels by a model whose items weigh nothing, or more than rounding lets add up', () => {
    const { model } = fit;
    const levelBy = (first: number, second: number) => {
      const { i1, i2 } = model.constructs.image as NonNullable<IndexModel['constructs'][string]>;
      const image = { i1: { ...i1, value: first }, i2: { ...i2, value: second } };
      const constructs = { image } as unknown as IndexModel['constructs'];
      return indexScores(visit, visits, { model: { ...model, constructs } })[3]?.levels.image;
    };
    // Added up, .1 and .9 are 1 but for the eighth digit. The fourth gives i1 a 2 and i2 a 4, on a scale from 1 to 10.
    expect(visits[3]?.answers).toMatchObject({ i1: 2, i2: 4 });
    expect(levelBy(0, 1)).toBeCloseTo(100 / 3, 12);
    expect(levelBy(1, 0)).toBeCloseTo(100 / 9, 12);
    expect(levelBy(2 ** 30 + 0.1, 0.9 - 2 ** 30)).toBeNull();
  });

  it('is plain JSON, and the same for the same seed', () => {
    expectSurvivesJson(fit);
    expect(fitIndexModel(visit, visits, options)).toEqual(fit);
    expect(z.toJSONSchema(indexModelSchema, { io: 'input' })).toMatchObject({ type: 'object' });
    expect(indexModelSchema.parse(fit.model)).toEqual(fit.model);
  });

  it('has the same effects for another seed, whose errors differ', () => {
    const other = fitIndexModel(visit, visits, { ...options, seed: 2 });
    expect(other.paths[0]?.effect).toBe(fit.paths[0]?.effect);
    expect(other.paths[0]?.standardError).not.toBe(fit.paths[0]?.standardError);
  });

  it('of many who answer alike is found in a few steps, without a flag', () => {
    expect(fit.flags).toEqual([]);
    expect(fit.model.fit).toMatchObject({ n: 60, converged: true });
    expect(fit.iterations).toBeGreaterThan(1);
    expect(fit.iterations).toBeLessThan(100);
    expect(fit.model.paths[0]).toMatchObject({ range: [-1, 1], status: 'fitted' });
  });

  it('does not depend on the order of respondents, nor of paths', () => {
    const turned = fitIndexModel(visit, [...visits].reverse(), {
      ...options,
      paths: [...visitPaths].reverse(),
    });
    for (const { from, to, effect } of fit.paths) {
      const same = turned.paths.find((one) => one.from === from && one.to === to);
      expect(same?.effect).toBeCloseTo(effect, 9);
    }
  });

  it('turns with an item that is reversed', () => {
    const items = visit.items.map((item) =>
      item.kind === 'scale' && item.id === 'q3' ? { ...item, reversed: true } : item,
    );
    const turned = changed((answers) => {
      answers.q3 = 11 - Number(answers.q3);
    });
    const same = fitIndexModel({ ...visit, items }, turned, options);
    same.paths.forEach(({ effect }, i) => {
      expect(effect).toBeCloseTo(fit.paths[i]?.effect as number, 9);
    });
  });

  it('finds paths near those that are true', () => {
    const held = [1, 2, 3, 4].flatMap((seed) => {
      const { paths } = fitIndexModel(trio, trioResponses(seed, 300), {
        ...names,
        paths: trioPaths,
        resamples: 100,
      });
      return paths.map(({ effect, interval }, i) => {
        const real = trioTruth[i] as number;
        expect(Math.abs(effect - real)).toBeLessThan(0.2);
        return interval.low <= real && real <= interval.high;
      });
    });
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(9);
  });

  it('leads from image to loyalty in the European one', () => {
    expect(europeanIndexPaths).toHaveLength(12);
    expect(europeanIndexPaths[0]).toEqual(['image', 'expectation']);
    expect(Object.isFrozen(europeanIndexPaths[0])).toBe(true);
  });
});

describe('flags', () => {
  it('who did not answer every item, and has the levels that can be had', () => {
    const some = fitIndexModel(
      visit,
      changed((answers, i) => {
        if (i < 5) answers.v1 = null;
      }),
      options,
    );
    expect(some).toMatchObject({ respondents: 55, leftOut: 5 });
    expect(some.flags[0]).toEqual({ code: 'incomplete', detail: { respondents: 55, leftOut: 5 } });
    expect(some.scores[0]?.levels).toMatchObject({ value: null });
    expect(some.scores[0]?.levels.image).toBeTypeOf('number');
    expect(some.scores).toHaveLength(60);
  });

  it('an item that counts against its construct, which has no levels', () => {
    const turned = fitIndexModel(
      visit,
      changed((answers) => {
        answers.q3 = 11 - Number(answers.q3);
      }),
      options,
    );
    expect(turned.flags).toContainEqual({
      code: 'negative-weight',
      detail: { construct: 'quality', item: 'q3' },
    });
    expect(turned.scores[0]?.levels.quality).toBeNull();
    expect(turned.scores[0]?.levels.image).toBeTypeOf('number');
  });

  it('a construct whose items mostly go the other way keeps its direction', () => {
    const turned = fitIndexModel(
      visit,
      changed((answers) => {
        for (const item of ['q1', 'q2', 'q3']) answers[item] = 11 - Number(answers[item]);
      }),
      options,
    );
    expect(turned.paths[0]?.effect).toBeCloseTo(-0.5984004, 6);
    expect(codes(turned)).not.toContain('negative-weight');
  });

  // With u, v = -1 or 1 alike often, each weight is its item's correlation with v, up to the sign of all.
  it('the item against the others, in a construct that rises when all its items rise', () => {
    const responses = crossed(([u, v]) => ({ a1: (u - v) / 2, a2: 4 * v, b1: v }));
    const found = fitIndexModel(pair(2, 1), responses, { ...options, paths: [['a', 'b']] });
    // Correlations -1 / sqrt 2 and 1, by level -1 and .25: turned round, .5 (u - v) - v = .5 u - 1.5 v.
    expect(found.paths[0]?.effect).toBeCloseTo(-1.5 / Math.sqrt(2.5), 9);
    const items = found.constructs[0]?.items.map(({ loading, share }) => [loading, share]);
    expect(items).toEqual(
      [
        [2 / Math.sqrt(5), 4 / 3],
        [-1.5 / Math.sqrt(2.5), -1 / 3],
      ].map((pair) => pair.map((x) => expect.closeTo(x, 9))),
    );
    expect(found.flags.filter(({ code }) => code === 'negative-weight')).toEqual([
      { code: 'negative-weight', detail: { construct: 'a', item: 'a2' } },
    ]);
  });

  it('no item that counts for nothing', () => {
    const responses = crossed(([u, v]) => ({ a1: u, a2: v, b1: v }));
    const found = fitIndexModel(pair(2, 1), responses, { ...options, paths: [['a', 'b']] });
    expect(found.constructs[0]?.items.map(({ share }) => share)).toEqual([0, 1]);
    expect(codes(found)).not.toContain('negative-weight');
    expect(found.scores[0]?.levels.a).toBe(40);
  });

  it('no item where all count the same way, and levels go the way of the path', () => {
    // The third goes against the others, and best with what is explained.
    const responses = crossed(([u, v, s]) => ({
      a1: 3 * u + 0.2 * v,
      a2: 3 * u + 0.2 * v + s,
      a3: v - u,
      b1: v,
    }));
    const found = fitIndexModel(pair(3, 1), responses, { ...options, paths: [['a', 'b']] });
    expect(codes(found)).not.toContain('negative-weight');
    const covariance = found.scores.reduce(
      (sum, { levels }) => sum + Number(levels.a) * (Number(levels.b) - 50),
      0,
    );
    expect(Math.sign(found.paths[0]?.effect as number)).toBe(Math.sign(covariance));
    expect(covariance).toBeGreaterThan(0);
  });

  it('few respondents, and signs that may be chance', () => {
    const few = fitIndexModel(trio, trioResponses(3, 14), {
      ...names,
      paths: trioPaths,
      resamples: 100,
    });
    expect(few.flags).toContainEqual({
      code: 'few-respondents',
      detail: { respondents: 14, needed: 20 },
    });
    const unstable = few.paths.filter(({ stable }) => !stable);
    expect(unstable.length).toBeGreaterThan(0);
    expect(few.flags.filter(({ code }) => code === 'unstable-sign')).toEqual(
      unstable.map(({ from, to, sameSign }) => ({
        code: 'unstable-sign',
        detail: { from, to, sameSign },
      })),
    );
    const enough = fitIndexModel(trio, trioResponses(3, 20), {
      ...names,
      paths: trioPaths,
      resamples: 100,
    });
    expect(codes(enough)).not.toContain('few-respondents');
  });

  it('weights that do not settle', () => {
    // Two items go with two others, one each and nearly as well: a step turns the weights by a hundredth of what is left to go.
    const responses = crossed(([u, v, s, t]) => ({
      a1: u,
      a2: v,
      b1: u + 0.5 * s,
      b2: v + 0.51 * t,
    }));
    const slow = fitIndexModel(pair(2, 2), responses, { ...options, paths: [['a', 'b']] });
    expect(slow.flags.at(-1)).toEqual({ code: 'not-converged', detail: { iterations: 500 } });
    expect(slow).toMatchObject({ iterations: 500, model: { fit: { converged: false } } });
  });

  it('resamples in which an item is the same for all', () => {
    const rare = fitIndexModel(
      visit,
      changed((answers, i) => {
        answers.i2 = i === 3 ? 9 : 5;
      }),
      options,
    );
    const lost = rare.flags.find(({ code }) => code === 'lost-resamples');
    // Of 60 drawn, (59 / 60) ** 60 = .365 leave out the one who answers otherwise.
    expect(lost?.detail).toMatchObject({ of: 100 });
    expect(Math.abs(Number(lost?.detail.lost) - 36.5)).toBeLessThan(15);
  });
});

describe('refusals', () => {
  it.each<[object, string, string, string]>([
    [{ paths: [] }, 'out-of-range', 'options.paths', 'at least one path'],
    [
      { paths: [['image', 'price']] },
      'unknown-name',
      'options.paths[0][1]',
      'a dimension of visit: image, quality, value, satisfaction',
    ],
    [
      {
        paths: [
          ['image', 'value'],
          ['image', 'value'],
        ],
      },
      'duplicate-id',
      'options.paths[1]',
      'each path once',
    ],
    [
      {
        paths: [
          ['image', 'value'],
          ['value', 'quality'],
          ['quality', 'satisfaction'],
          ['satisfaction', 'value'],
        ],
      },
      'ambiguous',
      'options.paths',
      'as they do among quality, value, satisfaction',
    ],
    [{ paths: [['image', 'image']] }, 'ambiguous', 'options.paths', 'paths that lead in no circle'],
    [
      { paths: [['image']] },
      'out-of-range',
      'options.paths[0]',
      "a path as ['quality', 'satisfaction']",
    ],
    [
      { resamples: 10 },
      'out-of-range',
      'options.resamples',
      'a whole number of resamples from 100 to 5000',
    ],
    [{ seed: 0.5 }, 'wrong-type', 'options.seed', 'a whole number from 0'],
    [{ confidence: 1 }, 'out-of-range', 'options.confidence', 'a confidence'],
    [{ id: '' }, 'out-of-range', 'options.id', 'a name of its own'],
    [{ sample: 3 }, 'unknown-name', 'options.sample', 'paths'],
  ])('%j', (change, code, path, expected) => {
    const error = refusal(() => fitIndexModel(visit, visits, { ...options, ...change } as never));
    expect(error).toMatchObject({ code, path, function: 'fitIndexModel' });
    expect(error.expected).toContain(expected);
  });

  it('an item that all answer alike', () => {
    const alike = changed((answers) => {
      answers.s2 = 5;
    });
    expect(refusal(() => fitIndexModel(visit, alike, options))).toMatchObject({
      code: 'ambiguous',
      path: 'responses',
      expected: 'answers to s2 that differ, or an instrument without it',
    });
  });

  it('items of a construct that ask the other way and undo each other', () => {
    const turned = changed((answers) => {
      answers.i2 = 11 - (answers.i1 as number);
    });
    expect(refusal(() => fitIndexModel(visit, turned, options))).toMatchObject({
      code: 'ambiguous',
      path: 'instrument.items',
      value: 'i1, i2',
      expected:
        'items of image that ask the same way, since i1, i2 undo each other; mark as reversed what asks the other way',
    });
  });

  it('a construct that goes with none of its paths', () => {
    const apart = Array.from({ length: 16 }, (_, i): SurveyResponse => {
      const [image, satisfaction] = [1 + (i & 1), 1 + ((i >> 1) & 1)];
      const answers = { i1: image, i2: image, q1: 1, q2: 1, q3: 1, v1: 1 };
      return { respondent: `p${i}`, answers: { ...answers, s1: satisfaction, s2: satisfaction } };
    });
    const paths = [['image', 'satisfaction']] as const;
    expect(refusal(() => fitIndexModel(visit, apart, { ...options, paths }))).toMatchObject({
      code: 'ambiguous',
      path: 'options.paths',
      value: 'image',
      expected:
        'paths between constructs that go together, as image does with none of those it has a path with',
    });
  });

  it('items that undo each other though one is answered over half the range', () => {
    const responses = crossed(([u, v]) => ({ a1: 2 * u, a2: -u, b1: v }));
    const paths = [['a', 'b']] as const;
    expect(
      refusal(() => fitIndexModel(pair(2, 1), responses, { ...options, paths })),
    ).toMatchObject({ path: 'instrument.items', value: 'a1, a2' });
  });

  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'] as const;
  const single = instrumentOf({ a: 1, b: 1, c: 1, d: 1, e: 1 }, true);

  it('the construct that goes with none of its paths, where others do with theirs', () => {
    const responses = crossed(([u, v, s]) => ({ a1: u, b1: v, c1: s, d1: s + u, e1: 0 }));
    const paths = [
      [c, d],
      [b, a],
    ] as const;
    expect(refusal(() => fitIndexModel(single, responses, { ...options, paths }))).toMatchObject({
      path: 'options.paths',
      value: 'a',
    });
  });

  it('constructs of which two are the same, and not the one that goes with some of its paths alone', () => {
    const responses = crossed(([u, v, s, t]) => ({ a1: u, b1: u, c1: u + s, d1: v, e1: v + t }));
    const paths = [
      [a, c],
      [b, c],
      [c, d],
      [d, e],
    ] as const;
    const error = refusal(() => fitIndexModel(single, responses, { ...options, paths }));
    expect(error).toMatchObject({ code: 'ambiguous', path: 'options.paths', value: 'a, b' });
  });

  it('names that a model could not be read back with', () => {
    const items = visit.items.map((one) =>
      one.id === 'v1' ? { ...one, dimension: '__proto__' } : one,
    );
    const paths = [['image', '__proto__']] as const;
    const error = refusal(() => fitIndexModel({ ...visit, items }, visits, { ...options, paths }));
    expect(error).toMatchObject({ code: 'unknown-name', path: 'instrument.items' });
    // Nor may an item have it that a path's construct needs; another may.
    const named = (id: string, dimension: string): Instrument => ({
      id: 'odd',
      items: [...visit.items, { ...(visit.items[0] as ScaleItem), id, dimension }],
    });
    const call = (dimension: string) =>
      fitIndexModel(named('__proto__', dimension), visits, {
        ...options,
        paths: [['image', 'value']],
      });
    expect(refusal(() => call('image'))).toMatchObject({ path: 'instrument.items' });
    expect(call('weather').respondents).toBe(60);
  });

  it('a model without what a model holds', () => {
    const { model } = fit;
    const at = (change: object) =>
      refusal(() => indexScores(visit, visits, { model: { ...model, ...change } })).path;
    expect(at({ fit: {} })).toBe('options.model.fit.data');
    expect(at({ paths: [{}] })).toBe('options.model.paths[0].value');
  });

  it.each([5, 1e300, -5, 0.999])(
    'a model with a share of %d, with which they do not add up to 1',
    (value) => {
      const model = structuredClone(fit.model) as IndexModel;
      const { i1, i2 } = model.constructs.image as IndexModel['constructs'][string];
      const constructs = { ...model.constructs, image: { i1: { ...i1, value }, i2 } };
      const error = refusal(() =>
        indexScores(visit, visits, { model: { ...model, constructs } as IndexModel }),
      );
      expect(error).toMatchObject({ code: 'out-of-range', path: 'options.model.constructs.image' });
      expect(error.expected).toContain('shares of items that add up to 1');
    },
  );

  it('constructs that go together perfectly', () => {
    const same = changed((answers) => {
      for (const item of ['i1', 'i2', 'q1', 'q2', 'q3']) answers[item] = answers.i1 as number;
    });
    const error = refusal(() => fitIndexModel(visit, same, options));
    expect(error).toMatchObject({ code: 'ambiguous', path: 'options.paths' });
    expect(error.expected).toContain('of image, quality, value, some go together so closely');
  });

  it('too few respondents, or too few resamples in which answers differ', () => {
    const few = refusal(() => fitIndexModel(visit, visits.slice(0, 9), options));
    expect(few).toMatchObject({ code: 'not-enough-data', path: 'responses' });
    expect(few.message).toContain('9 who answered all of 8 items');
    expect(tooFew(() => fitIndexModel(visit, visits.slice(0, 9), options))).toEqual([10, 9]);
    expect(fitIndexModel(visit, visits.slice(0, 10), options).respondents).toBe(10);
    const rare = changed((answers, i) => {
      for (const [k, item] of ['i1', 'i2', 'q1', 'q2', 'q3', 'v1'].entries())
        answers[item] = i === k ? 9 : 5;
    });
    expect(refusal(() => fitIndexModel(visit, rare, options)).message).toContain(
      'resamples in which answers differ',
    );
  });

  it('fewer respondents than three more than lead into one construct', () => {
    const ids = Array.from('abcdefgh');
    const many = instrumentOf(Object.fromEntries([...ids, 'z'].map((id) => [id, 1])), true);
    const responses = visits.slice(0, 10).map(({ respondent }, i) => ({
      respondent,
      answers: Object.fromEntries([...ids, 'z'].map((id, k) => [`${id}1`, (i * i * (k + 3)) % 23])),
    }));
    const paths = ids.map((id) => [id, 'z'] as const);
    expect(tooFew(() => fitIndexModel(many, responses, { ...options, paths }))).toEqual([11, 10]);
  });

  it('scores by an instrument that lacks an item, or by what is no model', () => {
    const items = visit.items.filter(({ id }) => id !== 'q2');
    const { model } = fit;
    expect(refusal(() => indexScores({ ...visit, items }, [], { model }))).toMatchObject({
      code: 'missing',
      path: 'instrument.items',
      expected: 'an item q2 on a scale, as test/index has',
    });
    const quality = model.constructs.quality as NonNullable<IndexModel['constructs'][string]>;
    const heavier = { ...quality, q1: { ...quality.q1, value: 0.9 } } as typeof quality;
    const constructs = { ...model.constructs, quality: heavier };
    const uneven = refusal(() => indexScores(visit, visits, { model: { ...model, constructs } }));
    expect(uneven).toMatchObject({
      code: 'out-of-range',
      path: 'options.model.constructs.quality',
      expected: 'shares of items that add up to 1',
    });
    expect(refusal(() => indexScores(visit, [], { model: {} as IndexModel }))).toMatchObject({
      path: 'options.model.version',
    });
    expect(refusal(() => indexScores(visit, [], {} as never))).toMatchObject({
      code: 'missing',
      path: 'options.model',
    });
  });
});
