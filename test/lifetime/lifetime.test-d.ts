import {
  type AliveProbability,
  expectedPurchases,
  fitBgNbd,
  type LifetimeFitOptions,
  type LifetimeValue,
  lifetimeValue,
  type Outcome,
  type ParameterSet,
  type PurchaseHistory,
  probabilityAlive,
} from 'overdeliver';
import {
  type CustomerSpending,
  cdnowOrderValues,
  cdnowPurchases,
  type customerSpendingSchema,
  fitGammaGamma,
  fitRetention,
  highEndRetention,
  type OutcomeConduct,
  type OutcomeValues,
  type purchaseHistorySchema,
  repurchases,
  valueOfOutcomes,
} from 'overdeliver/lifetime';
import { describe, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';

describe('fits', () => {
  it('give sets of the type of the published ones', () => {
    expectTypeOf(fitBgNbd).returns.toEqualTypeOf<typeof cdnowPurchases>();
    expectTypeOf(fitGammaGamma).returns.toEqualTypeOf<typeof cdnowOrderValues>();
    expectTypeOf(fitRetention).returns.toEqualTypeOf<typeof highEndRetention>();
    expectTypeOf(cdnowPurchases).toEqualTypeOf<ParameterSet<'r' | 'alpha' | 'a' | 'b'>>();
    expectTypeOf(cdnowOrderValues).toEqualTypeOf<ParameterSet<'p' | 'q' | 'gamma'>>();
    expectTypeOf(highEndRetention).toEqualTypeOf<ParameterSet<'a' | 'b'>>();
  });

  it('take columns and a name', () => {
    expectTypeOf(fitBgNbd).parameter(1).toEqualTypeOf<LifetimeFitOptions>();
    const customers = { frequency: [1], recency: new Float64Array(1), age: new Float32Array(1) };
    expectTypeOf(fitBgNbd).toBeCallableWith(customers, { id: 'lifetime/ours' });
    // @ts-expect-error a name is needed
    fitBgNbd(customers);
    // @ts-expect-error a column is missing
    fitBgNbd({ frequency: [1], recency: [1] }, { id: 'lifetime/ours' });
    // @ts-expect-error one table is no list of tables
    fitRetention([1000, 869], { id: 'lifetime/ours' });
  });
});

describe('predictions', () => {
  it('take a model of their own kind', () => {
    const customer: PurchaseHistory = { frequency: 0, recency: 0, age: 1 };
    expectTypeOf(probabilityAlive).returns.toEqualTypeOf<AliveProbability>();
    // @ts-expect-error a model of order values
    probabilityAlive(cdnowOrderValues, customer);
    expectTypeOf(expectedPurchases).toBeCallableWith(cdnowPurchases, null, 3);
    // @ts-expect-error nobody is new to P(alive)
    probabilityAlive(cdnowPurchases, null);
  });
});

describe('the schemas of rows', () => {
  it('infer the types that the docs show', () => {
    expectTypeOf<z.infer<typeof purchaseHistorySchema>>().toExtend<PurchaseHistory>();
    expectTypeOf<z.infer<typeof customerSpendingSchema>>().toExtend<CustomerSpending>();
  });
});

describe('values', () => {
  it('take what forecasts give', () => {
    expectTypeOf(repurchases).returns.toEqualTypeOf<number[]>();
    expectTypeOf(lifetimeValue).returns.toEqualTypeOf<LifetimeValue>();
    expectTypeOf(valueOfOutcomes)
      .parameter(0)
      .toEqualTypeOf<Readonly<Record<Outcome, OutcomeConduct>>>();
    expectTypeOf(valueOfOutcomes).returns.toEqualTypeOf<OutcomeValues>();
    expectTypeOf<LifetimeValue>().toEqualTypeOf<Readonly<LifetimeValue>>();
  });
});
