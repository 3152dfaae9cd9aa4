import { expectedPurchases, fitBgNbd, lifetimeValue, probabilityAlive } from 'overdeliver';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  fitGammaGamma,
  fitRetention,
  forecastPurchases,
  forecastRetention,
  highEndRetention,
  repurchases,
  valueOfOutcomes,
} from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const id = { id: 'lifetime/test' };
const good = { frequency: [0, 2, 1, 3], recency: [0, 8, 2, 9], age: [9, 9, 9, 9] };
const spent = { frequency: [1, 2, 3], value: [10, 20, 30] };

/** Calls a function with anything, and expects it to refuse at a place. */
function expectRefusal(
  call: (...args: never[]) => unknown,
  args: readonly unknown[],
  code: string,
  path: string,
  expected: string,
) {
  const refused = refusal(() => call(...(args as never[])));
  expect(refused).toMatchObject({ function: call.name, code, path });
  expect(refused.expected).toContain(expected);
}

describe('fitBgNbd refuses', () => {
  const columns = 'one of frequency, recency, age';
  it.each([
    [{ ...good, frequency: [0, -1, 1, 3] }, 'out-of-range', 'frequency[1]', 'a whole number'],
    [{ ...good, frequency: [0, 2, 1.5, 3] }, 'out-of-range', 'frequency[2]', 'a whole number'],
    [{ ...good, frequency: [0, 2, '1', 3] }, 'wrong-type', 'frequency[2]', 'a whole number'],
    [{ ...good, frequency: [0, 2, 0, 3] }, 'out-of-range', 'recency[2]', '0, since the first'],
    [{ ...good, recency: [0, 8, 2, 9.01] }, 'out-of-range', 'recency[3]', 'from 0 to the age of 9'],
    [{ ...good, recency: [0, -8, 2, 9] }, 'out-of-range', 'recency[1]', 'from 0 to the age of 9'],
    [
      { ...good, recency: [0, Number.NaN, 2, 9] },
      'out-of-range',
      'recency[1]',
      'from 0 to the age',
    ],
    [{ ...good, age: [9, 9, Number.NaN, 9] }, 'out-of-range', 'age[2]', 'a time from 0 to 1e15'],
    [{ ...good, age: [-1, 9, 9, 9] }, 'out-of-range', 'age[0]', 'a time from 0 to 1e15'],
    [{ ...good, age: [9, 9, '9', 9] }, 'wrong-type', 'age[2]', 'a time from 0 to 1e15'],
    [{ ...good, age: [9, Infinity, 9, 9] }, 'out-of-range', 'age[1]', 'a time from 0 to 1e15'],
    [{ ...good, age: [9, 9, 9] }, 'length-mismatch', 'age', '4 rows, as frequency has'],
    [{ ...good, age: undefined }, 'missing', 'age', 'an array of numbers'],
    [{ ...good, age: 9 }, 'wrong-type', 'age', 'an array of numbers'],
    [{ ...good, age: new DataView(new ArrayBuffer(32)) }, 'wrong-type', 'age', 'an array'],
    [{ ...good, T: [9] }, 'unknown-name', 'T', columns],
  ])('%j', (customers, code, path, expected) => {
    expectRefusal(fitBgNbd, [customers, id], code, `customers.${path}`, expected);
  });

  it('no columns at all', () => {
    expectRefusal(fitBgNbd, [null, id], 'wrong-type', 'customers', 'an object');
    expectRefusal(fitBgNbd, [3, id], 'wrong-type', 'customers', 'an object');
  });

  it('fewer customers than numbers to fit', () => {
    const three = { frequency: [0, 2, 1], recency: [0, 8, 2], age: [9, 9, 9] };
    expect(refusal(() => fitBgNbd(three, id))).toMatchObject({
      name: 'NotEnoughDataError',
      code: 'not-enough-data',
      path: 'customers',
      message: 'fitBgNbd: customers holds 3; expected at least 4 for the four numbers of the model',
    });
    expect(fitBgNbd(good, id).fit?.n).toBe(4);
  });

  it('customers none of whom came back, who identify nothing', () => {
    const none = { frequency: [0, 0, 0, 0], recency: [0, 0, 0, 0], age: [9, 8, 7, 6] };
    const refused = refusal(() => fitBgNbd(none, id));
    expect(refused).toMatchObject({ code: 'not-enough-data', path: 'customers.frequency' });
    expect(refused.expected).toBe(
      'at least 1 for knowing when customers return, repeat buyers that is, who have a frequency above 0',
    );
  });
});

