import {
  assumptionSteps,
  bestKeepRate,
  bestKeepRateSteps,
  type SimulationProgress,
  simulatePolicies,
  simulationSteps,
  type World,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { market } from './given';

/** Five customers, two periods, two replications. */
const five: World = {
  ...market,
  customers: { 'never-used': 2, 'long-term': 3 },
  days: 10,
  replications: 2,
};
const policies = { one: () => 5 };
const keepRates = [0.3, 0.6, 0.9];

/** What a generator yields, and what it returns. */
function finished<Result>(steps: Generator<SimulationProgress, Result, void>) {
  const seen: SimulationProgress[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { seen, result: step.value };
    seen.push(step.value);
  }
}

/** The same of a function that tells. */
function told<Result>(work: (onProgress: (step: SimulationProgress) => void) => Result) {
  const seen: SimulationProgress[] = [];
  const result = work((step) => void seen.push(step));
  return { seen, result };
}

describe('the progress of a simulation', () => {
  it.each([
    [2, [2, 4, 5, 7, 9, 10, 12, 14, 15, 17, 19, 20]],
    [5, [5, 10, 15, 20]],
    [1000, [5, 10, 15, 20]],
    [undefined, [5, 10, 15, 20]],
  ])('counts customers, times periods and replications: batches of %s', (batch, done) => {
    const all = told((onProgress) => simulatePolicies(five, { policies, batch, onProgress }));
    expect(all.seen).toEqual(done.map((so) => ({ done: so, of: 20 })));
    expect(finished(simulationSteps(five, { policies, batch }))).toEqual(all);
    expect(all.result).toEqual(simulatePolicies(five, { policies }));
  });

  it('grows with the policies, and comes after 16,384 customers unless told', () => {
    const two = { one: () => 5, two: () => 6 };
    expect(
      told((onProgress) => simulatePolicies(five, { policies: two, onProgress })).seen,
    ).toEqual([5, 10, 15, 20, 25, 30, 35, 40].map((done) => ({ done, of: 40 })));
    const many = { ...five, customers: 16_385, days: 1 };
    const steps = simulationSteps(many, { policies });
    const [first, second] = [steps.next().value, steps.next().value];
    expect([first, second]).toEqual([16_384, 16_385].map((done) => ({ done, of: 32_770 })));
  });
});

describe('the progress of a search', () => {
  // One rate more than was asked for: the top between two of them, whether or not there is one.
  it.each([
    ['between two rates', five],
    ['at the edge', { ...five, attraction: () => 1, order: { revenue: 5, cost: 5 } }],
  ])('adds up to a rate more than there are: %s', (_, world) => {
    for (const batch of [3, undefined]) {
      const all = told((onProgress) => bestKeepRate(world, { keepRates, batch, onProgress }));
      expect(all.seen[0]).toEqual({ done: batch ?? 5, of: 80 });
      expect(all.seen.at(-1)).toEqual({ done: 80, of: 80 });
      expect(finished(bestKeepRateSteps(world, { keepRates, batch }))).toEqual(all);
      expect(all.result).toEqual(bestKeepRate(world, { keepRates }));
    }
  });

  it('of assumptions adds up to all worlds that are played, each by its own periods', () => {
    const all = told((onProgress) =>
      whichAssumptionDecides(five, { keepRates, batch: 3, onProgress }),
    );
    const ends = all.result.assumptions.flatMap(({ path, atLeast, atMost }) =>
      path === 'parameters.periodDays' ? [] : [atLeast, atMost].filter((end) => end !== null),
    );
    // Periods of 7 days as given, of 1 day and of 31 at the ends of the range.
    const periods = 2 * (1 + ends.length) + 10 + 1;
    const of = 3 * 2 * 5 * periods;
    expect(all.seen[0]).toEqual({ done: 3, of });
    expect(all.seen.at(-1)).toEqual({ done: of, of });
    expect(finished(assumptionSteps(five, { keepRates, batch: 3 }))).toEqual(all);
  });

  it('of assumptions tries the fifteen rates unless told', () => {
    const usual = whichAssumptionDecides({ ...five, customers: 1, days: 1 });
    const fifteen = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975];
    const given = { ...five, customers: 1, days: 1 };
    expect(usual).toEqual(whichAssumptionDecides(given, { keepRates: [...fifteen, 0.99] }));
  });
});

describe('options of long work', () => {
  const read: Record<string, (options: object) => unknown> = {
    simulatePolicies: (options) => simulatePolicies(five, { policies, ...options }),
    simulationSteps: (options) => simulationSteps(five, { policies, ...options }),
    bestKeepRate: (options) => bestKeepRate(five, { keepRates, ...options }),
    bestKeepRateSteps: (options) => bestKeepRateSteps(five, { keepRates, ...options }),
    whichAssumptionDecides: (options) => whichAssumptionDecides(five, { keepRates, ...options }),
    assumptionSteps: (options) => assumptionSteps(five, { keepRates, ...options }),
  };

  it.each(Object.keys(read))('of %s are refused off their bounds, in its name', (name) => {
    const refused = (options: object) => {
      const { code, path, function: of } = refusal(() => read[name]?.(options));
      return [of, code, path];
    };
    expect(() => read[name]?.({ batch: 1_000_000 })).not.toThrow();
    for (const batch of [0, 1_000_001]) {
      expect(refused({ batch })).toEqual([name, 'out-of-range', 'options.batch']);
    }
    if (/ssumption/.test(name)) {
      expect(refused({ confidence: 0.5 })).toEqual([name, 'unknown-name', 'options.confidence']);
    } else {
      expect(refused({ confidence: 1 })).toEqual([name, 'out-of-range', 'options.confidence']);
    }
    if (/Steps/.test(name)) {
      expect(refused({ onProgress: () => 1 })).toEqual([
        name,
        'unknown-name',
        'options.onProgress',
      ]);
    }
    if (/imulat/.test(name)) return;
    for (const rates of [[0.4, 0.5], Array.from({ length: 102 }, (_, i) => (i + 1) / 103)]) {
      expect(refused({ keepRates: rates })).toEqual([name, 'out-of-range', 'options.keepRates']);
    }
    expect(refused({ keepRates: [0.4, 0.5, 0.5] })[2]).toBe('options.keepRates');
    const hundredOne = Array.from({ length: 101 }, (_, i) => (i + 1) / 102);
    if (/Steps/.test(name)) expect(() => read[name]?.({ keepRates: hundredOne })).not.toThrow();
  });

  it.each([
    ['simulationSteps', simulationSteps(five, { policies: { one: () => Number.NaN } })],
    ['bestKeepRateSteps', bestKeepRateSteps({ ...five, attraction: () => -1 })],
    ['assumptionSteps', assumptionSteps({ ...five, attraction: () => -1 })],
  ])('what a step of %s refuses bears its name', (name, steps) => {
    expect(refusal(() => steps.next())).toMatchObject({ function: name, code: 'out-of-range' });
  });
});
