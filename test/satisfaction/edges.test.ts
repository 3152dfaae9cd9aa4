import { predictSatisfaction, type SatisfactionModel } from 'overdeliver';
import {
  predictSatisfactions,
  type SatisfactionDimension,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const number = (value: number) =>
  ({ value, unit: '', range: [-1e308, 1e308], status: 'assumed', source: 'test' }) as const;
/** A model of one dimension, whose numbers are given by their names. */
const modelOf = (
  dimension: Partial<SatisfactionDimension>,
  numbers: Readonly<Record<string, number>>,
  covariates: SatisfactionModel['covariates'] = {},
): SatisfactionModel => ({
  version: 1,
  id: 'test/edges',
  setting: 'a test',
  answers: { min: 1, max: 2 },
  dimensions: {
    one: { kind: 'level', unit: 'points', terms: ['gap'], value: 'identity', ...dimension },
  },
  covariates,
  parameters: {
    'threshold.1': number(0),
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, number(value)])),
  },
});
const column = (...numbers: number[]) => Float64Array.from(numbers);
const levels = (expected: number, perceived: number) => ({
  expected: column(expected),
  perceived: column(perceived),
});
const days = (promised: number, actual: number) =>
  ({ promised: column(promised), actual: column(actual), unit: 'days' }) as const;

describe('levels in columns', () => {
  const model = surveySatisfaction;

  it.each([
    [0, Number.NaN],
    [100, Number.NaN],
    [Number.NaN, 0],
    [Number.NaN, 100],
  ])('at an end of the scale are numbers, though the other is lacking: %d, %d', (e, x) => {
    expect([...predictSatisfactions(levels(e, x), { model }).status]).toEqual([1]);
  });

  it.each([
    [101, 50, 'expected[0]', 101],
    [-1, 50, 'expected[0]', -1],
    [101, Number.NaN, 'expected[0]', 101],
    [0, 101, 'perceived[0]', 101],
    [100, 101, 'perceived[0]', 101],
    [Number.NaN, -1, 'perceived[0]', -1],
  ])('off the scale are refused where they stand: %d, %d', (e, x, path, value) => {
    expect(refusal(() => predictSatisfactions(levels(e, x), { model }))).toMatchObject({
      code: 'out-of-range',
      path,
      value,
      expected: 'a level from 0 to 100, or NaN for none',
    });
  });

  it('beyond a block of rows are judged once, as those within', () => {
    const rows = 16_386;
    const many = {
      expected: new Float64Array(rows).fill(70),
      perceived: new Float64Array(rows).fill(60),
    };
    const { utility, score } = predictSatisfactions(many, { model });
    for (const row of [16_383, 16_384, 16_385]) {
      expect([utility[row], score[row]]).toEqual([utility[0], score[0]]);
    }
  });
});

describe('times and costs in columns', () => {
  const late = modelOf({ kind: 'time', unit: 'days', terms: ['gap'] }, { 'one.gap': 1 });
  const dear = modelOf({ kind: 'cost', unit: 'EUR', terms: ['gap'] }, { 'one.gap': 1 });
  const paid = modelOf(
    { kind: 'cost', unit: 'EUR', terms: ['performance', 'gap'] },
    { 'one.gap': 1, 'one.performance': 1 },
  );
  const bills = (actual: number) =>
    ({ promised: column(10), actual: column(actual), currency: 'EUR' }) as const;

  it('are in the unit that a model speaks of', () => {
    const [minutes, dollars] = [
      { promised: column(10), actual: column(8), unit: 'minutes' } as const,
      { ...bills(8), currency: 'USD' },
    ];
    expect(refusal(() => predictSatisfactions(minutes, { model: late }))).toMatchObject({
      code: 'unit-mismatch',
      path: 'unit',
      value: 'minutes',
    });
    expect(refusal(() => predictSatisfactions(dollars, { model: dear }))).toMatchObject({
      code: 'unit-mismatch',
      path: 'currency',
      value: 'USD',
    });
  });

  it('are amounts above 0, but a bill may come to nothing where its logarithm does not count', () => {
    expect(refusal(() => predictSatisfactions(days(10, 0), { model: late }))).toMatchObject({
      path: 'actual[0]',
      expected: 'an amount above 0 with a finite effect, or NaN for none',
    });
    expect(refusal(() => predictSatisfactions(bills(-1), { model: dear })).expected).toBe(
      'an amount of at least 0 with a finite effect, or NaN for none',
    );
    expect(predictSatisfactions(bills(0), { model: dear }).utility[0]).toBe(10);
    expect(refusal(() => predictSatisfactions(bills(0), { model: paid })).path).toBe('actual[0]');
  });
});

