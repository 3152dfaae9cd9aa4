import {
  explainSatisfaction,
  fitSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import {
  imageSatisfaction,
  recalibrateSatisfaction,
  valueSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { levelColumns, names } from './fit/given';

const late = { promised: 10, actual: 12, unit: 'days' } as const;
const plain = () => JSON.parse(JSON.stringify(marketplaceSatisfaction)) as SatisfactionModel;
const refused = (model: object) =>
  refusal(() => predictSatisfaction(late, { model: model as SatisfactionModel }));

describe('the models of the survey with more than levels', () => {
  it.each([
    [valueSatisfaction, ['value']],
    [imageSatisfaction, ['value', 'image']],
  ] as const)('know their covariates: %#', ({ covariates, domain, typical }, known) => {
    // The middle 99% and the medians of mobi, to a tenth.
    const domains = { value: [0, 100], image: [37.8, 100] } as const;
    const medians = { value: 66.7, image: 73.3 };
    const byName = <Of>(of: (name: 'value' | 'image') => Of) =>
      Object.fromEntries(known.map((name) => [`covariates.${name}`, of(name)]));
    expect(covariates).toEqual(Object.fromEntries(known.map((name) => [name, 'identity'])));
    expect(domain).toEqual({
      expected: [33.3, 100],
      perceived: [32.5, 100],
      ...byName((name) => domains[name]),
    });
    expect(typical).toEqual({
      expected: 72.2,
      perceived: 74.6,
      ...byName((name) => medians[name]),
    });
  });

  it('predict by hand', () => {
    // logistic(threshold - .096203558 * 75 - .02273409 * 80), 9 times: 1 to 10 on 0 to 100.
    const cuts = [
      1.6516032, 2.4088177, 3.0913296, 4.2224518, 5.7971939, 6.8044748, 8.4214917, 10.390071,
      11.255575,
    ];
    const u = 0.096203558 * 75 + 0.02273409 * 80;
    const above = cuts.map((cut) => 1 / (1 + Math.exp(cut - u)));
    const level = { expected: 70, perceived: 75 };
    const experience = { dimensions: { level }, covariates: { value: 80 } };
    expect(predictSatisfaction(experience, { model: valueSatisfaction }).score).toBeCloseTo(
      (100 * above.reduce((sum, share) => sum + share, 0)) / 9,
      9,
    );
  });
});

describe('a model of which a customer is typical', () => {
  it('knows none where it lacks one of the numbers', () => {
    const number = {
      value: 1,
      unit: '',
      range: [-9, 9],
      status: 'assumed',
      source: 'test',
    } as const;
    const model: SatisfactionModel = {
      ...marketplaceSatisfaction,
      id: 'ours/items',
      covariates: { items: 'identity' },
      parameters: { ...marketplaceSatisfaction.parameters, 'covariates.items': number },
    };
    const order = { dimensions: { time: late }, covariates: { items: 2 } };
    const wrong = refusal(() => explainSatisfaction(order, { model, reference: 'typical' }));
    expect(wrong).toMatchObject({ code: 'unknown-name', path: 'options.reference' });
    const typical = { promised: 24.3 };
    expect(
      refusal(() =>
        explainSatisfaction(late, {
          model: { ...marketplaceSatisfaction, typical },
          reference: 'typical',
        }),
      ).code,
    ).toBe('unknown-name');
  });
});

describe('a model’s numbers', () => {
  it('may lie at either end of their range, and no further', () => {
    const own = marketplaceSatisfaction.parameters['time.gain'];
    const at = (value: number) => ({
      ...marketplaceSatisfaction,
      parameters: {
        ...marketplaceSatisfaction.parameters,
        'time.gain': { ...own, range: [0.1, 0.2], value },
      },
    });
    for (const value of [0.1, 0.2])
      expect(predictSatisfaction(late, { model: at(value) as never }).score).toBeGreaterThan(0);
    for (const value of [0.0999, 0.2001])
      expect(refused(at(value)).path).toBe('options.model.parameters.time.gain');
  });

  it('know a reference of levels, and of nothing else', () => {
    const reference = {
      ...marketplaceSatisfaction.parameters['time.gain'],
      range: [0, 9],
      value: 2,
    };
    const parameters = { ...marketplaceSatisfaction.parameters, 'time.reference': reference };
    expect(refused({ ...marketplaceSatisfaction, parameters })).toMatchObject({
      code: 'unknown-name',
      path: 'options.model.parameters.time.reference',
    });
  });
});

describe('a model’s answers', () => {
  const asked = (min: number, max: number) => refused({ ...plain(), answers: { min, max } });

  it('are a thousand at most, wherever they begin', () => {
    const many = 'whole numbers, the least below the greatest, at most 1000 of them';
    expect(asked(0, 1000)).toMatchObject({ path: 'options.model.answers', expected: many });
    expect(asked(-500, 500)).toMatchObject({ path: 'options.model.answers', expected: many });
    // Then thresholds are lacking.
    expect(asked(1, 1000)).toMatchObject({ code: 'missing' });
    expect(asked(-500, 499)).toMatchObject({ code: 'missing' });
  });

  it('are pooled only where they are of the scale', () => {
    expect(refused({ ...plain(), pooled: [6] })).toMatchObject({
      code: 'out-of-range',
      path: 'options.model.pooled[0]',
      expected: 'an answer, a whole number from 1 to 5',
    });
    const { 'threshold.4': _, ...parameters } = plain().parameters;
    const model = { ...plain(), pooled: [5], parameters };
    expect(predictSatisfaction(late, { model }).answers[4]).toBe(0);
  });
});

describe('what a model holds beside', () => {
  it('comes along to another setting as it is', () => {
    const when = new Date(0);
    const mine = { nothing: null, none: undefined, tags: [], words: ['a'], when };
    const actual = Float64Array.from({ length: 60 }, (_, i) => 6 + (i % 9));
    const columns = { promised: new Float64Array(60).fill(10), actual, unit: 'days' } as const;
    const stars = Array.from(actual, (_, i) => 1 + ((i * 7) % 5));
    const given = { ...plain(), mine } as SatisfactionModel;
    const { model } = recalibrateSatisfaction(columns, stars, { ...names, model: given });
    const moved = (model as unknown as { readonly mine: typeof mine }).mine;
    expect(moved).toEqual(mine);
    expect(moved.when).toBe(when);
    expect([Object.isFrozen(moved.tags), Object.isFrozen(mine.tags)]).toEqual([true, false]);
  });

  it('may be without a prototype', () => {
    const bare = Object.assign(Object.create(null), plain()) as SatisfactionModel;
    expect(predictSatisfaction(late, { model: bare })).toEqual(predictSatisfaction(late));
  });
});

describe('what is said of a model', () => {
  it('is not that nothing was fitted, where one number was', () => {
    const parameters = Object.fromEntries(
      Object.entries(marketplaceSatisfaction.parameters).map(([name, one]) => [
        name,
        { ...one, status: name === 'time.gain' ? 'fitted' : 'assumed' } as const,
      ]),
    );
    const { fit: _, ...model } = { ...marketplaceSatisfaction, id: 'ours/one', parameters };
    expect(predictSatisfaction(late, { model }).warnings).toEqual([]);
  });

  it('is which of its numbers have no end', () => {
    // Nobody with a level below what was expected gave a 2.
    const answers = levelColumns.perceived.map((level, row) =>
      level < (levelColumns.expected[row] as number) ? 1 : 1 + (row % 2),
    );
    const { model, flags } = fitSatisfaction(levelColumns, answers, {
      ...names,
      form: {
        answers: { min: 1, max: 2 },
        dimensions: {
          level: { kind: 'level', unit: 'points', terms: ['broken'], value: 'identity' },
        },
      },
      folds: 0,
    });
    expect(model.separated).toEqual(['level.broken']);
    expect(flags).toEqual([{ code: 'separated', detail: { parameter: 'level.broken' } }]);
  });
});
