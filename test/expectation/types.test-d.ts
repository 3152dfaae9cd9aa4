import { adjustParameters, judgeOutcome, type ParameterSet } from 'overdeliver';
import type { DateInput } from 'overdeliver/core';
import {
  type Contribution,
  type CustomerHistory,
  classifyStage,
  type customerHistorySchema,
  type Expectation,
  type ExpectationEvent,
  type ExpectationInput,
  type ExpectationTable,
  expectationDefaults,
  type expectationEventSchema,
  type expectationInputSchema,
  type expectationSchema,
  explainExpectation,
  type Factor,
  type FactorOrder,
  followExpectation,
  formExpectation,
  formExpectations,
  type OutcomeJudge,
  type PredictedFactor,
  rankSum,
  type SignalColumns,
  type Signals,
  type Stage,
  type StageClassification,
  stageWeights,
  type Trajectory,
  updateExpectation,
  type WeightingMethod,
  type WeightingOptions,
  weightingSensitivity,
} from 'overdeliver/expectation';
import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';

describe('names', () => {
  it('are closed where the catalogue is', () => {
    expectTypeOf<Stage>().toEqualTypeOf<'never-used' | 'first-use' | 'long-term'>();
    expectTypeOf<Exclude<Factor, PredictedFactor>>().toEqualTypeOf<
      'rolePerception' | 'competitorOffer' | 'personalNeeds'
    >();
    expectTypeOf<keyof Signals>().toEqualTypeOf<Factor>();
    expectTypeOf<keyof SignalColumns>().toEqualTypeOf<Factor>();
  });
});

describe('signals', () => {
  it('take undefined as absent, and each factor what it knows', () => {
    expectTypeOf({ wordOfMouth: undefined }).toExtend<Signals>();
    expectTypeOf({ wordOfMouth: { level: 80, sd: 3 } }).toExtend<Signals>();
    expectTypeOf({ price: { amount: 1, reference: 1 } }).toExtend<Signals>();
    expectTypeOf({ personalNeeds: { needs: { 'a quiet room': 80 } } }).toExtend<Signals>();
    expectTypeOf<{ price: number }>().not.toExtend<Signals>();
    expectTypeOf<{ personalNeeds: number }>().not.toExtend<Signals>();
    expectTypeOf<{ wordOfMouth: string }>().not.toExtend<Signals>();
    expectTypeOf<{ wordOfMouth: null }>().not.toExtend<Signals>();
  });

  it('do not compile with a factor, a field or a stage there is not', () => {
    // @ts-expect-error no such factor
    formExpectation({ stage: 'never-used', signals: { mood: 80 } });
    // @ts-expect-error no spread for a factor that moves desired
    formExpectation({ stage: 'never-used', signals: { competitorOffer: { level: 80, sd: 3 } } });
    // @ts-expect-error no such stage
    formExpectation({ stage: 'veteran', signals: {} });
    // @ts-expect-error no such option
    formExpectation({ stage: 'never-used', signals: {} }, { paramters: expectationDefaults });
  });

  it('come as frozen data too', () => {
    const input = { stage: 'never-used', signals: { wordOfMouth: 80 } } as const;
    expectTypeOf(input).toExtend<ExpectationInput>();
    expectTypeOf(formExpectation).toBeCallableWith(input);
  });
});

describe('results', () => {
  it('are what the names say', () => {
    expectTypeOf(formExpectation).returns.toEqualTypeOf<Expectation>();
    expectTypeOf(updateExpectation).returns.toEqualTypeOf<Expectation>();
    expectTypeOf(formExpectations).returns.toEqualTypeOf<ExpectationTable>();
    expectTypeOf(classifyStage).returns.toEqualTypeOf<StageClassification>();
    expectTypeOf(followExpectation).returns.toEqualTypeOf<Trajectory>();
    expectTypeOf(stageWeights).returns.toEqualTypeOf<Readonly<Record<PredictedFactor, number>>>();
    expectTypeOf(explainExpectation).returns.toHaveProperty('desired');
    expectTypeOf<ReturnType<typeof explainExpectation>['desired']>().toEqualTypeOf<
      readonly Contribution[]
    >();
    expectTypeOf<Expectation['promised']>().toEqualTypeOf<number | null>();
    expectTypeOf<ExpectationTable['status']>().toEqualTypeOf<Uint8Array>();
  });

  it('are readonly', () => {
    const expectation = {} as Expectation;
    // @ts-expect-error readonly
    expectation.desired = 3;
    // @ts-expect-error readonly inside
    expectation.predicted.mean = 3;
  });
});

