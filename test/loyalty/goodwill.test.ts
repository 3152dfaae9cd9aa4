import fc from 'fast-check';
import {
  adjustParameters,
  type Capability,
  capabilityFromSamples,
  marketplaceSatisfaction,
  planByBalance,
  predictIntention,
  predictSatisfaction,
} from 'overdeliver';
import { capabilityFromFamily, gamma, normal } from 'overdeliver/capability';
import { type GoodwillOptions, goodwillByLoyalty, surveyIntentions } from 'overdeliver/loyalty';
import {
  mixedSatisfaction,
  type SatisfactionModel,
  surveySatisfaction,
  tk92Satisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { oneByOne } from './one-by-one';

const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit: 'minutes' });
const parcels = capabilityFromFamily(gamma, { mean: 9, sd: 4 }, { unit: 'days' });
const workdays = capabilityFromFamily(gamma, { mean: 4, sd: 2 }, { unit: 'business-days' });
const repair = capabilityFromFamily(gamma, { mean: 150, sd: 30 }, { unit: 'euro' });
const service = capabilityFromSamples(
  Array.from({ length: 200 }, (_, i) => 40 + 0.29 * i),
  { unit: 'points', better: 'higher' },
);
const few = capabilityFromSamples([38, 52, 41, 45, 47, 44, 58, 36], { unit: 'minutes' });
const base = { value: 40, stage: 'long-term' } as const;

