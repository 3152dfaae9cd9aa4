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
  type FitComparison,
  fitIntentions,
  type fitRecovery,
  type fitSwitching,
  type fitWordOfMouth,
  folkloreWordOfMouth,
  type Intention,
  type IntentionExplanation,
  type IntentionFitRow,
  type intentionFitRowSchema,
  intentionInputSchema,
  type LoyaltyFit,
  type RecoveryFitRow,
  recoveryDefaults,
  type SwitchingFitRow,
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

describe('fits', () => {
  const names = { id: 'ours/fit', setting: 'ours', data: 'ours', licence: 'ours' };
  const rows: readonly IntentionFitRow[] = [];

  it('give sets of the type of the defaults', () => {
    expectTypeOf<ReturnType<typeof fitIntentions>['parameters']>().toEqualTypeOf<
      typeof surveyIntentions
    >();
    expectTypeOf<ReturnType<typeof fitSwitching>['parameters']>().toEqualTypeOf<
      typeof switchingDefaults
    >();
    expectTypeOf<ReturnType<typeof fitWordOfMouth>['parameters']>().toEqualTypeOf<
      typeof wordOfMouthDefaults
    >();
    expectTypeOf<ReturnType<typeof fitRecovery>>().toEqualTypeOf<
      LoyaltyFit<keyof typeof recoveryDefaults.parameters>
    >();
    expectTypeOf<
      ReturnType<typeof fitIntentions>['comparison']['repurchase']
    >().toEqualTypeOf<FitComparison | null>();
  });

  it('take what predictions take, in one row, and their own set only', () => {
    expectTypeOf<IntentionFitRow>().toExtend<IntentionInput>();
    expectTypeOf<SwitchingFitRow['left']>().toEqualTypeOf<boolean>();
    expectTypeOf<RecoveryFitRow['before']>().toEqualTypeOf<number>();
    expectTypeOf<z.infer<typeof intentionFitRowSchema>>().toExtend<IntentionFitRow>();
    // @ts-expect-error the data are not named
    fitIntentions(rows, { id: 'ours/fit' });
    // @ts-expect-error the numbers of another model
    fitIntentions(rows, { ...names, parameters: recoveryDefaults });
  });
});
