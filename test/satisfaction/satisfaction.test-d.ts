import {
  adjustParameters,
  type Expectation,
  type ExpectationEvent,
  explainSatisfaction,
  type JudgedOutcome,
  judgeOutcome,
  judgePromise,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionExperience,
  type SatisfactionExplanation,
  type SatisfactionModel,
  type SatisfactionPrediction,
} from 'overdeliver';
import type { DurationUnit } from 'overdeliver/calendar';
import {
  type CompleteRows,
  type CostExperience,
  completeRows,
  fitSatisfaction,
  type LevelExperience,
  levelExperienceSchema,
  type ModelScore,
  type PromiseExperience,
  promiseExperienceSchema,
  recalibrateSatisfaction,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';

declare const expectation: Expectation;
declare const experience: Extract<ExpectationEvent, { kind: 'experience' }>;

describe('predictSatisfaction', () => {
  it('takes a delivery beside its promise, or levels', () => {
    expectTypeOf(predictSatisfaction).parameter(0).toEqualTypeOf<SatisfactionExperience>();
    expectTypeOf<
      PromiseExperience | CostExperience | LevelExperience
    >().toExtend<SatisfactionExperience>();
    expectTypeOf(predictSatisfaction).returns.toEqualTypeOf<SatisfactionPrediction>();
    expectTypeOf(explainSatisfaction).returns.toEqualTypeOf<SatisfactionExplanation>();
    predictSatisfaction({ promised: 60, actual: 45, unit: 'minutes', stillWaiting: undefined });
    // @ts-expect-error weeks are no unit
    predictSatisfaction({ promised: 6, actual: 4, unit: 'weeks' });
    // @ts-expect-error a unit is needed
    predictSatisfaction({ promised: 60, actual: 45 });
    // @ts-expect-error what was perceived is needed
    predictSatisfaction({ expected: 70 });
    // @ts-expect-error a misspelt option
    predictSatisfaction({ expected: 70, perceived: 80 }, { modle: marketplaceSatisfaction });
    expectTypeOf<PromiseExperience['unit']>().toEqualTypeOf<DurationUnit>();
  });

  it('gives readonly data', () => {
    expectTypeOf<SatisfactionPrediction>().toEqualTypeOf<Readonly<SatisfactionPrediction>>();
    expectTypeOf<SatisfactionPrediction['answers']>().toEqualTypeOf<readonly number[]>();
  });
});

describe('a model of your own', () => {
  it('is the standard one with numbers changed', () => {
    const ours = adjustParameters(marketplaceSatisfaction, 'ours', { 'time.gain': 0.5 });
    expectTypeOf(ours).toEqualTypeOf<SatisfactionModel>();
  });
});

describe('judging', () => {
  it('takes an expectation and a use, or a delivery', () => {
    expectTypeOf(judgeOutcome(expectation, experience)).toEqualTypeOf<JudgedOutcome>();
    judgePromise({ promised: 60, actual: 45, unit: 'minutes' } satisfies PromiseExperience);
    expectTypeOf(judgePromise({ promised: 60, actual: 45 })).toEqualTypeOf<JudgedOutcome>();
    // @ts-expect-error information is no use
    judgeOutcome(expectation, { kind: 'information', level: 50 });
    // @ts-expect-error what was delivered is needed
    judgePromise({ promised: 60 });
  });
});

describe('the schemas', () => {
  it('infer the types that the docs show', () => {
    const order = z.object({ came: promiseExperienceSchema });
    expectTypeOf<z.infer<typeof order>['came']>().toExtend<PromiseExperience>();
    const answer = mini.object({ felt: levelExperienceSchema });
    expectTypeOf<mini.infer<typeof answer>['felt']>().toExtend<LevelExperience>();
    expectTypeOf<LevelExperience>().toExtend<mini.infer<typeof answer>['felt']>();
  });
});

describe('models of rows', () => {
  const columns = { expected: Float64Array.of(70), perceived: Float64Array.of(75) } as const;

  it('are of complete ones, in the shape that was given', () => {
    const complete = completeRows(columns, [6, null]);
    expectTypeOf(complete).toEqualTypeOf<CompleteRows<typeof columns>>();
    expectTypeOf(complete.columns.perceived).toEqualTypeOf<Float64Array<ArrayBuffer>>();
    // @ts-expect-error text is no answer
    completeRows(columns, ['6']);
    fitSatisfaction(complete.columns, complete.answers, {
      form: marketplaceSatisfaction,
      id: 'a',
      setting: 'b',
      data: 'c',
      licence: 'd',
      pool: true,
    });
    // @ts-expect-error what was not answered is left out first
    scoreSatisfaction(columns, [null], { model: marketplaceSatisfaction });
  });

  it('are scored, and moved to another scale', () => {
    const score = scoreSatisfaction(columns, [6], { model: marketplaceSatisfaction });
    expectTypeOf(score).toEqualTypeOf<ModelScore>();
    const names = { id: 'a', setting: 'b', data: 'c', licence: 'd' };
    const { model } = recalibrateSatisfaction(columns, [6], {
      ...names,
      model: marketplaceSatisfaction,
      answers: { min: 1, max: 7 },
    });
    expectTypeOf(model).toEqualTypeOf<SatisfactionModel>();
    // @ts-expect-error the model that is moved is needed
    recalibrateSatisfaction(columns, [6], names);
  });

  it('are explained from a reference', () => {
    const late = { promised: 10, actual: 12, unit: 'days' } as const;
    explainSatisfaction(late, { reference: 'typical' });
    explainSatisfaction(late, { reference: { ...late, actual: 9 } });
    // @ts-expect-error no such reference
    explainSatisfaction(late, { reference: 'best' });
  });
});
