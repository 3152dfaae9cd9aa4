import {
  explainExpectation,
  formExpectation,
  type Signals,
  weightingSensitivity,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { customer } from './given';

describe.each(['firstImpression', 'longTermExperience'] as const)('a signal of %s', (factor) => {
  const all = (signal: NonNullable<Signals[typeof factor]>) => ({
    wordOfMouth: 80,
    [factor]: signal,
  });

  it.each([
    ['formExpectation', formExpectation],
    ['explainExpectation', explainExpectation],
    ['weightingSensitivity', weightingSensitivity],
  ])('is refused of someone who has never used, by %s', (name, call) => {
    expect(refusal(() => call(customer(all(70))))).toMatchObject({
      code: 'stage-mismatch',
      function: name,
      path: `signals.${factor}`,
      value: 70,
      expected:
        'none, since nobody at never-used has used it: another stage, as classifyStage tells, or pastExperience with something similar',
    });
  });

  it('is refused though it alone would not count, and though an order of your own names it', () => {
    expect(refusal(() => formExpectation(customer({ [factor]: 70 }))).code).toBe('stage-mismatch');
    const options = { order: [factor, 'wordOfMouth'] } as const;
    expect(refusal(() => formExpectation(customer(all(70)), options)).code).toBe('stage-mismatch');
  });

  it('is as if absent where nobody believes it', () => {
    expect(formExpectation(customer(all({ level: 70, reliability: 0 })))).toEqual(
      formExpectation(customer({ wordOfMouth: 80 })),
    );
  });

  it.each(['first-use', 'long-term'] as const)('counts at %s', (stage) => {
    const { predicted } = formExpectation(customer(all(10), stage));
    expect(predicted.mean).toBeLessThan(80);
  });
});
