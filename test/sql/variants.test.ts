import { calibrateEstimates, estimateWith, fitEstimator } from 'overdeliver';
import type { EstimatorModel } from 'overdeliver/capability';
import { adjustParameters } from 'overdeliver/core';
import { airlineExpectation, expectationDefaults } from 'overdeliver/expectation';
import { cdnowPurchases } from 'overdeliver/lifetime';
import { marketplaceSatisfaction, type SatisfactionModel } from 'overdeliver/satisfaction';
import {
  type ExpectationRows,
  estimatesSql,
  expectationSql,
  keptRatesSql,
  lifetimeSql,
  satisfactionSql,
} from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { everyTerm } from './every-model';
import { assumed } from './models';
import { answered, type Row, inSqlite as where } from './one-row';

const formed = (
  parameters: typeof expectationDefaults,
  columns: ExpectationRows['columns'],
  row: Row,
) => answered(expectationSql(parameters, { ...where, columns }).text, row);

describe('expectations', () => {
  it('take a price, whatever its exponent', async () => {
    const columns = {
      stage: 'first-use',
      signals: { price: { amount: 'paid', reference: 'usual' } },
    } as const;
    const by = (priceExponent: number) =>
      adjustParameters(expectationDefaults, `by-${priceExponent}`, { priceExponent });
    const row = { paid: 20, usual: 10 };
    // The odds of 50 grow with the power of 2.
    for (const [exponent, level] of [
      [0, 50],
      [1, 100 / (1 + 1 / 2)],
      [2, 100 / (1 + 1 / 4)],
    ] as const) {
      const { predicted_mean } = await formed(by(exponent), columns, row);
      expect(predicted_mean).toBeCloseTo(level, 12);
    }
    expect((await formed(by(2), columns, { paid: 0, usual: 10 })).predicted_mean).toBe(0);
    expect((await formed(by(0), columns, { paid: 0, usual: 10 })).predicted_mean).toBe(50);
    // 1e50 to the power of 10 is no double, and ends a query in PostgreSQL.
    const far = await formed(by(10), columns, { paid: 1, usual: 1e50 });
    expect(far.predicted_mean).toBeCloseTo(0, 40);
    expect((await formed(by(2), columns, { paid: null, usual: 10 })).status).toBe('no-signal');
    expect(await formed(by(1), columns, { paid: 5, usual: null })).toMatchObject({
      status: 'out-of-range',
      input: 'usual',
    });
  });

  it('tell a signal that cannot be from one that nobody trusts', async () => {
    const at = (stage: 'never-used' | 'first-use', trust: number) =>
      formed(
        expectationDefaults,
        {
          stage,
          signals: {
            wordOfMouth: 'word',
            firstImpression: { level: 'first', reliability: 'trust', sd: 'sd' },
            rolePerception: { level: 'role', reliability: 'trust' },
            competitorOffer: { level: 'rival', reliability: 'trust' },
            personalNeeds: 'need',
          },
        },
        { word: 50, first: 80, trust, sd: 10, role: 70, rival: 90, need: 60 },
      );
    const mismatch = { status: 'stage-mismatch', input: 'first' };
    expect(await at('never-used', 0.5)).toMatchObject(mismatch);
    expect((await at('never-used', 0)).status).toBe('ok');
    expect((await at('first-use', 0.5)).status).toBe('ok');
  });

  it('refuse a standard deviation that forming refuses', async () => {
    const columns = {
      stage: 'never-used',
      signals: { wordOfMouth: { level: 'word', sd: 'sd' } },
    } as const;
    const at = (sd: number) => formed(expectationDefaults, columns, { word: 50, sd });
    expect((await at(1000)).status).toBe('ok');
    expect(await at(1001)).toMatchObject({ status: 'out-of-range', input: 'sd' });
  });

  it('start from a base that was learnt', async () => {
    const columns = {
      stage: { column: 'stage' },
      signals: { wordOfMouth: 'word', firstImpression: 'first' },
    } as const;
    const row = { stage: 'long-term', word: null, first: null };
    const { predicted_mean, status } = await formed(airlineExpectation, columns, row);
    const base = (airlineExpectation.parameters as Readonly<Record<string, { value: number }>>)[
      'base.level'
    ];
    expect({ predicted_mean, status }).toEqual({ predicted_mean: base?.value, status: 'ok' });
    expect(await formed(airlineExpectation, columns, { ...row, stage: 'regular' })).toMatchObject({
      status: 'unknown-name',
      input: 'stage',
    });
  });
});

