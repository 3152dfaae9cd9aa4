import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  capabilityFromSamples,
  lognormal,
} from 'overdeliver/capability';
import { cuiAttraction } from 'overdeliver/promise';
import { mixedSatisfaction } from 'overdeliver/satisfaction';
import { planFor, simulatePolicies, type World } from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { market } from './given';
import { isTaken, refused } from './reading';

describe('the numbers of a world', () => {
  const order = (change: object) => ({ order: { ...market.order, ...change } });
  const customers = (stages: object) => ({ customers: stages });
  it.each<[string, object[], object[]]>([
    ['world.days', [{ days: 1 }, { days: 3650 }], [{ days: 0 }, { days: 3651 }]],
    ['world.seed', [{ seed: 0 }, { seed: 2 ** 53 - 1 }], [{ seed: -1 }, { seed: 2 ** 53 }]],
    [
      'world.replications',
      [{ replications: 2 }, { replications: 1000 }],
      [{ replications: 1 }, { replications: 1001 }],
    ],
    ['world.customers', [customers({ 'first-use': 1 })], [customers({ 'first-use': 0 })]],
    [
      'world.customers',
      [customers({ 'never-used': 999_999, 'long-term': 1 }), customers({ 'long-term': 1_000_000 })],
      [customers({ 'never-used': 1_000_000, 'long-term': 1 })],
    ],
    ['world.customers', [{ customers: 1 }, { customers: 1_000_000 }], [{ customers: 1_000_001 }]],
    ['world.usual', [{ usual: Number.MIN_VALUE }], [{ usual: 0 }, { usual: Infinity }]],
    ['world.daysPerUnit', [{ daysPerUnit: 1e-9 }], [{ daysPerUnit: 0 }, { daysPerUnit: -1 }]],
    ...['revenue', 'cost', 'perUnitLate', 'perBroken'].map((name): [string, object[], object[]] => [
      `world.order.${name}`,
      [order({ [name]: 0 }), order({ [name]: 1e12 })],
      [order({ [name]: -1 }), order({ [name]: 1.1e12 })],
    ]),
  ])('%s has bounds', (path, taken, others) => {
    expect(taken.map(isTaken)).toEqual(taken.map(() => true));
    for (const change of others) {
      const { code, path: at } = refused(change);
      expect([at, code]).toEqual([path, expect.stringMatching('out-of-range|wrong-type')]);
    }
  });

  it('may be signals of all factors but those that the world and the policy bring forth', () => {
    const price = { amount: 30, reference: 25 };
    const signals = { advertising: 80, pastExperience: 60, ownJudgement: 70, price };
    const used = { firstImpression: 50, longTermExperience: 40 };
    expect(isTaken({ signals: { ...signals, ...used } })).toBe(true);
    for (const name of ['companyPromise', 'wordOfMouth', 'competitorOffer', 'personalNeeds']) {
      expect(refused({ signals: { [name]: 50 } })).toMatchObject({
        code: 'unknown-name',
        path: `world.signals.${name}`,
      });
    }
  });

  it('are refused where half of the deliveries take no time, unless the usual time is given', () => {
    const capability = capabilityFromSamples([0, 0, 0, 5], { unit: 'days' });
    expect(refused({ capability })).toEqual({
      code: 'missing',
      path: 'world.usual',
      value: undefined,
      expected: 'a time above 0, since half of the deliveries take none',
    });
    expect(isTaken({ capability, usual: 3 })).toBe(true);
    // What takes no time cannot be judged, though.
    expect(
      refusal(() =>
        simulatePolicies({ ...market, capability, usual: 3 }, { policies: { three: () => 3 } }),
      ),
    ).toMatchObject({
      code: 'out-of-range',
      path: 'world.capability',
      value: 0,
      expected: 'times above 0, which the model of satisfaction takes',
    });
  });

  it('need a capability that knows its shortest times', () => {
    const points = [
      { p: 0.1, value: 3 },
      { p: 1, value: 9 },
    ];
    const capability = capabilityFromQuantiles(points, { unit: 'days' });
    expect(refused({ capability })).toMatchObject({
      code: 'not-identified',
      path: 'world.capability',
    });
  });
});

