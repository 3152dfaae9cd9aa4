import {
  type BalancePlan,
  type Capability,
  type PlanOptions,
  type PromisePlan,
  type PromiseReview,
  planByCost,
  planPromise,
  type ReviewOptions,
  type Rounding,
  reviewPromise,
  toMultipleOf,
  type WindowPlan,
} from 'overdeliver';
import { planByTolerance, type SurprisePlan } from 'overdeliver/promise';
import { describe, expectTypeOf, it } from 'vitest';

declare const capability: Capability;

describe('planPromise', () => {
  it('takes a capability and what to aim at', () => {
    expectTypeOf(planPromise).parameters.toEqualTypeOf<
      [capability: Capability, options: PlanOptions]
    >();
    expectTypeOf(planPromise).returns.toEqualTypeOf<PromisePlan>();
    planPromise(capability, { keepRate: 0.9, round: undefined });
    // @ts-expect-error what to aim at is yours to say
    planPromise(capability, {});
    planPromise(capability, {
      keepRate: 0.9,
      round: (quote, easier) => (easier === 'up' ? quote + 1 : quote),
    });
    // @ts-expect-error a misspelt option
    planPromise(capability, { keeprate: 0.9 });
    // @ts-expect-error samples are not yet a capability
    planPromise([38, 41, 45], { keepRate: 0.9 });
    // @ts-expect-error a step is not yet a rounding
    planPromise(capability, { round: 5 });
  });

  it('gives readonly data', () => {
    expectTypeOf<PromisePlan>().toEqualTypeOf<Readonly<PromisePlan>>();
    expectTypeOf<PromisePlan['missWhenBroken']>().toEqualTypeOf<number | null>();
    expectTypeOf<PromisePlan['chance']>().toEqualTypeOf<{
      readonly estimate: number;
      readonly low: number | null;
      readonly high: number | null;
    }>();
    expectTypeOf<PromisePlan['guarantee']['kind']>().toEqualTypeOf<
      'finite-sample' | 'tolerance' | 'chosen' | 'none'
    >();
  });
});

describe('the other plans', () => {
  it('are promise plans too, but for the window', () => {
    expectTypeOf(planByCost).returns.toEqualTypeOf<PromisePlan>();
    expectTypeOf(planByTolerance).returns.toEqualTypeOf<PromisePlan>();
    expectTypeOf<BalancePlan>().toExtend<PromisePlan>();
    expectTypeOf<SurprisePlan>().toExtend<PromisePlan>();
    expectTypeOf<WindowPlan>().toExtend<Omit<PromisePlan, 'promise' | 'margin'>>();
    expectTypeOf<PromiseReview['newPromise']>().toEqualTypeOf<PromisePlan | null>();
  });

  it('can be reviewed as they are', () => {
    expectTypeOf<PromisePlan>().toExtend<ReviewOptions['plan']>();
    expectTypeOf<BalancePlan>().toExtend<ReviewOptions['plan']>();
  });

  it('take their own aims alone', () => {
    // @ts-expect-error how sure to be is for tolerance limits
    planPromise(capability, { keepRate: 0.9, confidence: 0.9 });
    // @ts-expect-error what lateness costs
    planByCost(capability, { early: 1 });
    // @ts-expect-error whether it was revised before
    reviewPromise(capability, { plan: { promise: 60, keepRate: 0.9 }, elapsed: 5 });
  });
});

describe('toMultipleOf', () => {
  it('makes a rounding of a step', () => {
    expectTypeOf(toMultipleOf).toEqualTypeOf<(step: number) => Rounding>();
    expectTypeOf<Rounding>().parameters.toEqualTypeOf<[quote: number, easier: 'up' | 'down']>();
  });
});