describe.each([
  ['fitBgNbd', (options: unknown) => fitBgNbd(good, options as typeof id)],
  ['fitGammaGamma', (options: unknown) => fitGammaGamma(spent, options as typeof id)],
  ['fitRetention', (options: unknown) => fitRetention([[9, 7, 6]], options as typeof id)],
])('%s refuses the options', (fn, call) => {
  it.each([
    [{}, 'missing', 'options.id'],
    [{ id: '' }, 'out-of-range', 'options.id'],
    [{ id: 3 }, 'wrong-type', 'options.id'],
    [{ ...id, setting: '' }, 'out-of-range', 'options.setting'],
    [{ ...id, name: 'x' }, 'unknown-name', 'options.name'],
    [undefined, 'missing', 'options'],
  ])('%j', (options, code, path) => {
    expect(refusal(() => call(options))).toMatchObject({ function: fn, code, path });
  });
});

describe('fitGammaGamma refuses', () => {
  it.each([
    [{ ...spent, frequency: [1, 0, 3] }, 'out-of-range', 'frequency[1]', '1 or more'],
    [{ ...spent, frequency: [1, 2.5, 3] }, 'out-of-range', 'frequency[1]', 'a whole number'],
    [{ ...spent, value: [10, 20, 0] }, 'out-of-range', 'value[2]', 'above 0'],
    [{ ...spent, value: [10, Number.NaN, 30] }, 'out-of-range', 'value[1]', 'above 0'],
    [{ ...spent, value: [10, 20, Infinity] }, 'out-of-range', 'value[2]', 'up to 1e15'],
    [{ ...spent, value: [10, 20] }, 'length-mismatch', 'value', '3 rows'],
    [{ ...spent, recency: [1] }, 'unknown-name', 'recency', 'one of frequency, value'],
  ])('%j', (customers, code, path, expected) => {
    expectRefusal(fitGammaGamma, [customers, id], code, `customers.${path}`, expected);
  });

  it('fewer customers than numbers to fit', () => {
    const two = { frequency: [1, 2], value: [10, 20] };
    expect(refusal(() => fitGammaGamma(two, id)).message).toBe(
      'fitGammaGamma: customers holds 2; expected at least 3 for the three numbers of the model',
    );
    expect(fitGammaGamma(spent, id).fit?.n).toBe(3);
  });
});

describe('fitRetention refuses', () => {
  it.each([
    [[[9, 7, 8]], 'out-of-range', 'cohorts[0][2]', 'from 0 to the 7 before it'],
    [
      [
        [9, 7],
        [8, 9],
      ],
      'out-of-range',
      'cohorts[1][1]',
      'from 0 to the 8 before it',
    ],
    [[[9, -1]], 'out-of-range', 'cohorts[0][1]', 'from 0 to the 9'],
    [[[Infinity, 7]], 'out-of-range', 'cohorts[0][0]', 'from 0 to 1e15'],
    [[[9, Number.NaN]], 'out-of-range', 'cohorts[0][1]', 'from 0 to the 9'],
    [[9, 7, 6], 'wrong-type', 'cohorts[0]', 'an array of numbers'],
    [[[9, 7, 6], undefined], 'missing', 'cohorts[1]', 'an array of numbers'],
    [{}, 'wrong-type', 'cohorts', 'an array of survival tables'],
    [[[9, 7]], 'not-enough-data', 'cohorts', 'renewals'],
    [[], 'not-enough-data', 'cohorts', 'at least 2'],
    [[[1, 0.8, 0.7]], 'out-of-range', 'cohorts[0][1]', 'whole number'],
    [[[0.5]], 'out-of-range', 'cohorts[0][0]', 'whole number'],
    [[['9', 8]], 'wrong-type', 'cohorts[0][0]', 'whole number'],
  ])('%j', (cohorts, code, path, expected) => {
    expectRefusal(fitRetention, [cohorts, id], code, path, expected);
  });

  it('shares, since numbers to fit come from how many customers there were', () => {
    expect(refusal(() => fitRetention([[1, 0.869, 0.743]], id)).message).toBe(
      'fitRetention: cohorts[0][1] is 0.869; ' +
        'expected a whole number from 0 to the 1 before it: give counts, not shares',
    );
  });

  it('cohorts that nobody left', () => {
    expect(refusal(() => fitRetention([[100, 100, 100]], id))).toMatchObject({
      code: 'not-enough-data',
      path: 'cohorts',
      message:
        'fitRetention: cohorts holds nobody who left; expected at least 1 for knowing how customers leave',
    });
    expect(fitRetention([[100, 99, 99]], id).fit?.n).toBe(100);
  });
});

