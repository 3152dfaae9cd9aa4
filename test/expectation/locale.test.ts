import {
  type CustomerHistory,
  classifyStage,
  type ExpectationEvent,
  type ExpectationInput,
  formExpectation,
  steadyStateGain,
  updateExpectation,
} from 'overdeliver/expectation';
import { afterEach, describe, expect, it } from 'vitest';
import { config, locales } from 'zod';
import { refusal } from '../core/refusal';
import { customer, given } from './given';

const form = (input: unknown) => () => formExpectation(input as ExpectationInput);
const update = (event: unknown) => () =>
  updateExpectation(given(), event as ExpectationEvent, { elapsedDays: 0 });

/** A refusal of each kind: of the type, the range, the name, a union, a date, a missing part. */
const refused: readonly (() => unknown)[] = [
  form(null),
  form({ stage: 'veteran', signals: {} }),
  form({ stage: 'never-used' }),
  form(customer({ wordOfMouth: 130 })),
  form(customer({ wordOfMouth: '80' as never })),
  form(customer({ wordOfMouth: { level: 80, sd: -1 } })),
  form({ ...customer({}), name: 'Ada' }),
  form(customer({ price: { amount: 1, reference: 0 } })),
  update({ kind: 'rumour' }),
  update({ kind: 'experience', perceived: 5, needMet: 3 }),
  () => formExpectation(customer({ wordOfMouth: 80 }), { order: [3] as never }),
  () => formExpectation(customer({ wordOfMouth: 80 }), { method: 'rankSum' as never }),
  () => classifyStage({ firstPurchase: '2026-01-10', uses: [] } as never, { asOf: new Date(0) }),
  () => classifyStage({ firstPurchase: null } as CustomerHistory, { asOf: new Date(0) }),
  () => steadyStateGain(0),
];

describe('messages', () => {
  const messages = () => refused.map((call) => refusal(call).message);
  const english = messages();
  afterEach(() => {
    config(locales.en());
  });

  it.each(['de', 'ja', 'ar'] as const)(
    'do not follow the locale that zod is set to: %s',
    (name) => {
      config(locales[name]());
      expect(messages()).toEqual(english);
    },
  );

  it('do not follow the words that an app gives to zod', () => {
    config({ customError: () => 'nope' });
    expect(messages()).toEqual(english);
    config({ customError: undefined });
  });

  it('say what was expected', () => {
    for (const message of english) {
      expect(message).toMatch(/^\w+: [\w.[\]]+ is .+; expected .+/);
      expect(message).not.toMatch(/another value|undefined|Invalid/);
    }
  });
});