describe('text in place of numbers', () => {
  it('is off the range in SQLite, not taken for none', async () => {
    const columns = {
      stage: 'never-used',
      signals: { wordOfMouth: 'word', advertising: 'heard' },
    } as const;
    expect(await formed(expectationDefaults, columns, { word: 'good', heard: 50 })).toMatchObject({
      status: 'out-of-range',
      input: 'word',
      predicted_mean: null,
    });
    const { text } = keptRatesSql({
      ...where,
      columns: { made: 'made', due: 'due', delivered: 'came' },
      asOf: 9,
    });
    expect(await answered(text, { made: 1, due: 5, came: '2026-03-01' })).toMatchObject({
      status: 'out-of-range',
      input: 'came',
      overdue: null,
    });
    expect(await answered(text, { made: 1, due: 5, came: null })).toMatchObject({ overdue: 1 });
  });
});

describe('satisfactions', () => {
  it('take every term, value and response, and covariates', async () => {
    const { text } = satisfactionSql(everyTerm, {
      ...where,
      columns: {
        dimensions: {
          time: { promised: 'said', actual: 'took', unit: 'days', stillWaiting: 'waits' },
          cost: { promised: 'quoted', actual: 'paid', currency: 'EUR' },
          service: { expected: 'wished', perceived: 'got' },
        },
        covariates: { items: 'items', weight: 'weight' },
      },
    });
    const row = {
      ...{ said: 2, took: 7, waits: 1, quoted: 20, paid: 24 },
      ...{ wished: 50, got: 70, items: 3, weight: 2 },
    };
    // The shares are 2, 1 and .5 of 3.5; by hand from the formula of the model.
    const lost = 3.3 + 0.2 * (5 - 3.3);
    const time = -0.3 * Math.log(7) - 0.05 * lost - 0.07 * lost - 0.4 - 0.6;
    const cost = -0.1 * Math.log(24 / 20) - 0.3 * 4 ** 0.7;
    const service = 0.01 * 20 + 0.03 * 12;
    const covariates = 0.2 * Math.log(3) - 0.004 * 2;
    const utility = (2 * time + cost + 0.5 * service) / 3.5 + covariates;
    const chance = (cut: number) => 1 / (1 + Math.exp(cut - utility));
    const answer = await answered(text, row);
    expect(answer.utility).toBeCloseTo(utility, 12);
    // The third answer is pooled with the second, so that one threshold counts twice.
    expect(answer.score).toBeCloseTo((100 * (chance(-2) + 2 * chance(0) + chance(1.5))) / 4, 10);
    expect(await answered(text, { ...row, waits: 2 })).toMatchObject({
      status: 'out-of-range',
      input: 'waits',
    });
    expect(await answered(text, { ...row, said: 9 })).toMatchObject({ status: 'still-waiting' });
    expect(await answered(text, { ...row, weight: null })).toMatchObject({
      status: 'missing',
      input: 'weight',
    });
    expect((await answered(text, { ...row, items: null, weight: null })).input).toBe('weight');
  });

  it.each([
    [0, 1],
    [-0.5, 4 ** -0.5],
    [1.5, 4 ** 1.5],
  ])('count a gap to the power of %s, and no gap not at all', async (exponent, worth) => {
    const of = everyTerm.parameters['cost.exponent'];
    const parameters = { ...everyTerm.parameters, 'cost.exponent': { ...of, value: exponent } };
    const { text } = satisfactionSql(
      {
        ...everyTerm,
        covariates: {},
        parameters: withoutCovariates(parameters),
      } as SatisfactionModel,
      {
        ...where,
        columns: { dimensions: { cost: { promised: 'quoted', actual: 'paid', currency: 'EUR' } } },
      },
    );
    const { utility } = await answered(text, { quoted: 20, paid: 24 });
    expect(utility).toBeCloseTo(-0.1 * Math.log(24 / 20) - 0.3 * worth, 12);
    expect(await answered(text, { quoted: 20, paid: 20 })).toMatchObject({
      utility: 0,
      status: 'ok',
    });
  });

  it('of performance alone take no promise', async () => {
    const { promised: _, ...alone } = { promised: 'said', actual: 'took', unit: 'days' } as const;
    const { thresholds, form } = performanceAlone();
    const model = { ...form, parameters: { ...form.parameters, ...thresholds } };
    const { text, reads } = satisfactionSql(model, { ...where, columns: alone });
    expect(reads).toEqual(['took']);
    const { utility, score } = await answered(text, { took: 4 });
    // e to this utility is 1/2; the least answer is pooled with the next one, above which everybody is.
    expect(utility).toBeCloseTo(-0.5 * Math.log(4), 12);
    const above = [1, 1 / (1 + 2 * Math.exp(-1)), 1 / (1 + 2 * Math.exp(1))];
    expect(score).toBeCloseTo((100 * above.reduce((sum, chance) => sum + chance)) / 3, 10);
  });

  it('of performance alone have no answer without a promise that is named', async () => {
    const { thresholds, form } = performanceAlone();
    const model = { ...form, parameters: { ...form.parameters, ...thresholds } };
    const columns = { promised: 'said', actual: 'took', unit: 'days' } as const;
    const { text } = satisfactionSql(model, { ...where, columns });
    expect(await answered(text, { said: null, took: 4 })).toEqual({
      ...{ score: null, utility: null },
      ...{ status: 'missing', input: 'said' },
    });
  });
});

