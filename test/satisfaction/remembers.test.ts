import {
  capabilityFromSamples,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const order = { promised: 10, actual: 8, unit: 'days' } as const;
const columns = {
  promised: Float64Array.of(10),
  actual: Float64Array.of(8),
  unit: 'days',
} as const;
const copy = () => JSON.parse(JSON.stringify(marketplaceSatisfaction)) as SatisfactionModel;

describe('what is remembered of a model', () => {
  it('changes nothing', () => {
    const once = predictSatisfaction(order, { model: marketplaceSatisfaction });
    expect(predictSatisfaction(order, { model: marketplaceSatisfaction })).toEqual(once);
    expect(predictSatisfaction(order, { model: copy() })).toEqual(once);
    expect(predictSatisfactions(columns, { model: copy() }).score[0]).toBe(once.score);
  });

  it('is nothing as long as the model may change', () => {
    const model = copy();
    const before = predictSatisfaction(order, { model }).score;
    const gain = model.parameters['time.gain'] as { value: number };
    gain.value = 2 * gain.value;
    expect(predictSatisfaction(order, { model }).score).toBeGreaterThan(before);
    expect(predictSatisfactions(columns, { model }).score[0]).toBeGreaterThan(before);
    gain.value = Number.NaN;
    expect(refusal(() => predictSatisfaction(order, { model })).path).toContain('time.gain');
  });

  it('is nothing of what is frozen at the top alone', () => {
    const model = Object.freeze(copy());
    const before = predictSatisfaction(order, { model }).score;
    (model.parameters['time.gain'] as { value: number }).value *= 2;
    expect(predictSatisfaction(order, { model }).score).toBeGreaterThan(before);
  });
});

describe('what is remembered of what may happen', () => {
  const days = [6, 7, 7, 8, 8, 8, 9, 9, 10, 12];

  it('is what a capability says, which never changes', () => {
    const actual = capabilityFromSamples(days, { unit: 'days' });
    const asked = { promised: 9, actual, unit: 'days' } as const;
    const once = predictSatisfaction(asked);
    expect(predictSatisfaction(asked)).toEqual(once);
    const anew = capabilityFromSamples(days, { unit: 'days' });
    expect(predictSatisfaction({ ...asked, actual: anew })).toEqual(once);
  });

  it('is nothing of quantiles of your own', () => {
    let least = 6;
    const actual = { quantile: (p: number) => least + 4 * p };
    const before = predictSatisfaction({ promised: 9, actual, unit: 'days' }).score;
    least = 8;
    expect(predictSatisfaction({ promised: 9, actual, unit: 'days' }).score).toBeLessThan(before);
  });

  it('is looked at anew where less may happen', () => {
    const actual = capabilityFromSamples([0, 120], { unit: 'points' });
    const cost = { promised: 50, actual, currency: 'points' };
    expect(predictSatisfaction(cost).score).toBeGreaterThan(0);
    const level = refusal(() => predictSatisfaction({ expected: 70, perceived: actual }));
    expect(level).toMatchObject({ code: 'out-of-range', value: 120 });
    expect(level.path).toMatch(/^perceived\.quantile\(/);
  });
});
