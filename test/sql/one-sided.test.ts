import { predictSatisfactions, type SatisfactionModel } from 'overdeliver/satisfaction';
import { satisfactionSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { everyTerm } from './every-model';
import { modelOf } from './models';
import { answered, inSqlite } from './one-row';

const numbers = { 'it.gap': 0.1, 'it.gain': 0.2, 'it.loss': 0.3, 'it.broken': 0.5 };
const days = { promised: 'said', actual: 'took', unit: 'days', stillWaiting: 'waits' } as const;

describe('one side of a gap', () => {
  const time = (response: 'must-be' | 'attractive' | 'one-dimensional') =>
    modelOf(
      {
        it: {
          kind: 'time',
          unit: 'days',
          terms: ['gap', 'gain', 'loss', 'broken', 'stillWaiting'],
          value: 'identity',
          response,
        },
      },
      { ...numbers, 'it.stillWaiting': 0.7 },
    );
  // Three days early or late, by hand.
  it.each([
    ['one-dimensional', 0.3 * 3, -0.4 * 3 - 0.5, -0.4 * 3 - 0.5 - 0.7],
    ['must-be', 0, -0.4 * 3 - 0.5, -0.4 * 3 - 0.5 - 0.7],
    ['attractive', 0.3 * 3, 0, 0],
  ] as const)('counts alone of what is %s', async (response, early, late, waiting) => {
    const model = time(response);
    const { text } = satisfactionSql(model, { ...inSqlite, columns: days });
    for (const [took, waits, utility] of [
      [2, 0, early],
      [8, 0, late],
      [8, 1, waiting],
      [5, 0, 0],
    ] as const) {
      const answer = await answered(text, { said: 5, took, waits });
      expect(answer.utility).toBeCloseTo(utility, 12);
      const own = predictSatisfactions(
        {
          promised: Float64Array.of(5),
          actual: Float64Array.of(took),
          stillWaiting: Uint8Array.of(waits),
          unit: 'days',
        },
        { model },
      );
      expect(answer.score).toBeCloseTo(own.score[0] as number, 10);
    }
  });
});

describe('a power of a gap', () => {
  type Terms = SatisfactionModel['dimensions'][string]['terms'];
  const paid = { promised: 'quoted', actual: 'paid', currency: 'EUR' };
  const answerOf = (
    exponent: number,
    terms: Terms,
    row: { readonly quoted: number; readonly paid: number },
    unit = 'EUR',
  ) => {
    const given = Object.fromEntries(terms.map((term) => [`it.${term}`, 0.1]));
    const model = modelOf(
      { it: { kind: 'cost', unit, terms, value: 'power' } },
      { ...given, 'it.exponent': exponent },
    );
    return answered(satisfactionSql(model, { ...inSqlite, columns: paid }).text, row);
  };
  const off = { status: 'out-of-range', input: 'paid', utility: null, score: null };

  it('is off the range where it could end a query', async () => {
    expect(await answerOf(50, ['loss'], { quoted: 1, paid: 1001 })).toEqual(off);
    expect(await answerOf(-50, ['loss'], { quoted: 1, paid: 1.005 })).toEqual(off);
    expect((await answerOf(50, ['loss'], { quoted: 1, paid: 91 })).utility).toBeCloseTo(
      -0.1 * 90 ** 50,
      -90,
    );
  });

  it('is 0 where it is next to nothing', async () => {
    for (const [exponent, paid] of [
      [50, 1.005],
      [-50, 1001],
    ] as const) {
      const answer = await answerOf(exponent, ['loss'], { quoted: 1, paid });
      expect(answer).toMatchObject({ status: 'ok', score: 50 });
      expect(answer.utility).toBeCloseTo(0, 100);
    }
  });

  it('is not asked for on a side that does not count', async () => {
    const early = await answerOf(50, ['loss'], { quoted: 1001, paid: 1 });
    const late = await answerOf(50, ['gain'], { quoted: 1, paid: 1001 });
    for (const answer of [early, late]) expect(answer).toMatchObject({ status: 'ok', score: 50 });
  });

  it('of 0 is 1 whatever the gap', async () => {
    const far = { quoted: 1e-50, paid: 1e50 };
    expect((await answerOf(0, ['loss'], far, 'percent')).utility).toBe(-0.1);
  });

  it('is told by its own column, not by that of another dimension', async () => {
    const of = everyTerm.parameters['cost.exponent'];
    const steep = { ...of, value: 50 };
    const model = {
      ...everyTerm,
      parameters: { ...everyTerm.parameters, 'cost.exponent': steep },
    } as SatisfactionModel;
    const { time, cost } = {
      time: { promised: 'said', actual: 'took', unit: 'days' },
      cost: paid,
    } as const;
    const { text } = satisfactionSql(model, {
      ...inSqlite,
      columns: { dimensions: { time, cost }, covariates: { items: 'items', weight: 'weight' } },
    });
    const row = { said: 2, took: 3, quoted: 1, paid: 1001, items: 1, weight: 0 };
    expect(await answered(text, row)).toEqual(off);
  });
});

describe('a utility', () => {
  const of = (value: number, thresholds?: readonly number[]) =>
    modelOf(
      { it: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' } },
      { 'it.performance': value },
      thresholds,
    );
  const sql = (model: SatisfactionModel) =>
    satisfactionSql(model, { ...inSqlite, columns: { perceived: 'got' } }).text;

  it('without any term is 0', async () => {
    expect(await answered(sql(of(0)), { got: 70 })).toMatchObject({ score: 50, utility: 0 });
  });

  it('has thresholds up to 300, and other numbers from 1e-50 to 1e50', () => {
    expect(sql(of(1, [300]))).toContain('SELECT');
    expect(() => sql(of(1, [301]))).toThrow(/threshold\.1.*300/);
    expect(sql(of(1e-50))).toContain('SELECT');
    expect(() => sql(of(9e-51))).toThrow(/performance/);
  });
});
