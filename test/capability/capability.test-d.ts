import { type Capability, capabilityFromSamples, type QuantityOptions } from 'overdeliver';
import type { Better } from 'overdeliver/capability';
import { describe, expectTypeOf, it } from 'vitest';

describe('capabilityFromSamples', () => {
  it('takes any list of numbers and a unit', () => {
    expectTypeOf(capabilityFromSamples).parameters.toEqualTypeOf<
      [samples: ArrayLike<number>, options: QuantityOptions]
    >();
    expectTypeOf(capabilityFromSamples).returns.toEqualTypeOf<Capability>();
    expectTypeOf<Float64Array>().toExtend<ArrayLike<number>>();
    expectTypeOf<readonly number[]>().toExtend<ArrayLike<number>>();
  });

  it('needs the unit, and no other options than it knows', () => {
    // @ts-expect-error a unit is needed
    capabilityFromSamples([1], {});
    // @ts-expect-error options are needed
    capabilityFromSamples([1]);
    // @ts-expect-error up is no direction
    capabilityFromSamples([1], { unit: 'minutes', better: 'up' });
    // @ts-expect-error a misspelt option
    capabilityFromSamples([1], { unit: 'minutes', deviation: true });
    // @ts-expect-error strings are no samples
    capabilityFromSamples(['1'], { unit: 'minutes' });
    expectTypeOf<QuantityOptions['better']>().toEqualTypeOf<Better | undefined>();
  });

  it('gives a readonly record of functions', () => {
    expectTypeOf<Capability['unit']>().toEqualTypeOf<string>();
    expectTypeOf<Capability['better']>().toEqualTypeOf<'lower' | 'higher'>();
    expectTypeOf<Capability['quantile']>().toEqualTypeOf<(p: number) => number>();
    expectTypeOf<Capability['mean']>().toEqualTypeOf<() => number>();
    expectTypeOf<Capability>().toEqualTypeOf<Readonly<Capability>>();
  });
});
