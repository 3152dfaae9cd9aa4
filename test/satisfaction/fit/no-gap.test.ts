import {
  explainSatisfaction,
  fitSatisfaction,
  predictSatisfaction,
  type SatisfactionFitOptions,
} from 'overdeliver';
import {
  explainChange,
  permuteExpectations,
  predictSatisfactions,
  recalibrateSatisfaction,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels } from './fixtures';
import { levelColumns, levelForm, names } from './given';

const form = {
  answers: { min: 1, max: 5 },
  dimensions: {
    level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
  },
} as const;
const options: SatisfactionFitOptions = { ...names, form };
const { perceived } = levelColumns;
const { answers } = levels;

describe('a form in which no gap counts', () => {
  const { model, ...fit } = fitSatisfaction({ perceived }, answers, options);

  it('asks for no expectations, and fits the same', () => {
    const withThem = fitSatisfaction(levelColumns, answers, options);
    expect(model.parameters).toEqual(withThem.model.parameters);
    expect(fit.inSample).toEqual(withThem.inSample);
    expect(Object.keys(model.domain ?? {})).toEqual(['perceived']);
    expect(Object.keys(model.typical ?? {})).toEqual(['perceived']);
  });

  it('is compared with no other, since nothing tells them apart', () => {
    expect(fit.comparison.map((one) => one.form)).toEqual(['no-gap']);
    expect(fit.recommended).toBe('no-gap');
  });

  it('predicts, is scored and moved without expectations too', () => {
    const with_ = { expected: levelColumns.expected, perceived };
    expect(predictSatisfactions({ perceived }, { model })).toEqual(
      predictSatisfactions(with_, { model }),
    );
    expect(scoreSatisfaction({ perceived }, answers, { model })).toEqual(
      scoreSatisfaction(with_, answers, { model }),
    );
    const moved = { ...names, id: 'ours/moved', model };
    expect(recalibrateSatisfaction({ perceived }, answers, moved).scale).toEqual(
      recalibrateSatisfaction(with_, answers, moved).scale,
    );
    const worse = { columns: { perceived: perceived.map((level) => level / 2) } };
    const change = explainChange({ columns: { perceived } }, worse, { model, seed: 1 });
    expect(change.expectation.points).toBe(0);
    expect(change.performance.points).toBeLessThan(-10);
    expect(permuteExpectations({ perceived }, answers, { ...options, seed: 1 })).toEqual([]);
  });

  it('predicts a single customer without an expectation too, and says that none was judged', () => {
    const { score } = predictSatisfactions({ perceived }, { model });
    const alone = predictSatisfaction({ perceived: perceived[0] as number }, { model });
    expect(alone.score).toBe(score[0]);
    expect(alone.answers).toEqual(
      predictSatisfaction({ expected: 70, perceived: perceived[0] as number }, { model }).answers,
    );
    expect(alone).toMatchObject({ outcome: 'met', outcomes: { met: 1 }, gaps: {} });
    expect(alone.warnings).toEqual([{ code: 'no-expectation', detail: { dimension: 'level' } }]);
    const open = predictSatisfaction({ perceived: { mean: 60, sd: 10 } }, { model });
    expect(open).toMatchObject({ outcome: 'met', outcomes: { met: 1 }, gaps: {} });
    const named = predictSatisfaction({ dimensions: { level: { perceived: 60 } } }, { model });
    expect(named).toEqual(predictSatisfaction({ perceived: 60 }, { model }));
  });

  it('explains such a customer beside the typical one or another, as none is just as expected', () => {
    const at = (level: number) => predictSatisfaction({ perceived: level }, { model }).score;
    const other = { perceived: 40 };
    const { contributions } = explainSatisfaction({ perceived: 80 }, { model, reference: other });
    expect(contributions).toMatchObject([{ term: 'level.performance' }]);
    expect(contributions[0]?.points).toBeCloseTo(at(80) - at(40), 9);
    const typical = explainSatisfaction({ perceived: 80 }, { model, reference: 'typical' });
    expect(typical.reference.score).toBeCloseTo(at(model.typical?.perceived as number), 9);
    const refused = refusal(() => explainSatisfaction({ perceived: 80 }, { model }));
    expect(refused).toMatchObject({ code: 'unknown-name', path: 'options.reference' });
    expect(refused.expected).toContain('typical, or an experience');
  });

  it('of a time or a cost takes it alone', () => {
    const actual = perceived.map((level) => 101 - level);
    const bare = { terms: ['performance'], value: 'identity' } as const;
    const time = fitSatisfaction({ actual, unit: 'hours' }, answers, {
      ...names,
      form: { ...form, dimensions: { time: { kind: 'time', unit: 'hours', ...bare } } },
    });
    const cost = fitSatisfaction({ actual, currency: 'EUR' }, answers, {
      ...names,
      form: { ...form, dimensions: { cost: { kind: 'cost', unit: 'EUR', ...bare } } },
    });
    expect(time.model.parameters['time.performance']?.value).toBe(
      cost.model.parameters['cost.performance']?.value,
    );
    expect(predictSatisfaction({ actual: 30, unit: 'hours' }, { model: time.model }).score).toBe(
      predictSatisfaction({ actual: 30, currency: 'EUR' }, { model: cost.model }).score,
    );
  });

  it.each([
    levelForm,
    {
      ...form,
      dimensions: { level: { ...form.dimensions.level, response: 'must-be' as const } },
    },
  ])('is not one with a gap, or a quality that speaks on one side', (other) => {
    const wrong = refusal(() =>
      fitSatisfaction({ perceived }, answers, { ...options, form: other }),
    );
    expect(wrong).toMatchObject({ code: 'missing', path: 'columns.expected' });
    expect(wrong.expected).toContain('a form of performance alone asks for none');
  });
});
