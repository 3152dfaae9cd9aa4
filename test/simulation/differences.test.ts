import { capabilityFromSamples } from 'overdeliver/capability';
import { simulatePolicies } from 'overdeliver/simulation';
import { expect, it } from 'vitest';
import { intervalOf, once, profitsAt, ruinous } from './once';

const policies = { first: () => 5, second: () => 9 };
const near = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([of, value]) => [of, expect.closeTo(value, 9)]));

it.each([0.95, 0.3])('compares policies in the same replications: confidence %d', (confidence) => {
  const options = confidence === 0.95 ? { policies } : { policies, confidence };
  const result = simulatePolicies(once, options);
  const [first, second] = [profitsAt(5), profitsAt(9)];
  expect(result.policies.first.profit).toEqual(near(intervalOf(confidence, first)));
  expect(result.policies.second.profit).toEqual(near(intervalOf(confidence, second)));
  const between = second.map((profit, r) => profit - (first[r] ?? 0));
  expect(result.differences.second.profit).toEqual(near(intervalOf(confidence, between)));
  expect(Object.values(result.differences.first)).toEqual(
    Object.values(result.differences.first).map(() => ({ estimate: 0, low: 0, high: 0 })),
  );
  expect(result.differences.second.quote?.estimate).toBe(4);
});

it('has an interval from the spread of its replications, of however many', () => {
  const profits = profitsAt(5, { ...once, replications: 3 });
  const mean = profits.reduce((sum, profit) => sum + profit, 0) / 3;
  const squares = profits.reduce((sum, profit) => sum + (profit - mean) ** 2, 0);
  // t(p, 2) = (2 p - 1) / sqrt(2 p (1 - p)), in closed form; the variance of the mean is squares / 2 / 3.
  const half = (0.95 / Math.sqrt(2 * 0.975 * 0.025)) * Math.sqrt(squares / 6);
  const { first } = simulatePolicies({ ...once, replications: 3 }, { policies }).policies;
  expect(first.profit).toEqual(near({ estimate: mean, low: mean - half, high: mean + half }));
  const ten = simulatePolicies({ ...once, replications: 10 }, { policies });
  expect(simulatePolicies({ ...once, replications: undefined }, { policies })).toEqual(ten);
});

it('is surer the less confidence is asked for, also of the points of time', () => {
  const at = (confidence: number) =>
    simulatePolicies(once, { policies, confidence }).policies.first.timeline[0]?.customers.gone;
  const [wide, narrow] = [at(0.9), at(0.5)];
  expect(wide?.estimate).toBe(narrow?.estimate);
  expect((wide?.high ?? 0) - (wide?.estimate ?? 0)).toBeGreaterThan(0);
  // t(.95, 1) = tan(.45 pi) = 6.3138 and t(.75, 1) = 1.
  expect(
    ((wide?.high ?? 0) - (wide?.low ?? 0)) / ((narrow?.high ?? 0) - (narrow?.low ?? 0)),
  ).toBeCloseTo(6.3138, 4);
});

it('can say nothing of a share where a replication has no order, and all of the rest', () => {
  const { none } = simulatePolicies(
    { ...once, attraction: () => 0 },
    { policies: { none: () => 5 } },
  ).policies;
  const zero = { estimate: 0, low: 0, high: 0 };
  expect(none).toMatchObject({ orders: zero, profit: zero, heardGood: zero, saturated: zero });
  const { quote, kept, satisfaction, below, met, exceeded, returning } = none;
  expect([quote, kept, satisfaction, below, met, exceeded, returning]).toEqual(Array(7).fill(null));
  expect(none.asked?.estimate).toBe(16);
});

it.each([1e300, 1e200])(
  'can say nothing of a profit whose sum or spread is beyond numbers: %d',
  (longest) => {
    const capability = capabilityFromSamples([2, 3, 4, longest], { unit: 'days' });
    const result = simulatePolicies({ ...ruinous, capability }, { policies });
    expect(result.policies.first.profit).toBeNull();
    expect(result.policies.first.kept?.estimate).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  },
);

it('counts as saturated who was told a quote at which attraction asks for more than one order', () => {
  // At a chance of 1 for newcomers, attraction is the chance.
  const saturated = (attraction: number) =>
    simulatePolicies({ ...once, attraction: () => attraction }, { policies }).policies.first;
  expect(saturated(1).saturated?.estimate).toBe(0);
  expect(saturated(1.01).saturated?.estimate).toBe(1);
  expect(saturated(1.01).orders?.estimate).toBe(16);
  expect(saturated(1).why).toEqual([]);
  expect(saturated(1.01).why).toEqual([{ code: 'saturated', detail: { share: 1 } }]);
});