describe('goodwillByLoyalty', () => {
  const judged: Readonly<
    Record<string, readonly [Capability, SatisfactionModel, string, readonly number[], object?]>
  > = {
    minutes: [kitchen, mixedSatisfaction, 'time', [5, 30, 44.35, 60, 130]],
    days: [parcels, marketplaceSatisfaction, 'time', [2, 9, 14, 40]],
    'business days': [workdays, mixedSatisfaction, 'time', [2, 4, 8]],
    levels: [service, surveySatisfaction, 'service', [45, 70, 95]],
    costs: [repair, mixedSatisfaction, 'cost', [100, 149, 189]],
    'a few samples': [few, mixedSatisfaction, 'time', [36, 45, 45.001, 58]],
    'a level of a mixed model': [
      service,
      mixedSatisfaction,
      'service',
      [50, 80],
      { satisfaction: mixedSatisfaction },
    ],
    'values without a cap': [
      kitchen,
      tk92Satisfaction,
      'time',
      [20, 60, 110],
      { satisfaction: tk92Satisfaction, dimension: 'time' },
    ],
  };

  it.each(Object.keys(judged))('is what the two models say case by case: %s', (name) => {
    const [capability, model, of, quotes, options] = judged[name] as (typeof judged)[string];
    const goodwill = goodwillByLoyalty({ ...base, ...options });
    const names = Object.keys(model.dimensions);
    const dimension = names.length > 1 ? of : (names[0] as string);
    for (const quote of quotes) {
      const slow = oneByOne(capability, model, dimension, quote);
      expect(Math.abs(goodwill(quote, capability) - slow)).toBeLessThan(1e-6);
    }
  });

  it('gives the same plan as case by case', () => {
    const options = { attraction: (minutes: number) => Math.exp(-0.01 * minutes), revenue: 20 };
    const fast = planByBalance(few, { ...options, goodwillLost: goodwillByLoyalty(base) });
    const slow = planByBalance(few, {
      ...options,
      goodwillLost: (quote, capability) => oneByOne(capability, mixedSatisfaction, 'time', quote),
    });
    expect(fast.promise).toBeCloseTo(slow.promise, 6);
    expect(fast.at.profit).toBeCloseTo(slow.at.profit, 6);
    expect(fast.within1Percent.high).toBeCloseTo(slow.within1Percent.high, 6);
    fast.curve.forEach(({ profit }, i) => {
      expect(profit).toBeCloseTo(slow.curve[i]?.profit as number, 6);
    });
  });

  it('does not jump where another outcome becomes the likeliest, unlike the two models on the mean', () => {
    const goodwill = goodwillByLoyalty(base);
    const ofMean = (promised: number) => {
      const dimensions = { time: { promised, actual: kitchen, unit: 'minutes' } } as const;
      const { score, outcome } = predictSatisfaction({ dimensions }, { model: mixedSatisfaction });
      const { stage } = base;
      return 40 * (1 - predictIntention({ satisfaction: score, outcome, stage }).repurchase);
    };
    const steps = Array.from({ length: 60 }, (_, i) => 40 + 0.1 * i);
    const fall = (of: (quote: number) => number) =>
      Math.max(...steps.map((quote) => of(quote) - of(quote + 0.1)));
    expect(fall(ofMean)).toBeGreaterThan(3);
    expect(fall((quote) => goodwill(quote, kitchen))).toBeLessThan(0.1);
  });

  it('counts from a baseline, and is proportional to the value', () => {
    const all = goodwillByLoyalty(base)(60, kitchen);
    const usual = goodwillByLoyalty({ ...base, baseline: 0.8 });
    expect(usual(60, kitchen)).toBeCloseTo(all - 40 * 0.2, 12);
    expect(usual(200, kitchen)).toBeLessThan(0);
    expect(goodwillByLoyalty({ ...base, value: 80 })(60, kitchen)).toBeCloseTo(2 * all, 12);
  });

  it('uses the numbers it is given', () => {
    const quote = 50;
    const first = goodwillByLoyalty({ value: 40, stage: 'first-use' })(quote, few);
    const slow = oneByOne(few, mixedSatisfaction, 'time', quote, 'first-use');
    expect(first).toBeCloseTo(slow, 6);
    const indifferent = {
      ...surveyIntentions,
      parameters: Object.fromEntries(
        Object.entries(surveyIntentions.parameters).map(([name, one]) => [
          name,
          name === 'repurchase.base' ? one : { ...one, value: 0 },
        ]),
      ) as typeof surveyIntentions.parameters,
    };
    const share = 1 / (1 + Math.exp(2.3357902));
    const flat = goodwillByLoyalty({ ...base, intentions: indifferent });
    expect(flat(30, kitchen)).toBeCloseTo(40 * (1 - share), 10);
    expect(flat(90, kitchen)).toBeCloseTo(40 * (1 - share), 10);
  });

  it('takes what else the model knows', () => {
    const items = {
      ...marketplaceSatisfaction,
      id: 'own',
      covariates: { items: 'log' },
      parameters: {
        ...marketplaceSatisfaction.parameters,
        'covariates.items': {
          value: -0.3,
          unit: 'log odds per log item',
          range: [-10, 10],
          status: 'assumed',
          source: 'a test',
        },
      },
    } as const satisfies SatisfactionModel;
    const goodwill = (count: number) =>
      goodwillByLoyalty({ ...base, satisfaction: items, covariates: { items: count } })(9, parcels);
    expect(goodwill(1)).toBeCloseTo(goodwillByLoyalty(base)(9, parcels), 7);
    expect(goodwill(3)).toBeGreaterThan(goodwill(1));
    const without = goodwillByLoyalty({ ...base, satisfaction: items });
    expect(refusal(() => without(9, parcels))).toMatchObject({
      code: 'missing',
      path: 'options.covariates.items',
    });
    const none = goodwillByLoyalty({ ...base, satisfaction: items, covariates: { items: 0 } });
    expect(refusal(() => none(9, parcels)).path).toBe('options.covariates.items');
  });

  it('looks up models of unusual width as they are', () => {
    const thresholds = Object.fromEntries(
      [-9000, -1, 0, 9000].map((value, k) => [
        `threshold.${k + 1}`,
        { value, unit: 'log odds', range: [-1e4, 1e4], status: 'assumed', source: 'a test' },
      ]),
    );
    const wide = {
      ...mixedSatisfaction,
      parameters: { ...mixedSatisfaction.parameters, ...thresholds },
    } as SatisfactionModel;
    const goodwill = goodwillByLoyalty({ ...base, satisfaction: wide });
    expect(goodwill(45, few)).toBeCloseTo(oneByOne(few, wide, 'time', 45), 6);
  });

  it('always lies between nothing and the value (holds)', () => {
    holds(
      fc.property(
        fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
        fc.constantFrom(kitchen, workdays, repair),
        (quote, capability) => {
          const lost = goodwillByLoyalty(base)(quote, capability);
          expect(lost).toBeGreaterThan(0);
          expect(lost).toBeLessThan(40);
        },
      ),
    );
  });

  it('falls as the promise grows, where being early is worth something (holds)', () => {
    const goodwill = goodwillByLoyalty(base);
    const quotes = Array.from({ length: 100 }, (_, i) => 10 + i);
    quotes.forEach((quote) => {
      expect(goodwill(quote + 1, kitchen)).toBeLessThan(goodwill(quote, kitchen) + 1e-9);
    });
  });
});

