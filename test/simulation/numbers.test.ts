import { adjustParameters, type ParameterSet } from 'overdeliver';
import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import {
  type SimulationNumber,
  simulatePolicies,
  simulationDefaults,
  type World,
} from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { market } from './given';
import { usualModels, withNumber } from './moved';

/** Customers of all stages who go by what they expect, from many signals, and often wait too long: each number may show. */
const busy: World = {
  ...market,
  capability: capabilityFromFamily(lognormal, { mean: 5, sd: 4 }, { unit: 'business-days' }),
  customers: { 'never-used': 15, 'first-use': 10, 'long-term': 10 },
  days: 120,
  replications: 2,
  parameters: adjustParameters(simulationDefaults, 'test/swayed', {
    ...{ orderOddsPerPoint: 0.1, newcomerOrders: 0.5 },
  }),
  signals: { advertising: 85, pastExperience: 55, price: { amount: 30, reference: 25 } },
};
const played = (world: World) =>
  simulatePolicies(world, {
    policies: { stages: ({ stage }) => (stage === 'long-term' ? 5 : 4) },
  });
const { policies, numbers } = played(busy);
const decides = (path: string, value: number) => {
  const { stages } = played(withNumber(busy, path, value)).policies;
  return JSON.stringify(stages) !== JSON.stringify(policies.stages);
};
const inRoot = (root: string) => numbers.filter(({ path }) => path.startsWith(root));

describe('the numbers of a simulation', () => {
  it.each([
    ...['usual', 'order.', 'daysPerUnit', 'parameters.', 'models.expectation.'],
    ...['models.satisfaction.', 'models.outcome.', 'models.intention.', 'models.wordOfMouth.'],
  ])('decide something, each of %s', (root) => {
    // A threshold at the end of its range would leave the order of the others.
    const valuesOf = ({ path, range, value }: SimulationNumber) =>
      path.includes('threshold') ? [value + 0.3] : range;
    const idle = inRoot(root).filter(
      (number) => !valuesOf(number).some((value) => decides(number.path, value)),
    );
    expect(inRoot(root).length).toBeGreaterThan(0);
    expect(idle.map(({ path }) => path)).toEqual([]);
  });

  it.each(Object.keys(usualModels))('are all that decide something in a set: %s', (model) => {
    const { parameters = {} } = usualModels[model] ?? {};
    const named = numbers.map(({ path }) => path);
    for (const [name, { range }] of Object.entries(parameters)) {
      const path = `models.${model}.${name}`;
      if (!named.includes(path)) expect([path, decides(path, range[1])]).toEqual([path, false]);
    }
  });
});

describe('a number of a simulation', () => {
  const of = (world: World) => played(world).numbers;
  const own = (world: World) => of(world).filter(({ set }) => set === null);

  it('carries value, unit, range and provenance of its set', () => {
    const sets = { ...usualModels, parameters: busy.parameters as ParameterSet };
    for (const [name, { id, parameters }] of Object.entries(sets)) {
      const root = name === 'parameters' ? name : `models.${name}`;
      for (const { path, set, ...number } of inRoot(`${root}.`)) {
        expect([path, set]).toEqual([path, id]);
        expect(number).toEqual(parameters[path.slice(root.length + 1)]);
      }
    }
    expect(inRoot('parameters.').length).toBe(Object.keys(simulationDefaults.parameters).length);
  });

  it('of the world itself has a range about what stands in for it', () => {
    const median = busy.capability.quantile(0.5);
    const [usual, perUnitLate, perBroken, daysPerUnit] = own(busy).map(
      ({ source: _, ...number }) => number,
    );
    const status = { status: 'assumed', set: null };
    const unit = 'business-days';
    const range = [median / 2, 2 * median];
    expect(usual).toEqual({ path: 'usual', value: median, unit, range, ...status });
    const back = { value: 0, range: [0, 30], ...status };
    const late = `currency per unit of ${unit}`;
    expect(perUnitLate).toEqual({ path: 'order.perUnitLate', unit: late, ...back });
    expect(perBroken).toEqual({ path: 'order.perBroken', unit: 'currency', ...back });
    // Five of the seven days of a week, or each and one of them.
    const days = { value: 7 / 5, unit: 'days', range: [1, 7] };
    expect(daysPerUnit).toEqual({ path: 'daysPerUnit', ...days, ...status });
    expect(own(busy).length).toBe(4);
  });

  it('is not named where the world gives it, or where nothing goes by it', () => {
    const paths = (change: Partial<World>) => own({ ...busy, ...change }).map(({ path }) => path);
    const others = ['usual', 'order.perUnitLate', 'order.perBroken'];
    expect(paths({ usual: 4 })).toEqual(['order.perUnitLate', 'order.perBroken', 'daysPerUnit']);
    expect(paths({ daysPerUnit: 1.4 })).toEqual(others);
    const { order } = busy;
    const late = { ...order, perUnitLate: 0 };
    expect(paths({ order: late })).toEqual(['usual', 'order.perBroken', 'daysPerUnit']);
    const broken = { ...order, perBroken: 0 };
    expect(paths({ order: broken })).toEqual(['usual', 'order.perUnitLate', 'daysPerUnit']);
    const hours = capabilityFromFamily(lognormal, { mean: 50, sd: 40 }, { unit: 'hours' });
    expect(paths({ capability: hours })).toEqual(others);
    const prices = of({ ...busy, signals: { advertising: 80 } }).filter(({ path }) =>
      /rice/.test(path),
    );
    expect(prices).toEqual([]);
    expect(numbers.filter(({ path }) => /rice/.test(path)).length).toBe(2);
  });
});
