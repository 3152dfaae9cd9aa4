import fc from 'fast-check';
import {
  explainSatisfaction,
  isOverdeliverError,
  marketplaceSatisfaction,
  type SatisfactionColumns,
  type SatisfactionExperience,
  type SatisfactionModel,
} from 'overdeliver';
import {
  mixedSatisfaction,
  predictSatisfactions,
  tk92Satisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

/** The scalar answer, or the status of a row without one. */
function alone(experience: SatisfactionExperience, model?: SatisfactionModel) {
  try {
    const { prediction, utility } = explainSatisfaction(experience, { model });
    return { score: prediction.score, utility, status: 0 };
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    const status = error.expected.startsWith('a time beyond') ? 2 : 1;
    return { score: Number.NaN, utility: Number.NaN, status };
  }
}

function expectSame(
  columns: SatisfactionColumns,
  rows: readonly SatisfactionExperience[],
  model?: SatisfactionModel,
) {
  const table = predictSatisfactions(columns, { model });
  rows.forEach((row, i) => {
    const { score, utility, status } = alone(row, model);
    expect(Object.is(table.score[i], score), `score of row ${i}`).toBe(true);
    expect(Object.is(table.utility[i], utility), `utility of row ${i}`).toBe(true);
    expect(table.status[i]).toBe(status);
  });
}

const gap = fc.constant(Number.NaN);
const amount = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0.1, max: 90, noNaN: true }) },
  {
    weight: 1,
    arbitrary: gap,
  },
);
const column = <Row>(rows: readonly Row[], of: (row: Row) => number) => Float64Array.from(rows, of);

const basket: SatisfactionModel = {
  ...mixedSatisfaction,
  id: 'ours/basket',
  covariates: { items: 'identity', price: 'log' },
  dimensions: {
    ...mixedSatisfaction.dimensions,
    cost: {
      kind: 'cost',
      unit: 'percent',
      terms: ['gain', 'loss'],
      value: 'capped',
      response: 'must-be',
    },
  },
  parameters: {
    ...mixedSatisfaction.parameters,
    'covariates.items': {
      value: -0.3,
      unit: 'log odds',
      range: [-1, 1],
      status: 'assumed',
      source: 'test',
    },
    'covariates.price': {
      value: -0.1,
      unit: 'log odds',
      range: [-1, 1],
      status: 'assumed',
      source: 'test',
    },
  },
};

