import {
  type ParameterSet,
  predictIntention,
  predictRecovery,
  predictSwitching,
  predictWordOfMouth,
} from 'overdeliver';
import {
  intentionInputSchema,
  recoveryDefaults,
  surveyIntentions,
  switchingDefaults,
  wordOfMouthAmong,
  wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { refusal } from '../core/refusal';

/** A set of the caller's own, fitted on data between two levels. */
const within = <Name extends string>(
  set: ParameterSet<Name>,
  domain: NonNullable<ParameterSet['domain']>,
): ParameterSet<Name> => ({ ...set, id: 'ours', domain });
const outside = (path: string, value: number, range: readonly [number, number]) => ({
  code: 'outside-fitted-range',
  path,
  value,
  range,
});
const range = [40, 90] as const;
const customer = { satisfaction: 30, outcome: 'below', stage: 'first-use' } as const;
const { stage: _, ...talking } = customer;

describe('every prediction names its numbers and warns of inputs outside their domain', () => {
  it('intentions', () => {
    const model = within(surveyIntentions, { satisfaction: range });
    const result = predictIntention(customer, { parameters: model });
    expect(result.model.id).toBe('ours');
    expect(result.warnings).toEqual([outside('satisfaction', 30, range)]);
    expect(
      predictIntention({ ...customer, satisfaction: 40 }, { parameters: model }).warnings,
    ).toEqual([]);
  });

  it('switching, by the argument that holds the input', () => {
    const parameters = within(switchingDefaults, { expected: range, promised: range });
    const courted = { expected: 20, outcome: 'met', stage: 'first-use' } as const;
    const offer = { promised: 95, credibility: 0.5, market: 99 };
    const { warnings, model } = predictSwitching(courted, offer, { parameters });
    expect(model.id).toBe('ours');
    expect(warnings).toEqual([
      outside('customer.expected', 20, range),
      outside('offer.promised', 95, range),
    ]);
    expect(predictSwitching(courted, offer).warnings).toEqual([]);
  });

  it('word of mouth, of one and among many', () => {
    const parameters = within(wordOfMouthDefaults, { satisfaction: range });
    expect(predictWordOfMouth(talking, { parameters }).warnings).toEqual([
      outside('satisfaction', 30, range),
    ]);
    const groups = [
      { satisfaction: 50, outcome: 'met', customers: 3 },
      { ...talking, customers: 2 },
    ] as const;
    const { warnings, model } = wordOfMouthAmong(groups, { parameters });
    expect(model.id).toBe('ours');
    expect(warnings).toEqual([outside('groups[1].satisfaction', 30, range)]);
  });

  it('recovery, by both of its models', () => {
    const parameters = within(recoveryDefaults, { distributive: [0, 50] });
    const intentions = within(surveyIntentions, { satisfaction: range });
    const failure = { failed: 10, distributive: 60 };
    const { warnings } = predictRecovery(customer, failure, { parameters, intentions });
    expect(warnings.map(({ path }) => path)).toEqual([
      'recovery.distributive',
      'satisfaction.before',
      'satisfaction.failed',
      'satisfaction.recovered',
    ]);
  });

  it('and refuses null, which is no set', () => {
    const options = { parameters: null } as never;
    for (const call of [
      () => predictWordOfMouth(talking, options),
      () => wordOfMouthAmong([], options),
      () => predictRecovery(customer, { failed: 10 }, options),
    ]) {
      expect(refusal(call)).toMatchObject({ code: 'wrong-type', path: 'options.parameters' });
    }
  });
});

it('the schema of a customer describes itself to JSON Schema', () => {
  expect(z.toJSONSchema(z.array(intentionInputSchema))).toMatchObject({
    items: {
      type: 'object',
      properties: {
        satisfaction: { type: 'number', minimum: 0, maximum: 100 },
        outcome: { enum: ['below', 'met', 'exceeded'] },
        stage: { enum: ['first-use', 'long-term'] },
      },
      required: ['satisfaction', 'outcome', 'stage'],
      additionalProperties: false,
    },
  });
});