describe('options', () => {
  it('are functions and data, not names that select', () => {
    expectTypeOf(rankSum).toExtend<WeightingMethod>();
    expectTypeOf<'rankSum'>().not.toExtend<NonNullable<WeightingOptions['method']>>();
    expectTypeOf<['price', ['advertising', 'wordOfMouth']]>().toExtend<FactorOrder>();
    expectTypeOf<['competitorOffer']>().not.toExtend<FactorOrder>();
    expectTypeOf<{ method: undefined; order: undefined }>().toExtend<WeightingOptions>();
  });

  it('of the sensitivity name no single method', () => {
    const input = {} as ExpectationInput;
    // @ts-expect-error methods, not method
    weightingSensitivity(input, { method: rankSum });
  });

  it('of an update need the time that passed', () => {
    // @ts-expect-error elapsedDays is missing
    updateExpectation({} as Expectation, {} as ExpectationEvent, {});
  });

  it('take judgeOutcome as judge', () => {
    expectTypeOf(judgeOutcome).toExtend<OutcomeJudge>();
  });
});

describe('parameters', () => {
  it('keep their names when adjusted', () => {
    expectTypeOf(expectationDefaults).toExtend<ParameterSet<'tolerance' | 'minimumUses'>>();
    expectTypeOf(adjustParameters(expectationDefaults, 'x', {})).toEqualTypeOf<
      typeof expectationDefaults
    >();
    // @ts-expect-error no such number
    adjustParameters(expectationDefaults, 'x', { mood: 3 });
  });
});

describe('dates', () => {
  it('of a history come in four forms, and go out as Date', () => {
    expectTypeOf<z.input<typeof customerHistorySchema>>().toExtend<CustomerHistory>();
    expectTypeOf<CustomerHistory['firstPurchase']>().toEqualTypeOf<DateInput | null>();
    expectTypeOf<z.output<typeof customerHistorySchema>['uses']>().toEqualTypeOf<Date[]>();
    expectTypeOf<StageClassification['settlingInEnds']>().toEqualTypeOf<Date | null>();
  });
});

describe('columns', () => {
  it('are Float64Arrays', () => {
    expectTypeOf<Float64Array>().toExtend<SignalColumns['wordOfMouth']>();
    expectTypeOf<number[]>().not.toExtend<SignalColumns['wordOfMouth']>();
    expectTypeOf<SignalColumns['price']>().toEqualTypeOf<
      | {
          readonly amount: Float64Array;
          readonly reference: Float64Array;
          readonly reliability?: Float64Array | undefined;
          readonly sd?: Float64Array | undefined;
        }
      | undefined
    >();
  });
});

describe('schemas', () => {
  it('infer the documented types, for zod too', () => {
    type Loose<T> = T extends Date ? T : { -readonly [K in keyof T]: Loose<T[K]> };
    expectTypeOf<z.infer<typeof expectationSchema>>().toEqualTypeOf<Loose<Expectation>>();
    expectTypeOf<z.infer<typeof expectationInputSchema>>().toExtend<ExpectationInput>();
    expectTypeOf<ExpectationInput>().toExtend<Readonly<z.input<typeof expectationInputSchema>>>();
    expectTypeOf<z.infer<typeof expectationEventSchema>>().toExtend<ExpectationEvent>();
    expectTypeOf<ExpectationEvent>().toExtend<z.input<typeof expectationEventSchema>>();
    expectTypeOf<z.infer<typeof customerHistorySchema>>().toExtend<CustomerHistory>();
  });
});