describe('what is no number that a world can go by', () => {
  const bad = [Number.NaN, -1, Infinity, '1', undefined, null, {}];
  const refusedBy = (world: World, policy: () => unknown) => {
    const call = () => simulatePolicies(world, { policies: { odd: policy as () => number } });
    const { path, value, expected } = refusal(call);
    return { path, value, expected };
  };

  it.each(bad)('is refused of an attraction: %s', (value) => {
    const attraction = (() => value) as () => number;
    expect(refusedBy({ ...market, attraction }, () => 5)).toEqual({
      path: 'world.attraction',
      value,
      expected: 'a function that returns finite numbers of at least 0, as at 5',
    });
  });

  it('is told as what was not called', () => {
    const attraction = cuiAttraction as unknown as (quote: number) => number;
    const refused = (world: World, policy: () => unknown) => {
      const odd = policy as () => number;
      return refusal(() => simulatePolicies(world, { policies: { odd } })).message;
    };
    expect(refused({ ...market, attraction }, () => 5)).toMatch(
      /; call what makes one, as in cuiAttraction\(7\)$/,
    );
    expect(refused(market, () => () => 5)).toMatch(/; call what makes one$/);
  });

  it.each([...bad, 0])('is refused of a policy: %s', (value) => {
    expect(refusedBy(market, () => value)).toEqual({
      path: 'options.policies.odd',
      value,
      expected: 'a policy that returns a finite quote above 0 for never-used customers on day 0',
    });
  });
});

describe('the unit of a capability', () => {
  /** The same market, counted in another unit. */
  const counted = (unit: string, perDay: number, daysPerUnit?: number): World => ({
    ...market,
    capability: capabilityFromFamily(lognormal, { mean: 6 * perDay, sd: 3 * perDay }, { unit }),
    attraction: (time) => Math.exp((-0.03 * time) / perDay),
    order: { revenue: 30, cost: 18, perUnitLate: 3 / perDay },
    customers: 40,
    replications: 2,
    models: { satisfaction: mixedSatisfaction },
    daysPerUnit,
  });
  const played = (world: World) => {
    const { half } = simulatePolicies(world, { policies: { half: planFor(0.5) } }).policies;
    const end = half.timeline.at(-1)?.wordOfMouth;
    return [half.orders, half.satisfaction, half.returning, end].map((one) => one?.estimate ?? 0);
  };

  it.each([
    ['minutes', 1440, 1 / 1440],
    ['hours', 24, 1 / 24],
    ['business-days', 5 / 7, 7 / 5],
  ])('%s come to the same, and their length need not be given', (unit, perDay, daysPerUnit) => {
    const days = played(counted('days', 1)).map((value) => expect.closeTo(value, 9));
    expect(played(counted('weeks', 1 / 7, 7))).toEqual(days);
    expect(played(counted(unit, perDay))).toEqual(days);
    expect(played(counted(unit, perDay, daysPerUnit))).toEqual(days);
    expect(played(counted(unit, perDay, 2 * daysPerUnit))).not.toEqual(days);
  });

  it.each(['weeks', 'constructor'])('must be told where nobody knows it: %s', (unit) => {
    const { capability } = counted(unit, 1 / 7);
    expect(refused({ capability })).toEqual({
      code: 'missing',
      path: 'world.daysPerUnit',
      value: undefined,
      expected: `the days in a unit of ${unit}, such as 7 / 40 where 40 of them make a week`,
    });
  });

  it('is that of the attraction', () => {
    expect(isTaken({ attraction: cuiAttraction(7) })).toBe(true);
    const capability = capabilityFromSamples([20, 30, 40, 50], { unit: 'hours' });
    expect(refused({ capability, attraction: cuiAttraction(7) })).toEqual({
      code: 'unit-mismatch',
      path: 'world.capability.unit',
      value: 'hours',
      expected: 'a capability in days, which the attraction counts in, or an attraction for hours',
    });
  });
});
