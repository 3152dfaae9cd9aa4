import { fitSatisfaction, predictSatisfaction, type SatisfactionFitOptions } from 'overdeliver';
import {
  calibrationCurve,
  explainChange,
  permuteExpectations,
  predictSatisfactions,
  recalibrateSatisfaction,
  type SatisfactionModel,
  satisfactionModelSchema,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../../capability/survives-json';
import { refusal } from '../../core/refusal';
import { levels } from './fixtures';
import { levelColumns, levelForm, names } from './given';

const options: SatisfactionFitOptions = { ...names, form: levelForm, pool: true };
const onFour: SatisfactionFitOptions = {
  ...names,
  form: { ...levelForm, answers: { min: 1, max: 4 } },
};
/** Answers from 1 to 4, of the fixture's 5. */
const fours = levels.answers.map((answer) => Math.min(answer, 4));

/** The fixture's answers where one of five is never given, and the same numbered 1 to 4: what a fit must come to. */
const cases = [
  { never: 1, as: 2, begins: [3, 4, 5] },
  { never: 2, as: 1, begins: [3, 4, 5] },
  { never: 4, as: 3, begins: [2, 3, 5] },
  { never: 5, as: 4, begins: [2, 3, 4] },
] as const;
const without = (never: number) => fours.map((answer) => (answer >= never ? answer + 1 : answer));
const value = (model: SatisfactionModel, name: string) => model.parameters[name]?.value as number;

describe('an answer that nobody gave', () => {
  it.each(cases)('of $never counts as $as where that is asked for', ({ never, as, begins }) => {
    const given = without(never);
    const { model, flags, ...fit } = fitSatisfaction(levelColumns, given, options);
    const plain = fitSatisfaction(levelColumns, fours, onFour);
    expect(flags).toEqual([{ code: 'pooled', detail: { answer: never, as } }]);
    expect(model.pooled).toEqual([never]);
    expect(fit.comparison).toEqual(plain.comparison);
    expect(fit.inSample).toEqual(plain.inSample);
    expect(model.fit?.logLikelihood).toBe(plain.model.fit?.logLikelihood);
    begins.forEach((answer, k) => {
      expect(value(model, `threshold.${answer - 1}`)).toBe(
        value(plain.model, `threshold.${k + 1}`),
      );
    });
    expect(
      Object.keys(model.parameters).filter((name) => name.startsWith('threshold')),
    ).toHaveLength(3);
    expectSurvivesJson(model);

    const experience = { expected: 70, perceived: 60 };
    const prediction = predictSatisfaction(experience, { model });
    const four = predictSatisfaction(experience, { model: plain.model });
    expect(prediction.answers).toHaveLength(5);
    expect(prediction.answers[never - 1]).toBe(0);
    const others = prediction.answers.filter((_, place) => place !== never - 1);
    for (const [k, chance] of others.entries()) {
      expect(chance).toBeCloseTo(four.answers[k] as number, 12);
    }
    const mean = prediction.answers.reduce((sum, chance, place) => sum + 25 * place * chance, 0);
    expect(prediction.score).toBeCloseTo(mean, 10);
    const column = (x: number) => Float64Array.of(x);
    const table = predictSatisfactions(
      { expected: column(70), perceived: column(60) },
      { model: JSON.parse(JSON.stringify(model)) },
    );
    expect(table.score[0]).toBe(prediction.score);
  });

  it('is refused unless that is asked for, and told how', () => {
    const wrong = refusal(() =>
      fitSatisfaction(levelColumns, without(2), { ...names, form: levelForm }),
    );
    expect(wrong).toMatchObject({ code: 'not-enough-data', path: 'answers' });
    expect(wrong.expected).toContain('the answer 2, which nobody gave; pool it');
    expect(wrong.expected).toContain('pool: true');
  });

  it('is nothing to pool where all were given', () => {
    const plain = fitSatisfaction(levelColumns, levels.answers, { ...names, form: levelForm });
    expect(fitSatisfaction(levelColumns, levels.answers, options)).toEqual(plain);
  });

  it('leaves two answers at least', () => {
    const all3 = levels.answers.map(() => 3);
    const wrong = refusal(() => fitSatisfaction(levelColumns, all3, options));
    expect(wrong).toMatchObject({ code: 'not-enough-data', path: 'answers' });
    const two = levels.answers.map((answer) => (answer > 2 ? 4 : 2));
    const { model, flags } = fitSatisfaction(levelColumns, two, options);
    expect(model.pooled).toEqual([1, 3, 5]);
    expect(flags.map(({ detail }) => [detail.answer, detail.as])).toEqual([
      [1, 2],
      [3, 2],
      [5, 4],
    ]);
    expect(Object.keys(model.parameters).filter((name) => name.startsWith('threshold'))).toEqual([
      'threshold.3',
    ]);
  });
});

describe('a model with a pooled answer', () => {
  const { model } = fitSatisfaction(levelColumns, without(2), options);
  const plain = fitSatisfaction(levelColumns, fours, onFour).model;

  it('counts such an answer as its neighbour wherever it is held against answers', () => {
    // In the other model the neighbour is the answer.
    const one = scoreSatisfaction(levelColumns, levels.answers, { model });
    const as1 = levels.answers.map((answer) => (answer === 2 ? 1 : answer));
    expect(one).toEqual(scoreSatisfaction(levelColumns, as1, { model }));
    const as4 = as1.map((answer) => (answer > 2 ? answer - 1 : answer));
    const four = scoreSatisfaction(levelColumns, as4, { model: plain });
    expect([one.rps, one.logLoss, one.baseline]).toEqual([four.rps, four.logLoss, four.baseline]);
    expect(one.answers.map(({ answer }) => answer)).toEqual([1, 3, 4, 5]);
    expect(one.answers.map(({ n }) => n)).toEqual(four.answers.map(({ n }) => n));

    const curve = (answers: readonly number[], upTo: number, of: SatisfactionModel) =>
      calibrationCurve(levelColumns, answers, { model: of, upTo, groups: 4 });
    expect(curve(levels.answers, 2, model)).toEqual(curve(as4, 1, plain));
    expect(curve(levels.answers, 1, model)).toEqual(curve(as4, 1, plain));
    expect(curve(levels.answers, 3, model)).toEqual(curve(as4, 2, plain));
  });

  it('moves as one without it', () => {
    const moved = (answers: readonly number[], of: SatisfactionModel) =>
      recalibrateSatisfaction(levelColumns, answers, { ...names, id: 'ours/moved', model: of });
    const as4 = levels.answers.map((answer) => (answer > 2 ? answer - 1 : 1));
    const [one, four] = [moved(levels.answers, model), moved(as4, plain)];
    expect([one.shift, one.scale, one.spread]).toEqual([four.shift, four.scale, four.spread]);
    expect([one.before, one.after]).toEqual([four.before, four.after]);
    expect(value(one.model, 'threshold.2')).toBe(value(four.model, 'threshold.1'));
    expect(one.model.pooled).toEqual([2]);
  });

  it('is fitted anew with the same answers pooled, and may be the model of a change', () => {
    const again = fitSatisfaction(levelColumns, levels.answers, {
      ...names,
      id: 'ours/again',
      form: model,
    });
    expect(again.model.pooled).toEqual([2]);
    expect(again.flags).toEqual([{ code: 'pooled', detail: { answer: 2, as: 1 } }]);
    const period = { columns: levelColumns, answers: levels.answers };
    const { observed } = explainChange(period, period, { model, seed: 1, draws: 100 });
    expect(observed?.points).toBe(0);
    const [gain] = permuteExpectations(levelColumns, without(2), {
      ...options,
      seed: 1,
      shuffles: 20,
    });
    expect(gain?.estimate).toBe(value(model, 'level.gain'));
  });

  it.each([
    [{ pooled: [0] }, 'out-of-range', 'options.model.pooled[0]'],
    [{ pooled: [2.5] }, 'out-of-range', 'options.model.pooled[0]'],
    [{ pooled: [2, 2] }, 'duplicate-id', 'options.model.pooled[1]'],
    [{ pooled: [1, 2, 3, 4] }, 'wrong-type', 'options.model.pooled'],
    [{ pooled: [2, 3] }, 'unknown-name', 'options.model.parameters.threshold.2'],
    [{ pooled: [] }, 'missing', 'options.model.parameters.threshold.1'],
    [{ pooled: 2 }, 'wrong-type', 'options.model.pooled'],
  ])('%o is refused', (change, code, path) => {
    const wrong = refusal(() =>
      predictSatisfaction(
        { expected: 7, perceived: 6 },
        { model: { ...model, ...change } as never },
      ),
    );
    expect(wrong).toMatchObject({ code, path });
  });

  it('comes back from its schema', () => {
    expect(satisfactionModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });
});