describe('predictSatisfactions', () => {
  const delivery = fc.record({ promised: amount, actual: amount, stillWaiting: fc.boolean() });

  it('agrees with predictSatisfaction bit for bit, of promises', () => {
    holds(
      fc.property(fc.array(delivery, { minLength: 1, maxLength: 30 }), (rows) => {
        expectSame(
          {
            promised: column(rows, (row) => row.promised),
            actual: column(rows, (row) => row.actual),
            stillWaiting: Uint8Array.from(rows, (row) => Number(row.stillWaiting)),
            unit: 'days',
          },
          rows.map((row) => ({ ...row, unit: 'days' })),
        );
      }),
      200,
    );
  });

  it('of levels', () => {
    const use = fc.record({ expected: amount, perceived: amount });
    holds(
      fc.property(fc.array(use, { minLength: 1, maxLength: 30 }), (rows) => {
        const expected = column(rows, (row) => row.expected);
        expectSame({ expected, perceived: column(rows, (row) => row.perceived) }, rows);
      }),
    );
  });

  it.each([
    ['mixed', mixedSatisfaction],
    ['TK92', tk92Satisfaction],
    ['with covariates', basket],
  ])('of a mix, %s', (_, model) => {
    const mix = fc.record({ time: delivery, cost: delivery, expected: amount, perceived: amount });
    holds(
      fc.property(fc.array(mix, { minLength: 1, maxLength: 20 }), (rows) => {
        const covariates = model === basket;
        const dimensions = {
          time: {
            promised: column(rows, (row) => row.time.promised),
            actual: column(rows, (row) => row.time.actual),
            stillWaiting: Uint8Array.from(rows, (row) => Number(row.time.stillWaiting)),
            unit: 'hours',
          },
          cost: {
            promised: column(rows, (row) => row.cost.promised),
            actual: column(rows, (row) => row.cost.actual),
            currency: 'EUR',
          },
          service: {
            expected: column(rows, (row) => row.expected),
            perceived: column(rows, (row) => row.perceived),
          },
        } as const;
        const items = column(rows, (row) => row.expected);
        const columns = covariates
          ? { dimensions, covariates: { items, price: items } }
          : { dimensions };
        const table = predictSatisfactions(columns, { model });
        rows.forEach(({ time, cost, expected, perceived }, i) => {
          if (table.status[i] !== 0) return;
          const one = alone(
            {
              dimensions: {
                time: { ...time, unit: 'hours' },
                cost: { promised: cost.promised, actual: cost.actual, currency: 'EUR' },
                service: { expected, perceived },
              },
              ...(covariates && { covariates: { items: expected, price: expected } }),
            },
            model,
          );
          expect(Object.is(table.score[i], one.score)).toBe(true);
          expect(Object.is(table.utility[i], one.utility)).toBe(true);
        });
      }),
    );
  });

  it('goes on past a block of rows, and names its model', () => {
    const rows = 40_000;
    const promised = new Float64Array(rows).fill(10);
    const actual = Float64Array.from({ length: rows }, (_, i) => 1 + (i % 20));
    const table = predictSatisfactions({ promised, actual, unit: 'days' });
    expect(table.score.subarray(20_000)).toEqual(table.score.subarray(0, 20_000));
    const { id, setting } = marketplaceSatisfaction;
    expect(table.model).toEqual({ id, setting });
  });

  it('gives a row without a covariate no answer', () => {
    const dimensions = {
      service: { expected: Float64Array.of(70, 70), perceived: Float64Array.of(80, 80) },
    };
    const covariates = { items: Float64Array.of(1, Number.NaN), price: Float64Array.of(1, 1) };
    const { status, score } = predictSatisfactions({ dimensions, covariates }, { model: basket });
    expect([...status]).toEqual([0, 1]);
    expect(score[1]).toBeNaN();
  });

  it.each([
    [{ promised: [10, 0], actual: [8, 8] }, 'out-of-range', 'promised[1]', 0],
    [{ promised: [10, 10], actual: [8, -1] }, 'out-of-range', 'actual[1]', -1],
    [{ promised: [10, 10], actual: [Infinity, 1] }, 'out-of-range', 'actual[0]', Infinity],
    [{ promised: [10], actual: [8, 1] }, 'length-mismatch', 'actual', 2],
  ])('refuses %o', (columns, code, path, value) => {
    const given = {
      promised: Float64Array.from(columns.promised),
      actual: Float64Array.from(columns.actual),
      unit: 'days',
    } as const;
    expect(refusal(() => predictSatisfactions(given))).toMatchObject({
      function: 'predictSatisfactions',
      code,
      path,
      value,
    });
  });

  const good = { promised: Float64Array.of(10), actual: Float64Array.of(8), unit: 'days' };
  it.each([
    [{ ...good, actual: [8] }, 'wrong-type', 'actual'],
    [{ ...good, unit: 'weeks' }, 'unknown-name', 'unit'],
    [{ ...good, stillWaiting: Uint8Array.of(2) }, 'out-of-range', 'stillWaiting[0]'],
    [{ ...good, stillWaiting: [1] }, 'wrong-type', 'stillWaiting'],
    [{ ...good, stillWaiting: Uint8Array.of(0, 0) }, 'length-mismatch', 'stillWaiting'],
    [{ promised: good.promised, unit: 'days' }, 'missing', 'actual'],
    [
      { expected: Float64Array.of(50), perceived: Float64Array.of(101) },
      'out-of-range',
      'perceived[0]',
    ],
    [{ dimensions: { speed: good } }, 'unknown-name', 'dimensions.speed'],
    [null, 'wrong-type', ''],
  ])('refuses %o', (columns, code, path) => {
    expect(refusal(() => predictSatisfactions(columns as never))).toMatchObject({ code, path });
  });

  it('refuses a covariate off its range, by row, and an option it does not know', () => {
    const dimensions = { time: { ...good, unit: 'days' as const } };
    const wrong = (items: number, price: number) => ({
      dimensions,
      covariates: { items: Float64Array.of(items), price: Float64Array.of(price) },
    });
    const refused = (items: number, price: number) =>
      refusal(() => predictSatisfactions(wrong(items, price), { model: basket }));
    expect(refused(Infinity, 1)).toMatchObject({ path: 'covariates.items[0]' });
    expect(refused(1, 0)).toMatchObject({ path: 'covariates.price[0]', code: 'out-of-range' });
    const options = { answers: true } as object;
    const columns = { ...good, unit: 'days' as const };
    expect(refusal(() => predictSatisfactions(columns, options)).path).toBe('options.answers');
  });
});

