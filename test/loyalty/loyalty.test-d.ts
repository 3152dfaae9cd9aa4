import {
  type Intention,
  type IntentionExplanation,
  type IntentionInput,
  type IntentionParameter,
  type IntentionPrediction,
  type IntentionTerm,
  type ParameterSet,
  predictIntentions,
  predictSwitching,
  predictWordOfMouth,
  type RecoveryPrediction,
  type SwitchingPrediction,
} from 'overdeliver';
import {
  explainIntentions,
  folkloreWordOfMouth,
  intentionInputSchema,
  surveyIntentions,
  switchingDefaults,
} from 'overdeliver/loyalty';
import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';

describe('predictIntentions', () => {
  it('takes a customer after a use', () => {
    expectTypeOf(predictIntentions).parameter(0).toEqualTypeOf<IntentionInput>();
    expectTypeOf(predictIntentions).returns.toEqualTypeOf<IntentionPrediction>();
    expectTypeOf(explainIntentions).returns.toEqualTypeOf<IntentionExplanation>();
    // @ts-expect-error someone who has never used has nothing to return to
    predictIntentions({ satisfaction: 80, outcome: 'met', stage: 'never-used' });
    // @ts-expect-error the outcome is needed
    predictIntentions({ satisfaction: 80, stage: 'first-use' });
    // @ts-expect-error a misspelt option
    predictIntentions({ satisfaction: 80, outcome: 'met', stage: 'first-use' }, { modle: 1 });
  });

  it('gives readonly data by intention', () => {
    expectTypeOf<Intention>().toEqualTypeOf<'repurchase' | 'recommend' | 'complain'>();
    expectTypeOf<IntentionPrediction>().toEqualTypeOf<Readonly<IntentionPrediction>>();
    expectTypeOf<IntentionExplanation['logOdds']>().toEqualTypeOf<
      Readonly<Record<Intention, number>>
    >();
  });

  it('names a parameter by intention and term', () => {
    expectTypeOf(surveyIntentions).toEqualTypeOf<ParameterSet<IntentionParameter>>();
    expectTypeOf<IntentionParameter>().toEqualTypeOf<`${Intention}.${IntentionTerm}`>();
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
