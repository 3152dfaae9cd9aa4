import { adjustParameters, planByBalance } from 'overdeliver';
import { capabilityFromFamily, capabilityFromSamples, lognormal } from 'overdeliver/capability';
import { marketplaceSatisfaction } from 'overdeliver/satisfaction';
import { bestKeepRate, planFor, simulatePolicies, type World } from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { exponential, indifferent, market, onePurchase } from './given';

describe('the checks of a simulated world', () => {
  it('conserves customers: at every point of time they are at a stage or gone', () => {
    const customers = { 'never-used': 200, 'first-use': 30, 'long-term': 70 };
    const { policies } = simulatePolicies(
      { ...market, customers },
      { policies: { bold: planFor(0.5), margin: planFor(0.95) } },
    );
    for (const { timeline } of Object.values(policies)) {
      expect(timeline.at(-1)?.day).toBe(120);
      for (const point of timeline) {
        const all = Object.values(point.customers).reduce((sum, { estimate }) => sum + estimate, 0);
        expect(all).toBeCloseTo(300, 9);
      }
    }
  });

  // MODELS: l* = 89.1451, profit 5.6560, P(kept) .86207; exact numbers, so that intervals must hold them.
  it('earns in the exponential special case what the formula says, and finds its keep rate', () => {
    const quotes = { best: () => 89.1451, bold: () => 60, timid: () => 130 };
    const { policies, differences } = simulatePolicies(exponential, { policies: quotes });
    const each = { mean: policies.best.profit, kept: policies.best.kept };
    expect(each.mean?.low).toBeLessThan(10_000 * 5.656);
    expect(each.mean?.high).toBeGreaterThan(10_000 * 5.656);
    expect(each.kept?.low).toBeLessThan(0.86207);
    expect(each.kept?.high).toBeGreaterThan(0.86207);
    expect(differences.bold.profit?.high).toBeLessThan(0);
    expect(differences.timid.profit?.high).toBeLessThan(0);

    const rates = [0.6, 0.75, 0.85, 0.95];
    const best = bestKeepRate(exponential, { keepRates: rates });
    expect(Math.abs(best.keepRate - 0.86207)).toBeLessThan(0.02);
    expect(Math.abs(best.quote - 89.1451)).toBeLessThan(7);
    expect(best.why).toEqual([]);
  });

  it('quotes the shortest promise where early gains nothing and lateness costs no goodwill', () => {
    const satisfaction = adjustParameters(marketplaceSatisfaction, 'test/no-gap', {
      'time.gain': 0,
      'time.loss': 0,
    });
    const best = bestKeepRate(
      { ...market, customers: 2000, models: { ...indifferent, satisfaction } },
      { keepRates: [0.1, 0.3, 0.5, 0.7, 0.9] },
    );
    expect(best.keepRate).toBe(0.1);
    expect(best.why.map(({ code }) => code)).toEqual(['at-edge']);
  });

  it('loses under 2% of the oracle on average by what planByBalance plans from 200 observations', () => {
    const regrets = [0.3, 0.6, 1].flatMap((cv) =>
      [1, 2, 3].map((seed) => {
        const truth = capabilityFromFamily(
          lognormal,
          { mean: 45, sd: 45 * cv },
          { unit: 'minutes' },
        );
        const next = uniforms(seed);
        const samples = Array.from({ length: 200 }, () => truth.quantile(next()));
        const pull = { attraction: exponential.attraction, revenue: 20 };
        const quoteBy = (capability: typeof truth) =>
          planByBalance(capability, {
            ...pull,
            goodwillLost: (quote, able) => able.expectedOvershoot(quote),
          }).promise;
        const known = capabilityFromSamples(samples, { unit: 'minutes' });
        const [planned, oracle] = [quoteBy(known as typeof truth), quoteBy(truth)];
        const world: World = { ...exponential, capability: truth, customers: 3000 };
        const { policies, differences } = simulatePolicies(world, {
          policies: { oracle: () => oracle, planned: () => planned },
        });
        const { oracle: all } = policies;
        return -(differences.planned.profit?.estimate ?? 1) / (all.profit?.estimate ?? 1);
      }),
    );
    const mean = regrets.reduce((sum, regret) => sum + regret, 0) / regrets.length;
    expect(mean).toBeLessThan(0.02);
  });

  it('gives the same bits in any order of policies and for any split into batches', () => {
    const policies = { bold: planFor(0.5), margin: planFor(0.9) };
    const there = simulatePolicies(market, { policies });
    const { bold, margin } = policies;
    const back = simulatePolicies(market, { policies: { margin, bold }, batch: 7 });
    expect(back.policies).toEqual(there.policies);
    for (const batch of [1, 64, 399, 400, 100_000]) {
      expect(simulatePolicies(market, { policies, batch })).toEqual(there);
    }
  });

  it('lets another seed play other chances, and the same seed the same', () => {
    const play = (seed: number) =>
      simulatePolicies({ ...market, seed }, { policies: { margin: planFor(0.9) } }).policies.margin;
    expect(play(7)).toEqual(play(7));
    expect(play(8).profit).not.toEqual(play(7).profit);
    expect(play(2 ** 33 + 7).profit).not.toEqual(play(7).profit);
  });

  it('earns nothing where nobody orders, and says that there was nothing to average', () => {
    const { margin } = simulatePolicies(
      { ...market, attraction: () => 0, parameters: onePurchase },
      { policies: { margin: planFor(0.9) } },
    ).policies;
    expect(margin.orders?.estimate).toBe(0);
    expect(margin.profit).toEqual({ estimate: 0, low: 0, high: 0 });
    expect(margin.kept).toBeNull();
  });
});
