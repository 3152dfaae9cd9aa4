import {
  type Capability,
  type PlanOptions,
  type PromisePlan,
  planPromise,
  type Rounding,
  toMultipleOf,
} from 'overdeliver';
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
      readonly low: number;
      readonly high: number;
    }>();
    expectTypeOf<PromisePlan['guarantee']['kind']>().toEqualTypeOf<'finite-sample'>();
  });
});

describe('toMultipleOf', () => {
  it('makes a rounding of a step', () => {
    expectTypeOf(toMultipleOf).toEqualTypeOf<(step: number) => Rounding>();
    expectTypeOf<Rounding>().parameters.toEqualTypeOf<[quote: number, easier: 'up' | 'down']>();
  });
});
