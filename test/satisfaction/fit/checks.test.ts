import { marketplaceSatisfaction, predictSatisfaction, type SatisfactionModel } from 'overdeliver';
import {
  calibrationCurve,
  permuteExpectations,
  type SatisfactionDimension,
  type SatisfactionForm,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { expectSurvivesJson } from '../../capability/survives-json';
import { refusal } from '../../core/refusal';
import { levels, orders } from './fixtures';
import { basketForm, levelColumns, levelForm, names, orderColumns } from './given';

describe('calibrationCurve', () => {
  const next = uniforms(8);
  const promised = Float64Array.from({ length: 2000 }, () => 10);
  const actual = promised.map(() => 6 + 8 * next());
  const chance = (days: number) => {
    const { answers } = predictSatisfaction({ promised: 10, actual: days, unit: 'days' });
    return (answers[0] as number) + (answers[1] as number);
  };
  const stars = Array.from(actual, (days) => (next() < chance(days) ? 1 : 5));
  const columns = { promised, actual, unit: 'days' } as const;
  const options = { model: marketplaceSatisfaction, upTo: 2 };

  it('has as many of each decile as there are, in order, on the line where the model is true', () => {
    const points = calibrationCurve(columns, stars, options);
    expect(points.map(({ n }) => n)).toEqual(new Array(10).fill(200));
    points.forEach(({ predicted, low, high, observed }, i) => {
      expect(predicted).toBeGreaterThan(points[i - 1]?.predicted ?? 0);
      expect(low).toBeLessThanOrEqual(observed);
      expect(high).toBeGreaterThanOrEqual(observed);
    });
    const inside = points.filter(({ low, high, predicted }) => predicted > low && predicted < high);
    expect(inside.length).toBeGreaterThanOrEqual(8);
    expectSurvivesJson(points);
  });

  it('keeps every row, also where groups cannot be equal', () => {
    const points = calibrationCurve(columns, stars, { ...options, groups: 7 });
    expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(2000);
    const predicted = points.reduce((sum, point) => sum + point.n * point.predicted, 0) / 2000;
    const mean = actual.reduce((sum, days) => sum + chance(days), 0) / 2000;
    expect(predicted).toBeCloseTo(mean, 10);
  });

  it('does not depend on the order of rows where customers are foreseen alike', () => {
    const alike = {
      expected: new Float64Array(100).fill(70),
      perceived: new Float64Array(100).fill(75),
    };
    const sorted = Array.from({ length: 100 }, (_, i) => (i < 50 ? 4 : 9));
    const mixed = sorted.map((_, i) => (i % 2 === 0 ? 4 : 9));
    const model = surveySatisfaction;
    const one = calibrationCurve(alike, sorted, { model, upTo: 5, groups: 4 });
    expect(one.map(({ n, observed }) => [n, observed])).toEqual([[100, 0.5]]);
    expect(calibrationCurve(alike, mixed, { model, upTo: 5, groups: 4 })).toEqual(one);
    const three = {
      ...alike,
      perceived: alike.perceived.map((_, i) => [60, 60, 70, 80][i % 4] as number),
    };
    const curve = calibrationCurve(three, sorted, { model, upTo: 5, groups: 4 });
    expect(curve.map(({ n }) => n)).toEqual([25, 25, 50]);
  });

  it('takes scales of more than 256 answers', () => {
    const number = (value: number) => ({ ...assumed, value });
    const assumed = { unit: '', range: [-20, 20], status: 'assumed', source: 'test' } as const;
    const { parameters } = surveySatisfaction;
    const long: SatisfactionModel = {
      ...surveySatisfaction,
      id: 'test/long',
      answers: { min: 0, max: 300 },
      parameters: {
        ...Object.fromEntries(
          Object.entries(parameters).filter(([name]) => name.startsWith('level')),
        ),
        ...Object.fromEntries(
          Array.from({ length: 300 }, (_, k) => [`threshold.${k + 1}`, number(4 + k / 50)]),
        ),
      },
    };
    const alike = {
      expected: new Float64Array(20).fill(70),
      perceived: new Float64Array(20).fill(75),
    };
    const [all] = calibrationCurve(alike, new Array(20).fill(300), {
      model: long,
      upTo: 150,
      groups: 2,
    });
    expect(all?.observed).toBe(0);
  });

  it.each([
    [{ upTo: 5 }, 'out-of-range', 'options.upTo'],
    [{ upTo: 0 }, 'out-of-range', 'options.upTo'],
    [{ upTo: 1.5 }, 'out-of-range', 'options.upTo'],
    [{ groups: 1 }, 'out-of-range', 'options.groups'],
    [{ groups: 2001 }, 'not-enough-data', 'columns'],
    [{ model: surveySatisfaction }, 'unit-mismatch', 'options.model.dimensions'],
    [{ deciles: 10 }, 'unknown-name', 'options.deciles'],
  ])('refuses %o', (change, code, path) => {
    expect(
      refusal(() => calibrationCurve(columns, stars, { ...options, ...change })),
    ).toMatchObject({ function: 'calibrationCurve', code, path });
  });
});

const gapForm = (terms: SatisfactionDimension['terms']): SatisfactionForm => ({
  ...levelForm,
  dimensions: { level: { kind: 'level', unit: 'points', terms, value: 'identity' } },
});

describe('permuteExpectations', () => {
  const options = { ...names, form: levelForm, seed: 1, shuffles: 60 };

  it('finds no effect where expectations do nothing, and one where they do', () => {
    const next = uniforms(2);
    const rows = 600;
    const expected = Float64Array.from({ length: rows }, () => 40 + 40 * next());
    const perceived = Float64Array.from({ length: rows }, () => 40 + 40 * next());
    const answers = (gap: number) => {
      const noise = uniforms(3);
      return Array.from(perceived, (level, i) => {
        const p = noise();
        const latent =
          0.05 * level + gap * (level - (expected[i] as number)) + Math.log(p / (1 - p));
        return 1 + [1.5, 2.5, 3.5].filter((cut) => latent > cut).length;
      });
    };
    const form = {
      answers: { min: 1, max: 4 },
      dimensions: {
        level: { kind: 'level', unit: 'points', terms: ['performance', 'gap'], value: 'identity' },
      },
    } as const;
    const control = (gap: number) =>
      permuteExpectations({ expected, perceived }, answers(gap), { ...options, form })[0];
    expect(control(0)?.p).toBeGreaterThan(0.05);
    expect(control(0.05)?.p).toBeCloseTo(1 / 61, 12);
    const { low, high, term, unfitted } = control(0.05) ?? {};
    expect([term, unfitted]).toEqual(['level.gap', 0]);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it('is the same for the same seed, by term, and plain JSON', () => {
    const control = permuteExpectations(levelColumns, levels.answers, options);
    expect(control.map(({ term }) => term)).toEqual(['level.gain', 'level.loss']);
    expectSurvivesJson(control);
    expect(permuteExpectations(levelColumns, levels.answers, options)).toEqual(control);
    const other = permuteExpectations(levelColumns, levels.answers, { ...options, seed: 2 });
    expect(other).not.toEqual(control);
  });

  it('works on promises with covariates, and on costs', () => {
    const time = permuteExpectations(orderColumns, orders.answers, {
      ...options,
      form: basketForm,
    });
    expect(time.map(({ term }) => term)).toEqual(['time.gain', 'time.loss']);
    const { promised, actual } = orderColumns.dimensions.time;
    const cost = permuteExpectations({ promised, actual, currency: 'EUR' }, orders.answers, {
      ...options,
      form: {
        answers: { min: 1, max: 4 },
        dimensions: {
          cost: { kind: 'cost', unit: 'percent', terms: ['gap'], value: 'identity' },
        },
      },
    });
    expect(cost.map(({ term }) => term)).toEqual(['cost.gap']);
    const relative = permuteExpectations(orderColumns.dimensions.time, orders.answers, {
      ...options,
      form: {
        answers: { min: 1, max: 4 },
        dimensions: {
          time: { kind: 'time', unit: 'percent', terms: ['broken'], value: 'identity' },
        },
      },
    });
    expect(relative.map(({ term }) => term)).toEqual(['time.broken']);
  });

  it('refuses expectations that are all equal, where gaps count', () => {
    const { perceived } = levelColumns;
    const expected = new Float64Array(perceived.length).fill(60);
    const call = (change: object) =>
      permuteExpectations({ expected, perceived }, levels.answers, { ...options, ...change });
    expect(refusal(() => call({ form: gapForm(['gain', 'loss']) }))).toMatchObject({
      code: 'ambiguous',
      path: 'columns.expected',
      expected: 'expectations that differ among customers',
    });
    expect(call({ form: gapForm(['performance']) })).toEqual([]);
  });

  it('counts shuffles that cannot be fitted, as ones that stray', () => {
    const n = 300;
    const next = uniforms(6);
    const answers = Array.from({ length: n }, () => 1 + Math.floor(4 * next()));
    const perceived = Float64Array.from({ length: n }, (_, i) => 60 + (i % 9));
    // Only those of whom much was expected may be disappointed, so that some shuffles disappoint nobody.
    const expected = Float64Array.from({ length: n }, (_, i) => (i < 3 ? 67.5 : 40));
    perceived.set([61, 62, 68]);
    const [rare] = permuteExpectations({ expected, perceived }, [1, 4, 2, ...answers.slice(3)], {
      ...options,
      form: { ...gapForm(['performance', 'broken']), answers: { min: 1, max: 4 } },
    });
    expect(rare?.unfitted).toBeGreaterThan(0);
    expect(rare?.unfitted).toBeLessThan(40);
    expect(rare?.p).toBeGreaterThan((1 + (rare?.unfitted ?? 0)) / 61 - 1e-12);
    expect(Number.isFinite(rare?.sd)).toBe(true);
    // Few expect more than any but a few give, so that nearly all shuffles disappoint nobody.
    const [none] = permuteExpectations(
      {
        expected: expected.map((_, i) => (i < 4 ? 55 : 40)),
        perceived: perceived.map((level, i) => (i < 4 ? 50 : level)),
      },
      [1, 4, 2, 3, ...answers.slice(4)],
      {
        ...options,
        shuffles: 20,
        form: { ...gapForm(['broken']), answers: { min: 1, max: 4 } },
      },
    );
    expectSurvivesJson(none);
    expect(none).toMatchObject({ mean: null, sd: null, low: null, high: null, p: null });
    expect(none?.unfitted).toBeGreaterThan(15);
  });

  it.each([
    [{ seed: 0.5 }, 'options.seed'],
    [{ shuffles: 10 }, 'options.shuffles'],
  ])('refuses %o', (change, path) => {
    const call = () => permuteExpectations(levelColumns, levels.answers, { ...options, ...change });
    expect(refusal(call)).toMatchObject({ function: 'permuteExpectations', path });
  });
});
