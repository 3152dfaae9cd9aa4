import {
  bestKeepRate,
  type DecidingAssumptions,
  type Policy,
  planFor,
  type SimulatedMean,
  type Simulation,
  type SimulationProgress,
  simulatePolicies,
  simulationSteps,
  type World,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { describe, expectTypeOf, it } from 'vitest';

declare const world: World;

describe('simulatePolicies', () => {
  it('gives results under the names of the policies', () => {
    const result = simulatePolicies(world, { policies: { bold: planFor(0.6), margin: () => 9 } });
    expectTypeOf(result).toEqualTypeOf<Simulation<'bold' | 'margin'>>();
    expectTypeOf(result.differences.margin.profit).toEqualTypeOf<SimulatedMean | null>();
    // @ts-expect-error no such policy
    result.policies.timid;
    // @ts-expect-error a policy gives a number
    simulatePolicies(world, { policies: { bold: () => '9' } });
  });

  it('takes worlds as literals, and refuses what the world brings forth itself', () => {
    expectTypeOf(planFor).returns.toEqualTypeOf<Policy>();
    const { capability, attraction, order } = world;
    const base = { capability, attraction, order, customers: { 'long-term': 3 }, days: 9, seed: 1 };
    expectTypeOf(base).toExtend<World>();
    // @ts-expect-error word of mouth arises in the world
    simulatePolicies({ ...base, signals: { wordOfMouth: 70 } }, { policies: {} });
  });

  it('has steps', () => {
    const steps = simulationSteps(world, { policies: { one: planFor(0.9) } });
    expectTypeOf(steps).toEqualTypeOf<Generator<SimulationProgress, Simulation<'one'>, void>>();
    expectTypeOf(whichAssumptionDecides(world)).toEqualTypeOf<DecidingAssumptions>();
    // @ts-expect-error rates are numbers
    bestKeepRate(world, { keepRates: '0.9' });
  });
});