const history = { frequency: 2, recency: 8, age: 9 };

describe('predictions of purchases refuse', () => {
  const cases: [unknown, string, string, string][] = [
    [{ ...history, frequency: -1 }, 'out-of-range', 'customer.frequency', 'a whole number'],
    [{ ...history, frequency: 0 }, 'out-of-range', 'customer.recency', '0, since'],
    [{ ...history, recency: 9.5 }, 'out-of-range', 'customer.recency', 'from 0 to the age of 9'],
    [{ ...history, age: undefined }, 'missing', 'customer.age', 'a finite number'],
    [{ ...history, Age: 9 }, 'unknown-name', 'customer.Age', 'one of frequency, recency, age'],
    [7, 'wrong-type', 'customer', 'an object'],
  ];
  it.each(cases)('the customer %j', (customer, code, path, expected) => {
    expectRefusal(probabilityAlive, [cdnowPurchases, customer], code, path, expected);
    expectRefusal(expectedPurchases, [cdnowPurchases, customer, 3], code, path, expected);
    const options = { periods: 2 };
    expectRefusal(forecastPurchases, [cdnowPurchases, customer, options], code, path, expected);
  });

  it.each([
    [-1, 'out-of-range'],
    [Number.NaN, 'out-of-range'],
    [441_351, 'out-of-range'],
    ['3', 'wrong-type'],
    [undefined, 'wrong-type'],
  ])('the horizon %j', (horizon, code) => {
    const args = [cdnowPurchases, null, horizon];
    expectRefusal(expectedPurchases, args, code, 'horizon', 'a time from 0 to 441350');
  });

  it('a horizon of more than a million purchases', () => {
    const busy = { frequency: 999_999, recency: 10, age: 10 };
    const { purchases } = expectedPurchases(cdnowPurchases, busy, 14);
    expect(purchases).toBeGreaterThan(0);
    const args = [cdnowPurchases, busy, 15];
    expectRefusal(expectedPurchases, args, 'out-of-range', 'horizon', 'a time from 0 to 14.4');
  });

  it.each([
    [{ periods: 0 }, 'out-of-range', 'options.periods'],
    [{ periods: 10_001 }, 'out-of-range', 'options.periods'],
    [{ periods: 1.5 }, 'wrong-type', 'options.periods'],
    [{}, 'missing', 'options.periods'],
    [{ periods: 2, length: 0 }, 'out-of-range', 'options.length'],
    [{ periods: 2, length: 1e6 }, 'out-of-range', 'options.periods'],
    [{ periods: 2, horizon: 3 }, 'unknown-name', 'options.horizon'],
    [undefined, 'missing', 'options'],
  ])('the options %j', (options, code, path) => {
    expectRefusal(forecastPurchases, [cdnowPurchases, null, options], code, path, '');
  });

  // The time to compute grows with the number of periods times their end.
  it('many periods that reach far', () => {
    const forecast = (periods: number, length: number) =>
      refusal(() => forecastPurchases(cdnowPurchases, null, { periods, length }));
    const reach = (longest: number) => ({
      code: 'out-of-range',
      path: 'options.periods',
      expected: `periods that end within ${longest}, as far as the model reaches in so many steps`,
    });
    expect(forecast(300, 441_351 / 300)).toMatchObject({ ...reach(441_350), value: 300 });
    expect(forecast(600, 220_676 / 600)).toMatchObject({ ...reach(220_675), value: 600 });
  });
});