const withoutCovariates = <Set extends object>(parameters: Set) =>
  Object.fromEntries(
    Object.entries(parameters).filter(([name]) => !name.startsWith('covariates.')),
  );

/** Times alone, of which the two least answers are pooled. */
function performanceAlone() {
  const form: SatisfactionModel = {
    version: 1,
    id: 'alone',
    setting: 'a test',
    answers: { min: 1, max: 4 },
    pooled: [1],
    dimensions: { time: { kind: 'time', unit: 'days', terms: ['performance'], value: 'identity' } },
    parameters: { 'time.performance': assumed(-0.5) },
  };
  return { form, thresholds: { 'threshold.2': assumed(-1), 'threshold.3': assumed(1) } };
}

describe('others', () => {
  it('estimates quote categories with backslashes for each engine', () => {
    const history = {
      actuals: [20, 30, 45, 20, 30, 45],
      columns: { store: ['a\\b', 'b', "c's", 'a\\b', 'b', "c's"] },
    };
    const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
    const calibration = calibrateEstimates(
      { estimates: [30, 20, 40, 25], actuals: [33, 30, 40, 30] },
      { unit: 'minutes' },
    );
    const quote = { calibration, keepRate: 0.8 };
    const text = (dialect: 'duckdb' | 'postgres' | 'clickhouse') =>
      estimatesSql(model, { dialect, from: 't', columns: { store: 'store' }, quote }).text;
    expect(text('duckdb')).toContain("'a\\b'");
    expect(text('postgres')).toContain("E'a\\\\b'");
    expect(text('clickhouse')).toContain("'a\\\\b'");
    expect(text('clickhouse')).toContain("'c\\'s'");
  });

  it('estimates follow logarithms, bends, pairs and spreads', async () => {
    const number = { value: 0.5, standardError: 0, mean: 1, range: [2, 8] as const };
    const effect = (value: number) => ({ value, standardError: 0, n: 9 });
    const columns = ['day', 'store'] as const;
    const model: EstimatorModel = {
      kind: 'log-linear',
      version: 2,
      unit: 'minutes',
      n: 9,
      shrinkage: 1,
      residualSd: 1,
      r2: null,
      intercept: { value: 1, standardError: 0 },
      numeric: {
        km: { ...number, scale: 'log', bends: [{ ...number, value: 0.2, at: 1.5, mean: 0.1 }] },
        kg: { ...number, scale: 'linear', bends: [] },
      },
      categorical: { day: { mon: effect(0.1) }, store: {} },
      interactions: { both: { columns, effects: { mon: { north: effect(0.3) } } } },
      spread: {
        intercept: { value: -1, standardError: 0 },
        numeric: { kg: { ...number, scale: 'linear', bends: [] } },
        categorical: {},
        interactions: {},
      },
    };
    const named = { km: 'km', kg: 'kg', day: 'day', store: 'store' };
    const calibration = calibrateEstimates(
      { estimates: [30, 20, 40, 25], spreads: [2, 2, 2, 2], actuals: [33, 30, 40, 30] },
      { unit: 'minutes' },
    );
    const quote = { calibration, keepRate: 0.8 };
    const { text } = estimatesSql(model, { ...where, columns: named, quote });
    for (const row of [
      { km: 6, kg: 3, day: 'mon', store: 'north' },
      { km: 1, kg: 20, day: 'tue', store: 'south' },
      { km: 0, kg: 0, day: 'mon', store: 'south' },
    ]) {
      const own = estimateWith(model, row);
      const answer = await answered(text, row);
      expect(answer.estimate).toBeCloseTo(own.estimate, 10);
      expect(answer.spread).toBeCloseTo(own.spread, 10);
      expect(answer.quote).toBeCloseTo(1.5 ** (own.spread / 2) * own.estimate, 8);
      expect(answer.unseen).toBe(own.unseen.length);
    }
    const older = { ...model, version: 1, spread: undefined, interactions: undefined };
    const plain = estimatesSql(older as never, { ...where, columns: named }).text;
    expect((await answered(plain, { km: 6, kg: 3, day: 'mon', store: 'x' })).spread).toBe(1);
  });

  it('estimates are not quoted where the quote is no number', async () => {
    const zero = { value: 0, standardError: 0 };
    const by = { ...zero, value: 1, mean: 0, range: [0, 9] as const };
    const linear = { ...by, scale: 'linear', bends: [] } as const;
    const model: EstimatorModel = {
      ...{ kind: 'log-linear', version: 2, unit: 'minutes', n: 9, shrinkage: 1 },
      ...{ residualSd: 1, r2: null, intercept: zero, categorical: {}, interactions: {} },
      numeric: { km: linear },
      spread: { intercept: zero, numeric: { kg: linear }, categorical: {}, interactions: {} },
    };
    const columns = { km: 'km', kg: 'kg' };
    const sql = (ratio: number, bySpread: boolean) => {
      const nine = (x: number) => Array<number>(9).fill(x);
      const history = { estimates: nine(1), actuals: nine(ratio) };
      const calibration = calibrateEstimates(
        { ...history, ...(bySpread && { spreads: nine(1) }) },
        { unit: 'minutes' },
      );
      return estimatesSql(model, { ...where, columns, quote: { calibration, keepRate: 0.5 } }).text;
    };
    const far = { status: 'out-of-range', input: null, quote: null };
    // A factor of 1000 takes the logarithm of an estimate by 6.9 beyond 700.
    expect(await answered(sql(1000, false), { km: 695, kg: 0 })).toMatchObject(far);
    expect((await answered(sql(2, false), { km: 695, kg: 0 })).status).toBe('ok');
    // The spread is e, and e^6.8 = 898, so that 2.5 to its power is e^823, though the estimate is e^-300.
    expect((await answered(sql(2.5, true), { km: -300, kg: 1 })).quote).toBeCloseTo(0, 12);
    expect(await answered(sql(2.5, true), { km: -300, kg: 6.8 })).toMatchObject(far);
    expect(await answered(sql(2.5, true), { km: 0, kg: 1 })).toMatchObject({ status: 'ok' });
    expect((await answered(sql(0, true), { km: 3, kg: 1 })).quote).toBe(0);
    expect((await answered(sql(0, false), { km: 3, kg: 1 })).quote).toBe(0);
    // e^7 = 1097: the calibration refuses spreads beyond a thousand times its own, which are 1.
    for (const ratio of [0, 1]) {
      expect(await answered(sql(ratio, true), { km: 0, kg: 7 })).toMatchObject(far);
      expect((await answered(sql(ratio, false), { km: 0, kg: 7 })).status).toBe('ok');
    }
  });

  it('lifetimes take no orders', () => {
    const columns = { frequency: 'x', recency: 'last', age: 'age' };
    const query = lifetimeSql(cdnowPurchases, { ...where, columns, periods: 2, length: 26 });
    expect(query.columns.map(({ name }) => name)).toEqual([
      'alive',
      'purchases',
      'status',
      'input',
    ]);
  });

  it('a table may stand in a catalogue', () => {
    const { text } = satisfactionSql(marketplaceSatisfaction, {
      dialect: 'duckdb',
      from: ['lake', 'shop', 'orders'],
      columns: { promised: 'said', actual: 'took', unit: 'days' },
    });
    expect(text).toContain('FROM "lake"."shop"."orders"');
  });
});
