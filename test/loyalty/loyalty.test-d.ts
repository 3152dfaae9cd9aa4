import {
  type IntentionInput,
  type IntentionPrediction,
  type ParameterSet,
  predictIntention,
  predictSwitching,
  predictWordOfMouth,
  type RecoveryPrediction,
  type SwitchingPrediction,
} from 'overdeliver';
import {
  explainIntention,
  folkloreWordOfMouth,
  type Intention,
  type IntentionExplanation,
  intentionInputSchema,
  surveyIntentions,
  switchingDefaults,
  type wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';

describe('predictIntention', () => {
  it('takes a customer after a use', () => {
    expectTypeOf(predictIntention).parameter(0).toEqualTypeOf<IntentionInput>();
    expectTypeOf(predictIntention).returns.toEqualTypeOf<IntentionPrediction>();
    expectTypeOf(explainIntention).returns.toEqualTypeOf<IntentionExplanation>();
    // @ts-expect-error someone who has never used has nothing to return to
    predictIntention({ satisfaction: 80, outcome: 'met', stage: 'never-used' });
    // @ts-expect-error the outcome is needed
    predictIntention({ satisfaction: 80, stage: 'first-use' });
    // @ts-expect-error a misspelt option
    predictIntention({ satisfaction: 80, outcome: 'met', stage: 'first-use' }, { modle: 1 });
  });

  it('gives readonly data by intention', () => {
    expectTypeOf<Intention>().toEqualTypeOf<'repurchase' | 'recommend' | 'complain'>();
    expectTypeOf<IntentionPrediction>().toEqualTypeOf<Readonly<IntentionPrediction>>();
    expectTypeOf<IntentionExplanation['logOdds']>().toEqualTypeOf<
      Readonly<Record<Intention, number>>
    >();
  });

  it('names a parameter by intention and term', () => {
    type Term = 'base' | 'satisfaction' | 'below' | 'exceeded' | 'longTerm';
    expectTypeOf(surveyIntentions).toEqualTypeOf<ParameterSet<`${Intention}.${Term}`>>();
    expectTypeOf(folkloreWordOfMouth).toEqualTypeOf<typeof wordOfMouthDefaults>();
  });
});

describe('the other predictions', () => {
  it('take a customer who has used', () => {
    const offer = { promised: 90, credibility: 0.8, market: 60 };
    expectTypeOf(predictSwitching).returns.toEqualTypeOf<SwitchingPrediction>();
    expectTypeOf<SwitchingPrediction['evenPromise']>().toEqualTypeOf<number | null>();
    // @ts-expect-error someone who has never used has nothing to leave
    predictSwitching({ expected: 70, outcome: 'met', stage: 'never-used' }, offer);
    const met = { expected: 70, outcome: 'met', stage: 'first-use' } as const;
    // @ts-expect-error how far the promise is believed is needed
    predictSwitching(met, { promised: 90, market: 60 });
  });

  it('take the set of their own model only', () => {
    const customer = { satisfaction: 80, outcome: 'met' } as const;
    predictWordOfMouth(customer, { parameters: folkloreWordOfMouth });
    // @ts-expect-error the numbers of another model
    predictWordOfMouth(customer, { parameters: switchingDefaults });
    expectTypeOf<keyof RecoveryPrediction['intentions']['recovered']>().toEqualTypeOf<
      'repurchase' | 'recommend'
    >();
  });
});

describe('intentionInputSchema', () => {
  it('infers the type that the docs show', () => {
    const row = z.object({ after: intentionInputSchema });
    expectTypeOf<z.infer<typeof row>['after']>().toExtend<IntentionInput>();
    expectTypeOf<IntentionInput>().toExtend<z.infer<typeof row>['after']>();
  });
});