describe('models', () => {
  const { r: _, ...lacking } = cdnowPurchases.parameters;
  const off = { ...cdnowPurchases.parameters, a: { ...cdnowPurchases.parameters.a, value: 0 } };
  it.each([
    [undefined, 'missing', 'model'],
    [null, 'wrong-type', 'model'],
    ['lifetime/cdnow-bg-nbd', 'wrong-type', 'model'],
    [{ ...cdnowPurchases, parameters: lacking }, 'missing', 'model.r'],
    [{ ...cdnowPurchases, parameters: off }, 'out-of-range', 'model.a'],
    [cdnowOrderValues, 'missing', 'model.r'],
  ])('of the wrong kind are refused: %j', (model, code, path) => {
    expectRefusal(probabilityAlive, [model, history], code, path, '');
    expectRefusal(expectedPurchases, [model, history, 3], code, path, '');
  });

  // The sBG and the BG/NBD model both have an a and a b.
  it('with a number that a model does not have are another model', () => {
    const expected = 'one of a, b';
    expectRefusal(
      forecastRetention,
      [cdnowPurchases, { periods: 2 }],
      'unknown-name',
      'model.r',
      expected,
    );
    const more = (set: typeof cdnowPurchases | typeof cdnowOrderValues) => ({
      ...set,
      parameters: { ...set.parameters, c: cdnowPurchases.parameters.a },
    });
    const purchases = more(cdnowPurchases);
    const names = 'one of r, alpha, a, b';
    expectRefusal(probabilityAlive, [purchases, history], 'unknown-name', 'model.c', names);
    expectRefusal(expectedPurchases, [purchases, null, 3], 'unknown-name', 'model.c', names);
    const options = { periods: 2 };
    expectRefusal(forecastPurchases, [purchases, null, options], 'unknown-name', 'model.c', names);
    const values = more(cdnowOrderValues);
    expectRefusal(expectedOrderValue, [values, null], 'unknown-name', 'model.c', 'p, q, gamma');
  });

  it('are needed', () => {
    expectRefusal(forecastRetention, [undefined, { periods: 2 }], 'missing', 'model', 'high-end');
    expectRefusal(expectedOrderValue, [undefined, null], 'missing', 'model', 'gamma-gamma');
  });
});

it.each([
  [{ frequency: 0, value: 3 }, 'out-of-range', 'customer.frequency', '1 or more'],
  [{ frequency: 2, value: 0 }, 'out-of-range', 'customer.value', 'above 0'],
  [{ frequency: 2 }, 'missing', 'customer.value', 'a finite number'],
  [{ frequency: 2, vaule: 3 }, 'unknown-name', 'customer.vaule', 'value, or one of frequency'],
  [undefined, 'missing', 'customer', 'an object'],
])('expectedOrderValue refuses %j', (customer, code, path, expected) => {
  expectRefusal(expectedOrderValue, [cdnowOrderValues, customer], code, path, expected);
});

it.each([
  [{ periods: 0 }, 'out-of-range', 'options.periods'],
  [{ periods: 3, renewals: -1 }, 'out-of-range', 'options.renewals'],
  [{ periods: 3, renewals: 0.5 }, 'wrong-type', 'options.renewals'],
  [{ periods: 3, years: 1 }, 'unknown-name', 'options.years'],
])('forecastRetention refuses %j', (options, code, path) => {
  expectRefusal(forecastRetention, [highEndRetention, options], code, path, '');
});

