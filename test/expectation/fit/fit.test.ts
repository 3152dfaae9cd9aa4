import {
  explainExpectation,
  followExpectation,
  formExpectation,
  judgeOutcome,
  type ParameterSet,
} from 'overdeliver';
import {
  airlineExpectation,
  expectationDefaults,
  expectationParametersSchema,
  fitExpectation,
  formExpectations,
  type LearntExpectation,
  predictedFactors,
  stageNames,
  stageWeights,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expectSurvivesJson } from '../../capability/survives-json';
import { deepFreeze } from '../../core/deep-freeze';
import { answers, names } from './world';

const rows = deepFreeze(answers(3, 600));
const fit = fitExpectation(rows, names);

describe('a fit', () => {
  it('is the same again, is plain JSON and leaves its rows as they were', () => {
    expect(fitExpectation(rows, names)).toEqual(fit);
    expectSurvivesJson(fit);
    expect(fit.parameters.fit).toEqual({
      data: 'made up',
      licence: 'none',
      n: 600,
      converged: true,
    });
  });

  it("has weights that add up to 1 by stage, beside the default's among the same factors", () => {
    for (const stage of stageNames) {
      const own = fit.weights.filter((one) => one.stage === stage);
      expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(own.reduce((sum, { ranked }) => sum + ranked, 0)).toBeCloseTo(1, 12);
      for (const { factor, weight, interval } of own) {
        expect(fit.parameters.parameters[`${stage}.${factor}` as 'long-term.base'].value).toBe(
          weight,
        );
        expect(interval?.low).toBeLessThan(weight);
        expect(interval?.high).toBeGreaterThan(weight);
      }
    }
  });

  // Computed by hand: an ordinary least squares problem with one factor has w = cov(x, y) / var(x), and b = a / (1 - w).
  it('of one factor, which no prior shrinks, is the straight line', () => {
    const levels = [20, 35, 50, 65, 80, 40, 60, 30, 70, 55, 45, 75];
    const noise = [3, -2, 1, -4, 2, 0, -1, 4, -3, 2, -2, 0];
    const expected = levels.map((x, i) => 0.4 * 80 + 0.6 * x + (noise[i] as number));
    const middle = (x: number[]) => x.reduce((a, b) => a + b, 0) / x.length;
    const cross = levels.reduce(
      (sum, x, i) => sum + (x - middle(levels)) * (expected[i] as number),
      0,
    );
    const slope = cross / levels.reduce((sum, x) => sum + (x - middle(levels)) ** 2, 0);
    const intercept = middle(expected) - slope * middle(levels);
    const one = fitExpectation(
      levels.map((wordOfMouth, i) => ({
        stage: 'never-used' as const,
        signals: { wordOfMouth },
        expected: expected[i] as number,
      })),
      names,
    );
    expect(one.weights[1]?.weight).toBeCloseTo(slope, 6);
    expect(one.base.level).toBeCloseTo(intercept / (1 - slope), 4);
    expect(one.flags.map(({ code }) => code)).toEqual([
      'one-stage',
      'unseen-factors',
      'unseen-stage',
      'unseen-stage',
    ]);
  });

  it('counts a price as the level it points to, and a reliability as part of the weight', () => {
    const priced = rows.map((row, i) => ({
      ...row,
      signals: {
        ...row.signals,
        wordOfMouth: { level: 10 + ((i * 37) % 80), reliability: 0.5 },
        price: { amount: 50 + ((i * 13) % 100), reference: 100 },
      },
    }));
    const found = fitExpectation(priced, { ...names, resamples: 100 });
    expect(found.weights.filter(({ factor }) => factor === 'price')).toHaveLength(3);
    expect(found.parameters.fit?.converged).toBe(true);
  });

  it('goes by respondent where one answered more than once', () => {
    const twice = [...rows, ...rows].map((row, i) => ({ ...row, respondent: i % rows.length }));
    const found = fitExpectation(twice, { ...names, priorSize: 2 * 10 });
    const once = fitExpectation(rows, { ...names, priorSize: 10 });
    expect([found.rows, found.respondents, once.respondents]).toEqual([1200, 600, null]);
    found.weights.forEach(({ weight, standardError }, i) => {
      expect(weight).toBeCloseTo(once.weights[i]?.weight as number, 5);
      expect((standardError as number) / (once.weights[i]?.standardError as number)).toBeCloseTo(
        1,
        1,
      );
    });
  });
});

