import { adjustParameters } from 'overdeliver/core';
import {
  type ExpectationColumns,
  type ExpectationTable,
  expectationDefaults,
  formExpectations,
  rankSum,
  stageNames,
} from 'overdeliver/expectation';
import { expectationSql } from 'overdeliver/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { engines } from './engines';
import {
  apart,
  byId,
  hostileAmounts,
  hostileColumn,
  hostileLevels,
  hostileNames,
  placesOf,
  rows,
  rowsOf,
  worst,
} from './hostile';

const share = (seed: number) => {
  const random = uniforms(seed);
  return hostileColumn(random, random, [Number.NaN, 0, 1, 1.5, -0.1, Infinity, 1e-30, 0.5], 0.15);
};

const table = {
  id: Float64Array.from({ length: rows }, (_, i) => i),
  stage: hostileNames(1, stageNames),
  word: hostileLevels(2),
  word_trust: share(3),
  word_sd: share(4).map((x) => x * 20),
  advert: hostileLevels(5),
  promise: hostileLevels(6, 0.3),
  past: hostileLevels(7, 0.6),
  first: hostileLevels(8, 0.7),
  long: hostileLevels(9, 0.8),
  long_trust: share(10),
  price: hostileAmounts(11),
  reference: hostileAmounts(12, 0.02),
  rival: hostileLevels(13),
  rival_trust: share(14),
  needs: hostileLevels(15),
  role: hostileLevels(16, 0.2),
  role_trust: share(17),
};
type Name = Exclude<keyof typeof table, 'id' | 'stage'>;

const signals = {
  wordOfMouth: { level: 'word', reliability: 'word_trust', sd: 'word_sd' },
  advertising: 'advert',
  companyPromise: 'promise',
  pastExperience: 'past',
  firstImpression: 'first',
  longTermExperience: { level: 'long', reliability: 'long_trust' },
  price: { amount: 'price', reference: 'reference' },
  competitorOffer: { level: 'rival', reliability: 'rival_trust' },
  personalNeeds: 'needs',
  rolePerception: { level: 'role', reliability: 'role_trust' },
} as const;

/** The same columns as TypeScript takes them, of some rows. */
function columnsAt(places: readonly number[]): ExpectationColumns {
  const column = (name: Name) => rowsOf(table[name], places);
  return {
    stage: placesOf(table.stage, stageNames, places),
    signals: {
      wordOfMouth: {
        level: column('word'),
        reliability: column('word_trust'),
        sd: column('word_sd'),
      },
      advertising: column('advert'),
      companyPromise: column('promise'),
      pastExperience: column('past'),
      firstImpression: column('first'),
      longTermExperience: { level: column('long'), reliability: column('long_trust') },
      price: { amount: column('price'), reference: column('reference') },
      competitorOffer: { level: column('rival'), reliability: column('rival_trust') },
      personalNeeds: column('needs'),
      rolePerception: { level: column('role'), reliability: column('role_trust') },
    },
  };
}

const answers = [
  ['predicted_mean', 'predictedMean'],
  ['predicted_variance', 'predictedVariance'],
  ['desired', 'desired'],
  ['adequate', 'adequate'],
] as const satisfies readonly (readonly [string, keyof ExpectationTable])[];
const statuses = ['ok', 'no-signal', 'stage-mismatch'];

describe.each(engines)('$dialect', (engine) => {
  beforeAll(() => engine.load('customers', table));

  it.each([
    ['the defaults', expectationDefaults, {}, rows],
    [
      'a method, an order',
      expectationDefaults,
      { method: rankSum, order: ['price', 'advertising'] },
      10_000,
    ],
    [
      'other numbers',
      adjustParameters(expectationDefaults, 'mine', {
        otherFactorShare: 0,
        signalSd: 3,
        aspiration: 0,
        tolerance: 0,
        neutralRole: 33,
        competitorExtra: 1 / 3,
      }),
      {},
      10_000,
    ],
  ] as const)(
    'forms expectations as TypeScript does, by %s',
    async (_, parameters, weighting, most) => {
      const query = expectationSql(parameters, {
        ...weighting,
        dialect: engine.dialect,
        from: { text: `SELECT * FROM customers WHERE id < ${most}` },
        keep: ['id'],
        columns: { stage: { column: 'stage' }, signals },
      });
      const answer = byId(await engine.ask(query.text));
      const status = answer('status');
      const { judged, refused } = apart(status, statuses);
      const own = formExpectations(columnsAt(judged), { ...weighting, parameters });
      for (const [name, column] of answers) {
        expect(`${name}: ${worst(answer(name), judged, own[column])} off`).toBe(`${name}: 0 off`);
      }
      expect(
        judged.filter((place, i) => status[place] !== statuses[own.status[i] as number]),
      ).toEqual([]);
      for (const place of refused.slice(0, 500)) {
        expect(() => formExpectations(columnsAt([place]), { ...weighting, parameters })).toThrow();
      }
      const counted = await engine.ask(query.offenders);
      const n = (counted.n ?? []).reduce<number>((sum, count) => sum + Number(count), 0);
      expect(n).toBe(status.filter((code) => code !== 'ok').length);
    },
  );
});
