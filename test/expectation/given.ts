import {
  adjustParameters,
  type Expectation,
  type ExpectationEvent,
  type ExpectationInput,
  type Signals,
  type Stage,
  updateExpectation,
} from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';

/** An expectation made by hand: the prior of MODELS.md section 1 unless said otherwise. */
export function given(parts: Partial<Expectation> = {}): Expectation {
  return {
    stage: 'long-term',
    predicted: { mean: 60, variance: 100 },
    desired: 80,
    adequate: 40,
    promised: null,
    dominantFactor: 'longTermExperience',
    dominantNeed: null,
    parameters: expectationDefaults.id,
    ...parts,
  };
}

/** A never-used customer, unless another stage is named. */
export function customer(signals: Signals, stage: Stage = 'never-used'): ExpectationInput {
  return { stage, signals };
}

/** The default numbers with some changed. */
export function tuned(
  values: Partial<Record<keyof typeof expectationDefaults.parameters, number>>,
): typeof expectationDefaults {
  return adjustParameters(expectationDefaults, 'test/tuned', values);
}

/** Moves an expectation on at once. */
export function moved(
  expectation: Expectation,
  event: ExpectationEvent,
  parameters?: typeof expectationDefaults,
): Expectation {
  return updateExpectation(expectation, event, { elapsedDays: 0, parameters });
}

/** Lets time pass and nothing else happen: an offer that nobody believes. */
export function later(
  expectation: Expectation,
  elapsedDays: number,
  parameters?: typeof expectationDefaults,
): Expectation {
  const nothing = { kind: 'competitorOffer', level: 0, reliability: 0 } as const;
  return updateExpectation(expectation, nothing, { elapsedDays, parameters });
}
