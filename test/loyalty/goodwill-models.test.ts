import { capabilityFromSamples, marketplaceSatisfaction } from 'overdeliver';
import { goodwillByLoyalty } from 'overdeliver/loyalty';
import {
  mixedSatisfaction,
  type SatisfactionDimension,
  type SatisfactionModel,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { oneByOne } from './one-by-one';

const base = { value: 40, stage: 'long-term' } as const;
const samples = [38, 52, 41, 45, 47, 44, 58, 36];
const few = capabilityFromSamples(samples, { unit: 'minutes' });
const repair = capabilityFromSamples(samples, { unit: 'euro' });
const assumed = (value: number) =>
  ({ value, unit: 'any', range: [-1e3, 1e3], status: 'assumed', source: 'a test' }) as const;

/** A model of times in minutes alone, by numbers of one's own. */
function timeModel(
  form: Pick<SatisfactionDimension, 'terms' | 'value'>,
  numbers: Readonly<Record<string, number>>,
  covariates: Readonly<Record<string, number>> = {},
): SatisfactionModel {
  const thresholds = Object.entries(mixedSatisfaction.parameters).filter(([name]) =>
    name.startsWith('threshold'),
  );
  const own = Object.entries(numbers).map(([name, value]) => [`time.${name}`, assumed(value)]);
  const weights = Object.entries(covariates).map(([name, value]) => [
    `covariates.${name}`,
    assumed(value),
  ]);
  return {
    version: 1,
    id: 'test/minutes',
    setting: 'a test',
    answers: { min: 1, max: 5 },
    dimensions: { time: { kind: 'time', unit: 'minutes', ...form } },
    covariates: Object.fromEntries(Object.keys(covariates).map((name) => [name, 'identity'])),
    parameters: Object.fromEntries([...thresholds, ...own, ...weights]),
  };
}

describe('goodwillByLoyalty is what the two models say case by case', () => {
  const models = {
    'a gain that is capped, beside a performance that is not': timeModel(
      { terms: ['performance', 'gain', 'loss'], value: 'capped' },
      { performance: -0.8, gain: 0.1, loss: 0.2, cap: 4 },
    ),
    'a gain that counts less beyond its knee': timeModel(
      { terms: ['gain', 'loss'], value: 'two-slopes' },
      { gain: 0.1, loss: 0.2, knee: 4, beyond: 0.5 },
    ),
    'a gain that is capped, in minutes': timeModel(
      { terms: ['gain', 'loss'], value: 'capped' },
      { gain: 0.1, loss: 0.2, cap: 4 },
    ),
  };

  it.each(Object.entries(models))('with %s', (_, model) => {
    const goodwill = goodwillByLoyalty({ ...base, satisfaction: model });
    for (const quote of [40, 48, 60]) {
      expect(goodwill(quote, few)).toBeCloseTo(oneByOne(few, model, 'time', quote), 6);
    }
  });
});

describe('goodwillByLoyalty', () => {
  it('judges each of several capabilities as if it were asked about alone', () => {
    const slower = capabilityFromSamples(
      samples.map((minutes) => 2 * minutes),
      { unit: 'minutes' },
    );
    const goodwill = goodwillByLoyalty(base);
    for (const capability of [few, slower, slower, few]) {
      expect(goodwill(50, capability)).toBe(goodwillByLoyalty(base)(50, capability));
    }
    expect(goodwill(50, slower)).toBeGreaterThan(goodwill(50, few) + 1);
  });

  it('judges euros as a cost and minutes as a time, whichever other dimension is like it', () => {
    const by = (dimension: string) => goodwillByLoyalty({ ...base, dimension });
    expect(by('cost')(50, repair)).toBe(goodwillByLoyalty(base)(50, repair));
    expect(by('time')(50, few)).toBe(goodwillByLoyalty(base)(50, few));
    for (const refused of [() => by('time')(50, repair), () => by('cost')(50, few)]) {
      expect(refusal(refused)).toMatchObject({ code: 'unknown-name', path: 'options.dimension' });
    }
    const days = goodwillByLoyalty({ ...base, satisfaction: marketplaceSatisfaction });
    expect(refusal(() => days(50, repair))).toMatchObject({
      path: 'capability.unit',
      expected: expect.stringContaining('a cost is not among them'),
    });
  });

  it('takes a level for a level, whatever its unit is called', () => {
    const [points, percent] = ['points', 'percent'].map((unit) =>
      goodwillByLoyalty({ ...base, satisfaction: surveySatisfaction })(
        60,
        capabilityFromSamples([55, 70, 80, 85], { unit, better: 'higher' }),
      ),
    );
    expect(percent).toBe(points);
  });

  it('refuses a model that does not say it may judge by one dimension of several', () => {
    const { partial: _, ...whole } = mixedSatisfaction;
    const goodwill = goodwillByLoyalty({ ...base, satisfaction: whole });
    expect(refusal(() => goodwill(50, few))).toMatchObject({
      code: 'ambiguous',
      path: 'options.satisfaction',
    });
  });

  it('refuses what is beyond all numbers together with what else the model knows', () => {
    const model = timeModel(
      { terms: ['loss'], value: 'identity' },
      { loss: 0.2 },
      { distance: 1, weight: 1 },
    );
    const covariates = { distance: 1e308, weight: 1e308 };
    const goodwill = goodwillByLoyalty({ ...base, satisfaction: model, covariates });
    expect(refusal(() => goodwill(50, few))).toMatchObject({
      code: 'out-of-range',
      path: 'options.covariates.weight',
      value: 1e308,
    });
  });
});
