import {
  capabilityFromSamples,
  explainSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
} from 'overdeliver';
import {
  mixedSatisfaction,
  predictSatisfactions,
  tk92Satisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const notFitted = [{ code: 'not-fitted', detail: {} }];

const units = ['minutes', 'hours', 'open-minutes', 'open-hours', 'business-days'] as const;

describe('a promise in another unit than days', () => {
  // By hand: 25% early, of which 20 count, .02 each; thresholds -2.2, -1.8, -1.1, -.1.
  const score = [-2.2, -1.8, -1.1, -0.1].reduce((s, t) => s + 25 / (1 + Math.exp(t - 0.4)), 0);

  it.each(units)('in %s is judged by its share, and says so', (unit) => {
    const given = { promised: 40, actual: 30, unit };
    const prediction = predictSatisfaction(given);
    expect(prediction.score).toBeCloseTo(score, 10);
    expect(prediction.model.id).toBe('satisfaction/mixed-assumed-1');
    expect(prediction.warnings).toEqual(notFitted);
    expect(prediction.gaps).toEqual({ time: { gap: 25, unit: 'percent' } });
    expect(prediction.outcome).toBe('exceeded');
    expect(prediction).toEqual(predictSatisfaction(given, { model: mixedSatisfaction }));
    expect(explainSatisfaction(given).prediction).toEqual(prediction);
    const promised = Float64Array.of(40);
    const table = predictSatisfactions({ promised, actual: Float64Array.of(30), unit });
    expect(table.score[0]).toBe(prediction.score);
    expect(table.model).toEqual(prediction.model);
    expect(table.warnings).toEqual(notFitted);
  });

  it('counts in no unit of its own', () => {
    const scores = units.map(
      (unit) => predictSatisfaction({ promised: 40, actual: 55, unit }).score,
    );
    expect(new Set(scores).size).toBe(1);
  });

  it('may take as long as a capability in that unit says', () => {
    const desk = capabilityFromSamples([2, 3, 4, 4, 5, 6], { unit: 'open-hours' });
    const given = { promised: 4, actual: desk, unit: 'open-hours' } as const;
    expect(predictSatisfaction(given).score).toBeGreaterThan(0);
    const mixed = refusal(() => predictSatisfaction({ ...given, unit: 'hours' }));
    expect(mixed).toMatchObject({ code: 'unit-mismatch', path: 'actual.unit' });
  });

  it('is none that a model of days speaks of', () => {
    const given = { promised: 4, actual: 5, unit: 'business-days' } as const;
    const refused = refusal(() => predictSatisfaction(given, { model: marketplaceSatisfaction }));
    expect(refused).toMatchObject({ code: 'unit-mismatch', path: 'unit' });
    expect(refused.expected).toMatch(/^days, which satisfaction\/marketplace-2018 speaks of/);
  });

  it('leaves days to what was fitted on them', () => {
    const days = predictSatisfaction({ promised: 40, actual: 30, unit: 'days' });
    expect(days.model.id).toBe('satisfaction/marketplace-2018');
    expect(days.warnings).toEqual([]);
  });
});

describe('a model that no data stand behind', () => {
  it('says so, whoever chose it', () => {
    const dinner = { promised: 40, actual: 42, currency: 'EUR' };
    expect(predictSatisfaction(dinner).warnings).toEqual(notFitted);
    expect(predictSatisfaction(dinner, { model: tk92Satisfaction }).warnings).toEqual(notFitted);
  });

  it('is not one whose other numbers were fitted', () => {
    const { fit: _, ...model } = marketplaceSatisfaction;
    const late = { promised: 10, actual: 12, unit: 'days' } as const;
    expect(predictSatisfaction(late, { model }).warnings).toEqual([]);
  });
});

describe('a model of which a number has no end', () => {
  const model = { ...marketplaceSatisfaction, id: 'ours/apart', separated: ['time.loss'] };
  const warnings = [{ code: 'separated', detail: { parameter: 'time.loss' } }];

  it('warns when it predicts', () => {
    const late = { promised: 10, actual: 12, unit: 'days' } as const;
    expect(predictSatisfaction(late, { model }).warnings).toEqual(warnings);
    expect(explainSatisfaction(late, { model }).prediction.warnings).toEqual(warnings);
    const columns = {
      promised: Float64Array.of(10),
      actual: Float64Array.of(8),
      unit: 'days',
    } as const;
    expect(predictSatisfactions(columns, { model }).warnings).toEqual(warnings);
  });
});
