import { adjustParameters } from 'overdeliver';
import {
  assumptionSteps,
  bestKeepRate,
  bestKeepRateSteps,
  planFor,
  simulatePolicies,
  simulationDefaults,
  simulationSteps,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { market } from './given';

const keepRates = [0.4, 0.6, 0.8, 0.95];
const small = { ...market, customers: 60, days: 60, replications: 2 };

/** What a generator yields, and what it returns. */
function finished<Step, Result>(steps: Generator<Step, Result, void>) {
  const seen: Step[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { seen, result: step.value };
    seen.push(step.value);
  }
}

describe('whichAssumptionDecides', () => {
  const { best, assumptions } = whichAssumptionDecides(small, { keepRates });
  const at = (path: string) => assumptions.find((one) => one.path === path);

  it('moves every assumed number and no other, sorted by what hangs on it', () => {
    const { numbers } = simulatePolicies(small, { policies: { margin: planFor(0.9) } });
    const assumed = numbers.filter(({ status }) => status === 'assumed');
    expect(assumptions.map(({ path }) => path).sort()).toEqual(
      assumed.map(({ path }) => path).sort(),
    );
    expect(numbers.length).toBeGreaterThan(assumed.length);
    const regrets = assumptions.map(({ regret }) => regret);
    expect(regrets).toEqual([...regrets].sort((a, b) => b - a));
    expect(assumptions.some(({ keepRateMoves }) => keepRateMoves > 0)).toBe(true);
  });

  it('plays the world that the number makes', () => {
    const parameters = (asksAgain: number) =>
      adjustParameters(simulationDefaults, 'test/asks', { asksAgain });
    const zero = bestKeepRate({ ...small, parameters: parameters(0) }, { keepRates });
    const top = zero.curve.reduce((a, b) =>
      (b.profit?.estimate ?? 0) > (a.profit?.estimate ?? 0) ? b : a,
    );
    const moved = at('parameters.asksAgain');
    expect(moved?.atLeast?.keepRate).toBe(top.keepRate);
    expect(moved?.atLeast?.profit).toBe(top.profit?.estimate);
    const late = at('order.perUnitLate');
    expect(late?.range).toEqual([0, 30]);
    expect(late?.atLeast).toEqual({ value: 0, ...best, quote: undefined, regret: 0 });
    expect(late?.atMost?.keepRate).toBeGreaterThan(best.keepRate);
  });

  it('leaves out what the world gives', () => {
    const given = { ...small, usual: 6, order: { ...small.order, perUnitLate: 0, perBroken: 1 } };
    const { assumptions: rest } = whichAssumptionDecides(given, { keepRates });
    expect(rest.filter(({ set }) => set === null)).toEqual([]);
    const price = { ...small, signals: { price: { amount: 30, reference: 25 } } };
    const { numbers } = simulatePolicies(price, { policies: { margin: planFor(0.9) } });
    expect(numbers.map(({ path }) => path)).toContain('models.expectation.priceExponent');
  });
});

describe('work that takes long', () => {
  it('is the same in steps, which add up to what was planned', () => {
    const policies = { margin: planFor(0.9) };
    const told: unknown[] = [];
    const one = simulatePolicies(small, { policies, batch: 25, onProgress: (p) => told.push(p) });
    const two = finished(simulationSteps(small, { policies, batch: 25 }));
    expect(two.result).toEqual(one);
    expect(two.seen).toEqual(told);
    expect(two.seen.at(-1)).toEqual({ done: 60 * 9 * 2, of: 60 * 9 * 2 });
    const search = finished(bestKeepRateSteps(small, { keepRates }));
    expect(search.result).toEqual(bestKeepRate(small, { keepRates }));
    expect(search.seen.at(-1)?.done).toBe(search.seen.at(-1)?.of);
    const sweep = finished(assumptionSteps(small, { keepRates }));
    expect(sweep.seen.at(-1)?.done).toBe(sweep.seen.at(-1)?.of);
  });

  it('is plain JSON, whatever a set of the caller says of itself', () => {
    const { needEveryDays } = simulationDefaults.parameters;
    const odd = { ...needEveryDays, range: [0, Infinity], standardError: Number.NaN } as const;
    const parameters = {
      ...simulationDefaults,
      parameters: { ...simulationDefaults.parameters, needEveryDays: odd },
    };
    const { numbers } = simulatePolicies(
      { ...small, parameters },
      { policies: { margin: planFor(0.9) } },
    );
    expect(numbers.find(({ path }) => path.endsWith('needEveryDays'))?.range).toEqual([1, 3650]);
    expect(JSON.parse(JSON.stringify(numbers))).toEqual(numbers);
    const result = simulatePolicies(small, { policies: { margin: planFor(0.9) } });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
