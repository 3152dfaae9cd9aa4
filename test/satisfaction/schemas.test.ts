import { marketplaceSatisfaction, predictSatisfaction, type SatisfactionModel } from 'overdeliver';
import {
  costExperienceSchema,
  levelExperienceSchema,
  promiseExperienceSchema,
  satisfactionModelSchema,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { refusal } from '../core/refusal';

const changed = (name: string, by: object) => ({
  ...marketplaceSatisfaction.parameters,
  [name]: { ...marketplaceSatisfaction.parameters[name], ...by },
});
const delivery = { promised: 60, actual: 45, unit: 'minutes' };

describe('the schemas of an experience', () => {
  it('compose with zod', () => {
    const order = z.object({ id: z.string(), came: promiseExperienceSchema });
    expect(order.parse({ id: 'a', came: delivery })).toEqual({ id: 'a', came: delivery });
    const wrong = order.safeParse({ id: 'a', came: { ...delivery, actual: 0 } });
    expect(wrong.error?.issues[0]).toMatchObject({ code: 'too_small', path: ['came', 'actual'] });
    const either = z.union([promiseExperienceSchema, levelExperienceSchema]);
    expect(either.safeParse({ expected: 70, perceived: 80 }).success).toBe(true);
    expect(either.safeParse({ expected: 70, actual: 80 }).success).toBe(false);
  });

  it('compose with zod/mini', () => {
    const answer = mini.strictObject({ felt: mini.array(levelExperienceSchema) });
    const felt = [{ expected: 70, perceived: 80 }];
    expect(mini.parse(answer, { felt })).toEqual({ felt });
    const wrong = mini.safeParse(answer, { felt: [{ expected: 70, perceived: 101 }] });
    expect(wrong.error?.issues[0]).toMatchObject({ path: ['felt', 0, 'perceived'] });
  });

  it.each([
    [{ ...delivery, stillWaiting: true }, true],
    [{ ...delivery, stillWaiting: undefined }, true],
    [{ ...delivery, unit: 'weeks' }, false],
    [{ ...delivery, promised: 0 }, false],
    [{ ...delivery, late: true }, false],
    [{ promised: 60, unit: 'minutes' }, false],
  ])('%o: %s', (experience, good) => {
    expect(promiseExperienceSchema.safeParse(experience).success).toBe(good);
  });

  it.each([
    [{ expected: 0, perceived: 100 }, true],
    [{ expected: -0.1, perceived: 100 }, false],
    [{ expected: 0, perceived: 100.1 }, false],
    [{ expected: 0, perceived: 50, sd: 5 }, false],
    [{ expected: 0, perceived: { mean: 50, sd: 5 } }, true],
    [{ expected: 0, perceived: { mean: 50, sd: 0 } }, false],
    [{ expected: 0, perceived: { quantile: (p: number) => 100 * p } }, true],
    [{ expected: 0, perceived: { quantile: 50 } }, false],
  ])('%o: %s', (experience, good) => {
    expect(levelExperienceSchema.safeParse(experience).success).toBe(good);
  });
});

describe('the schema of a model', () => {
  it.each([marketplaceSatisfaction, surveySatisfaction])('composes: $id', (model) => {
    const stored = JSON.parse(JSON.stringify({ models: { ours: model } }));
    const settings = z.object({ models: z.record(z.string(), satisfactionModelSchema) });
    expect(settings.parse(stored)).toEqual(stored);
    const small = mini.object({ models: mini.record(mini.string(), satisfactionModelSchema) });
    expect(mini.parse(small, stored)).toEqual(stored);
    stored.models.ours.answers.max = 0.5;
    const wrong = settings.safeParse(stored);
    expect(wrong.error?.issues[0]).toMatchObject({ path: ['models', 'ours', 'answers'] });
    expect(mini.safeParse(small, stored).success).toBe(false);
  });

  it.each([
    [{ fit: { ...marketplaceSatisfaction.fit, n: Infinity } }, 'options.model.fit.n'],
    [
      { fit: { ...marketplaceSatisfaction.fit, logLikelihood: Number.NaN } },
      'options.model.fit.logLikelihood',
    ],
    [{ domain: { promised: [0, Infinity] } }, 'options.model.domain.promised[1]'],
    [
      { parameters: changed('time.gain', { standardError: Infinity }) },
      'options.model.parameters.time.gain.standardError',
    ],
    [
      { parameters: changed('time.gain', { range: [-Infinity, 1] }) },
      'options.model.parameters.time.gain.range[0]',
    ],
  ])('takes finite numbers only: %o', (change, path) => {
    const model = { ...marketplaceSatisfaction, ...change } as SatisfactionModel;
    expect(satisfactionModelSchema.safeParse(model).success).toBe(false);
    const order = { promised: 10, actual: 8, unit: 'days' } as const;
    expect(refusal(() => predictSatisfaction(order, { model }))).toMatchObject({
      code: 'out-of-range',
      path,
    });
  });
});

describe('what the schemas say of themselves to z.toJSONSchema', () => {
  it.each(['input', 'output'] as const)('is that of their %s', (io) => {
    const described = (schema: mini.ZodMiniType) => z.toJSONSchema(schema, { io });
    const model = described(satisfactionModelSchema);
    expect(model.required).toEqual([
      'version',
      'id',
      'setting',
      'answers',
      'dimensions',
      'parameters',
    ]);
    expect(model.properties?.parameters).toMatchObject({
      type: 'object',
      additionalProperties: { properties: { value: { type: 'number' } } },
    });
    expect(described(promiseExperienceSchema).required).toEqual(['actual', 'unit']);
    expect(described(costExperienceSchema).required).toEqual(['actual', 'currency']);
    expect(described(levelExperienceSchema).properties?.perceived).toMatchObject({
      anyOf: [{ minimum: 0, maximum: 100 }, { required: ['mean', 'sd'] }, { not: {} }],
    });
  });
});