describe('an amount whose effect is not finite is refused, alone and in columns', () => {
  const numbers = (set: SatisfactionModel, values: Readonly<Record<string, number>>) => ({
    ...set,
    id: 'ours/far',
    parameters: {
      ...set.parameters,
      ...Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          {
            value,
            unit: 'any',
            range: [-1e300, 1e300] as const,
            status: 'assumed',
            source: 'test',
          },
        ]),
      ),
    } as SatisfactionModel['parameters'],
  });
  const expectRefused = (promised: number, actual: number, model: SatisfactionModel) => {
    const one = refusal(() =>
      explainSatisfaction({ promised, actual, currency: 'EUR' }, { model }),
    );
    const expected = 'an amount with a finite effect';
    expect(one).toMatchObject({ code: 'out-of-range', path: 'actual', value: actual, expected });
    const columns = {
      promised: Float64Array.of(10, promised),
      actual: Float64Array.of(10, actual),
      currency: 'EUR',
    };
    expect(refusal(() => predictSatisfactions(columns, { model }))).toMatchObject({
      function: 'predictSatisfactions',
      code: 'out-of-range',
      path: 'actual[1]',
      value: actual,
      expected: 'an amount of at least 0 with a finite effect, or NaN for none',
    });
  };

  it.each([
    ['a power of a gap', 1, 1e200, { 'cost.exponent': 3 }],
    ['that nothing counts', 1, 1e200, { 'cost.exponent': 3, 'cost.loss': 0 }],
    ['of a gain', 1e300, 1, { 'cost.exponent': 200 }],
    ['a gap in percent', 1e-300, 1e300, {}],
    ['that overflows before it is divided', 1.7e308, 1, {}],
    ['a coefficient', 1e3, 2e3, { 'cost.loss': 1e300, 'cost.exponent': 10 }],
  ])('%s', (_, promised, actual, values) => {
    expectRefused(promised, actual, numbers(tk92Satisfaction, values));
  });

  it('a covariate', () => {
    const items = numbers(basket, { 'covariates.items': 1e300 });
    const dimensions = { service: { expected: 70, perceived: 80 } };
    const one = { dimensions, covariates: { items: 1e10, price: 1 } };
    const expected = 'a number with a finite effect';
    const path = 'covariates.items';
    expect(refusal(() => explainSatisfaction(one, { model: items }))).toMatchObject({
      path,
      expected,
    });
    const service = { expected: Float64Array.of(70), perceived: Float64Array.of(80) };
    const columns = {
      dimensions: { service },
      covariates: { items: Float64Array.of(1e10), price: Float64Array.of(1) },
    };
    expect(refusal(() => predictSatisfactions(columns, { model: items }))).toMatchObject({
      path: `${path}[0]`,
      expected: `${expected}, or NaN for none`,
    });
  });

  it('but not the mean of large ones', () => {
    const actual = { mean: 1e306, sd: 1e305 };
    const { gaps } = explainSatisfaction({ promised: 1, actual, currency: 'EUR' }).prediction;
    expect((gaps.cost?.gap as number) / 1e308).toBeCloseTo(-1, 6);
  });
});