describe('whether the order of a stage holds', () => {
  it('is told by resamples in which the default counts as one row', () => {
    const share = (stage: string) => fit.orders.find((one) => one.stage === stage)?.share;
    // Advertising weighs more than word of mouth in this world; first use is as practice says.
    expect(share('never-used')).toBeLessThan(0.05);
    expect(share('first-use')).toBeGreaterThan(0.8);
    expect(fit.orders[0]?.order).toEqual(['wordOfMouth', 'advertising', 'ownJudgement']);
    expect(fit.orders[0]?.holds).toBe(false);
  });

  it('is open with fewer than two factors', () => {
    const one = rows.map(({ signals: _, ...row }, i) => ({
      ...row,
      signals: { wordOfMouth: (i * 37) % 100 },
    }));
    const { orders } = fitExpectation(one, { ...names, resamples: 100 });
    expect(orders.map(({ holds, share }) => [holds, share])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});

describe('the comparison', () => {
  it('finds weights by stage best where they differ, and recommends them', () => {
    const losses = Object.fromEntries(fit.comparison.map(({ form, loss }) => [form, loss]));
    expect(losses['by-stage']).toBeLessThan(losses.pooled as number);
    expect(losses['by-stage']).toBeLessThan(losses.regression as number);
    expect(fit.recommended).toBe('by-stage');
  });

  it('recommends the defaults where answers follow them', () => {
    const obedient = answers(9, 120, { missing: 0 }).map(({ stage, signals }, i) => {
      const { mean } = formExpectation({ stage, signals }).predicted;
      return { stage, signals, expected: Math.max(0, Math.min(100, mean + ((i * 7) % 11) - 5)) };
    });
    const { recommended } = fitExpectation(obedient, { ...names, resamples: 100 });
    expect(recommended).toBe('default');
  });
});

describe('a learnt set', () => {
  const stored = JSON.parse(JSON.stringify(fit.parameters)) as LearntExpectation;
  const input = { stage: 'first-use', signals: { firstImpression: 40, wordOfMouth: 90 } } as const;
  const value = (name: keyof LearntExpectation['parameters']) => stored.parameters[name].value;

  it('forms expectations by its weights, alike one by one and by column', () => {
    const { predicted } = formExpectation(input, { parameters: stored });
    const [base, first, word] = [
      value('first-use.base'),
      value('first-use.firstImpression'),
      value('first-use.wordOfMouth'),
    ];
    const mean = (base * value('base.level') + first * 40 + word * 90) / (base + first + word);
    expect(predicted.mean).toBeCloseTo(mean, 10);
    const table = formExpectations(
      {
        stage: Uint8Array.of(1, 0),
        signals: {
          firstImpression: Float64Array.of(40, Number.NaN),
          wordOfMouth: Float64Array.of(90, Number.NaN),
        },
      },
      { parameters: stored },
    );
    expect(table.predictedMean[0]).toBe(predicted.mean);
    expect(table.predictedVariance[0]).toBe(predicted.variance);
    expect(table.predictedMean[1]).toBeCloseTo(value('base.level'), 10);
    expect(Array.from(table.status)).toEqual([0, 0]);
  });

  it('expects its base when nothing is known', () => {
    const unknown = formExpectation({ stage: 'long-term', signals: {} }, { parameters: stored });
    expect(unknown.predicted.mean).toBeCloseTo(value('base.level'), 10);
    expect(unknown.dominantFactor).toBeNull();
  });

  it('is explained with its base, all points adding up', () => {
    const { predicted, expectation } = explainExpectation(input, { parameters: stored });
    expect(predicted.map(({ from }) => from)).toEqual(['base', 'wordOfMouth', 'firstImpression']);
    const sum = (of: 'points' | 'share') => predicted.reduce((total, one) => total + one[of], 0);
    expect(sum('points')).toBeCloseTo(expectation.predicted.mean, 10);
    expect(sum('share')).toBeCloseTo(1, 12);
    expect(expectation.dominantFactor).toBe('firstImpression');
  });

  it('goes wherever the defaults go', () => {
    const start = formExpectation(input, { parameters: stored });
    const path = followExpectation({ ...start, stage: 'long-term' }, [], {
      from: '2026-01-01T00:00:00Z',
      judge: judgeOutcome,
      parameters: stored,
    });
    expect(path.end.parameters).toBe('test/learnt');
    const weights = stageWeights('first-use', { parameters: stored });
    expect(weights.wordOfMouth).toBe(value('first-use.wordOfMouth'));
    expect(Object.keys(weights)).toEqual([...predictedFactors]);
  });

  it('can be learnt on: its weights are what is shrunk towards', () => {
    const more = fitExpectation(answers(77, 90), { ...names, parameters: stored, priorSize: 1e6 });
    const place = more.weights.find(
      (one) => one.stage === 'never-used' && one.factor === 'advertising',
    );
    const ratio = value('never-used.advertising') / (1 - value('never-used.base'));
    expect(place?.ranked).toBeCloseTo(ratio, 10);
  });

  it('keeps for a factor that no row had its ratio to the others', () => {
    const { value: price, status } = stored.parameters['first-use.price'];
    expect(status).toBe('assumed');
    // The default's: 1/18 beside 11/18, 5/18 and 2/18.
    expect(price / (1 - value('first-use.base'))).toBeCloseTo(1 / 18, 10);
  });

  it.each([
    ['a weight left out', (set: Loose) => delete set.parameters['first-use.base'], 'missing'],
    [
      'a weight above 1',
      (set: Loose) => {
        set.parameters['first-use.base'] = { value: 2 };
      },
      'out-of-range',
    ],
    [
      'a weight of another name',
      (set: Loose) => {
        set.parameters['first-use.luck'] = { value: 0 };
      },
      'unknown-name',
    ],
  ] as const)('is refused with %s', (_, change, code) => {
    const set = JSON.parse(JSON.stringify(fit.parameters));
    change(set);
    expect(() => formExpectation(input, { parameters: set })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(z.safeParse(expectationParametersSchema, set).success).toBe(false);
  });

  it('takes no method or order beside it', () => {
    expect(() => formExpectation(input, { parameters: stored, order: ['wordOfMouth'] })).toThrow(
      /without weights of its own/,
    );
  });

  it('passes its schema, as the defaults do', () => {
    for (const set of [stored, expectationDefaults, airlineExpectation] as ParameterSet[]) {
      expect(z.parse(expectationParametersSchema, set)).toEqual(set);
    }
    const { properties } = z.toJSONSchema(expectationParametersSchema);
    expect(properties).toMatchObject({ id: { type: 'string' }, parameters: { type: 'object' } });
  });
});

type Loose = { parameters: Record<string, { value: number }> };