describe('a gap', () => {
  const broken = modelOf({ kind: 'time', unit: 'days', terms: ['broken'] }, { 'one.broken': 1 });
  const utility = (model: SatisfactionModel, columns: object) =>
    predictSatisfactions(columns as never, { model }).utility[0];

  it('of rounding breaks no promise', () => {
    expect(0.1 + 0.2).toBeGreaterThan(0.3);
    expect(utility(broken, days(0.3, 0.1 + 0.2))).toBe(0);
    expect(utility(broken, days(0.3, 0.3 + 1e-11))).toBe(-1);
  });

  it('of rounding is none, and who waits for that long waits for what is not overdue', () => {
    const took = (actual: number) => ({ promised: 0.3, actual, unit: 'hours' }) as const;
    const level = { expected: 0.3, perceived: 0.1 + 0.2 };
    for (const came of [took(0.1 + 0.2), level, { expected: 70, perceived: 70 }]) {
      expect(Object.values(predictSatisfaction(came).gaps).map(({ gap }) => gap)).toEqual([0]);
    }
    const waits = (actual: number) => ({ ...took(actual), stillWaiting: true });
    for (const actual of [0.3, 0.1 + 0.2]) {
      expect(refusal(() => predictSatisfaction(waits(actual)))).toMatchObject({
        path: 'actual',
        expected: 'a time beyond the promise, with nothing to judge before',
      });
    }
    expect(predictSatisfaction(waits(0.3 + 1e-11)).score).toBeLessThan(40);
  });

  it('counts from an expectation of nothing', () => {
    expect(utility(modelOf({}, { 'one.gap': 0.5 }), levels(0, 50))).toBe(25);
  });

  it('of nothing has no effect, also where any gap has the same', () => {
    // x^0 is 1 for every gap, but none is no gap.
    const model = modelOf(
      { terms: ['gain', 'loss'], value: 'power' },
      { 'one.gain': 2, 'one.loss': 3, 'one.exponent': 0 },
    );
    const effects = [60, 50, 40].map((perceived) => utility(model, levels(50, perceived)));
    expect(effects).toEqual([2, 0, -3]);
  });

  it('whose value is no number is refused, also where that side does not count', () => {
    const model = modelOf(
      { kind: 'time', unit: 'days', terms: ['loss'], value: 'power' },
      { 'one.loss': 1, 'one.exponent': 2 },
    );
    const wrong = refusal(() => predictSatisfactions(days(1e300, 1), { model }));
    expect(wrong).toMatchObject({ code: 'out-of-range', path: 'actual[0]', value: 1 });
  });
});

describe('covariates', () => {
  const both = modelOf(
    {},
    { 'one.gap': 1, 'covariates.a': 1, 'covariates.b': 1 },
    { a: 'identity', b: 'log' },
  );
  const of = (a: number, b: number, perceived = 50) => {
    const dimensions = { one: levels(50, perceived) };
    const columns = { dimensions, covariates: { a: column(a), b: column(b) } };
    return () => predictSatisfactions(columns, { model: both });
  };

  it('add up, and have a finite effect each and together', () => {
    expect(of(2, Math.E)().utility[0]).toBeCloseTo(3, 12);
    expect(refusal(of(2, 0)).path).toBe('covariates.b[0]');
    const { parameters } = both;
    const steep = { ...both, parameters: { ...parameters, 'covariates.b': number(1e308) } };
    const dimensions = { one: levels(50, 50) };
    const covariates = { a: column(1.7e308), b: column(Math.E) };
    const wrong = refusal(() => predictSatisfactions({ dimensions, covariates }, { model: steep }));
    expect(wrong.path).toBe('covariates.b[0]');
  });

  it('are refused off their range also in a row that lacks something else', () => {
    expect([...of(2, 3, Number.NaN)().status]).toEqual([1]);
    expect(refusal(of(2, 0, Number.NaN)).path).toBe('covariates.b[0]');
  });
});