describe('lifetimeValue refuses', () => {
  const options = { margin: 10, discountRate: 0.1 };
  it.each([
    [[1, -1], options, 'out-of-range', 'purchases[1]', 'from 0 to 1e15'],
    [[1, Number.NaN], options, 'out-of-range', 'purchases[1]', 'from 0 to 1e15'],
    [[Infinity], options, 'out-of-range', 'purchases[0]', 'from 0 to 1e15'],
    [[1, '1'], options, 'wrong-type', 'purchases[1]', 'from 0 to 1e15'],
    [undefined, options, 'missing', 'purchases', 'an array'],
    [3, options, 'wrong-type', 'purchases', 'an array'],
    [[1], { ...options, discountRate: -1 }, 'out-of-range', 'options.discountRate', 'above -1'],
    [[1], { ...options, discountRate: 10 }, 'out-of-range', 'options.discountRate', 'such as .1'],
    [[1], { ...options, discountRate: 1.01 }, 'out-of-range', 'options.discountRate', 'to 1'],
    [[1], { ...options, margin: Infinity }, 'out-of-range', 'options.margin', 'a finite number'],
    [[1], { margin: 1 }, 'missing', 'options.discountRate', 'a finite number'],
    [[1], { ...options, horizon: 1 }, 'unknown-name', 'options.horizon', 'one of margin'],
    [
      new Array(400).fill(1),
      { margin: 1, discountRate: -0.99 },
      'out-of-range',
      'options.discountRate',
      'below 1e200',
    ],
    [[1], { margin: 1.1e15, discountRate: 0 }, 'out-of-range', 'options.margin', 'to 1e15'],
    [[1], { margin: -1.1e15, discountRate: 0 }, 'out-of-range', 'options.margin', 'from -1e15'],
  ])('%j with %j', (purchases, given, code, path, expected) => {
    expectRefusal(lifetimeValue, [purchases, given], code, path, expected);
  });
});

it.each([
  [1.1, 3, 'out-of-range', 'probability'],
  [-0.1, 3, 'out-of-range', 'probability'],
  [undefined, 3, 'missing', 'probability'],
  [0.5, 0, 'out-of-range', 'periods'],
  [0.5, undefined, 'missing', 'periods'],
])('repurchases refuses %j, %j', (probability, periods, code, path) => {
  expectRefusal(repurchases, [probability, periods], code, path, '');
});

describe('valueOfOutcomes refuses', () => {
  const same = { purchases: [1], margin: 2 };
  const conduct = { below: same, met: same, exceeded: same };
  it.each([
    [{ ...conduct, met: undefined }, 'missing', 'conduct.met'],
    [{ ...conduct, better: same }, 'unknown-name', 'conduct.better'],
    [{ ...conduct, met: { purchases: [1] } }, 'missing', 'conduct.met.margin'],
    [{ ...conduct, met: { margin: 2 } }, 'missing', 'conduct.met.purchases'],
    [
      { ...conduct, below: { ...same, purchases: [1, -1] } },
      'out-of-range',
      'conduct.below.purchases[1]',
    ],
    [
      { ...conduct, below: { ...same, referrals: Number.NaN } },
      'out-of-range',
      'conduct.below.referrals',
    ],
    [
      { ...conduct, below: { purchases: [2], margin: 1e16 } },
      'out-of-range',
      'conduct.below.margin',
    ],
    [
      { ...conduct, exceeded: { ...same, purchases: [1, 1] } },
      'length-mismatch',
      'conduct.exceeded.purchases',
    ],
    [{ ...conduct, met: { ...same, purchases: [] } }, 'length-mismatch', 'conduct.met.purchases'],
    [null, 'wrong-type', 'conduct'],
  ])('%j', (given, code, path) => {
    expectRefusal(valueOfOutcomes, [given, { discountRate: 0 }], code, path, '');
  });

  it.each([
    [{ discountRate: -1 }, 'out-of-range', 'options.discountRate'],
    [{ discountRate: 10 }, 'out-of-range', 'options.discountRate'],
    [{}, 'missing', 'options.discountRate'],
    [{ discountRate: 0, referralValue: '3' }, 'wrong-type', 'options.referralValue'],
    [{ discountRate: 0, margin: 3 }, 'unknown-name', 'options.margin'],
  ])('the options %j', (options, code, path) => {
    expectRefusal(valueOfOutcomes, [conduct, options], code, path, '');
  });
});