describe('what goodwillByLoyalty refuses', () => {
  it.each([
    [undefined, 'missing', 'options'],
    [{ stage: 'long-term' }, 'missing', 'options.value'],
    [{ ...base, value: 0 }, 'out-of-range', 'options.value'],
    [{ value: 40 }, 'missing', 'options.stage'],
    [{ ...base, stage: 'never-used' }, 'unknown-name', 'options.stage'],
    [{ ...base, baseline: 80 }, 'out-of-range', 'options.baseline'],
    [{ ...base, model: mixedSatisfaction }, 'unknown-name', 'options.model'],
    [{ ...base, satisfaction: {} }, 'missing', 'options.satisfaction.version'],
  ])('%o', (options, code, path) => {
    const refused = refusal(() => goodwillByLoyalty(options as never));
    expect(refused).toMatchObject({ function: 'goodwillByLoyalty', code, path });
  });

  const refusedAt = (options: Partial<GoodwillOptions>, capability: unknown, quote: unknown = 9) =>
    refusal(() => goodwillByLoyalty({ ...base, ...options })(quote as number, capability as never));

  it.each([
    [{}, kitchen, 0, 'out-of-range', 'quote'],
    [{}, kitchen, Number.NaN, 'out-of-range', 'quote'],
    [{}, kitchen, '60', 'wrong-type', 'quote'],
    [{}, service, 101, 'out-of-range', 'quote'],
    [{}, undefined, 9, 'missing', 'capability'],
    [{ satisfaction: marketplaceSatisfaction }, kitchen, 9, 'unit-mismatch', 'capability.unit'],
    [{ satisfaction: marketplaceSatisfaction }, service, 9, 'unit-mismatch', 'capability.unit'],
    [{ dimension: 'speed' }, kitchen, 9, 'unknown-name', 'options.dimension'],
    [{ dimension: 'service' }, kitchen, 9, 'unknown-name', 'options.dimension'],
    [{ covariates: { items: 2 } }, kitchen, 9, 'unknown-name', 'options.covariates.items'],
  ] as const)(
    '%# a quote or a capability that it cannot judge',
    (options, of, quote, code, path) => {
      expect(refusedAt(options, of, quote)).toMatchObject({
        function: 'goodwillByLoyalty',
        code,
        path,
      });
    },
  );

  it('a model that needs more than one dimension, has two alike, or gives the only one no importance', () => {
    const whole = { ...mixedSatisfaction, partial: false };
    expect(refusedAt({ satisfaction: whole }, kitchen)).toMatchObject({
      code: 'ambiguous',
      path: 'options.satisfaction',
    });
    const idle = adjustParameters(mixedSatisfaction, 'test/idle', { 'time.importance': 0 });
    expect(refusedAt({ satisfaction: idle }, kitchen)).toMatchObject({
      code: 'out-of-range',
      path: 'options.satisfaction.parameters.time.importance',
    });
    const { time } = mixedSatisfaction.dimensions;
    const parameters = Object.fromEntries(
      Object.entries(mixedSatisfaction.parameters).flatMap(([name, one]) =>
        name.startsWith('time.')
          ? [
              [name, one],
              [name.replace('time.', 'wait.'), one],
            ]
          : name.startsWith('threshold')
            ? [[name, one]]
            : [],
      ),
    );
    const twice = {
      ...mixedSatisfaction,
      dimensions: { time, wait: time },
      parameters,
    } as SatisfactionModel;
    expect(refusedAt({ satisfaction: twice }, kitchen)).toMatchObject({
      code: 'ambiguous',
      path: 'options.dimension',
    });
    const wait = goodwillByLoyalty({ ...base, satisfaction: twice, dimension: 'wait' });
    expect(wait(60, kitchen)).toBeCloseTo(goodwillByLoyalty(base)(60, kitchen), 10);
  });

  it('what may happen and cannot be judged', () => {
    const early = capabilityFromFamily(normal, { mean: 0, sd: 10 }, { unit: 'minutes' });
    expect(refusedAt({}, early).path).toContain('capability.quantile(');
  });
});
