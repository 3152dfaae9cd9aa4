import { InvalidInputError } from '../core/errors';
import type { LevelExperience, PromiseExperience } from './experience';
import type { SatisfactionModel } from './model';

/** An experience as a model takes it: inputs by the name its domain uses, and amounts by term. */
export interface ModelInputs {
  readonly inputs: Readonly<Record<string, number>>;
  readonly performance: number;
  readonly gap: number;
  /** Whether the customer still waits for something that is overdue. */
  readonly waitsInVain: boolean;
}

export function inputsOfPromise(
  fn: string,
  { promised, actual, unit, stillWaiting = false }: PromiseExperience,
  model: SatisfactionModel,
): ModelInputs {
  if (unit !== model.unit) {
    throw new InvalidInputError(
      'unit-mismatch',
      { function: fn, path: 'unit', value: unit },
      `${model.unit}, which ${model.id} was fitted on; lateness of other lengths needs a model of its own`,
    );
  }
  if (stillWaiting && actual <= promised) {
    throw new InvalidInputError(
      'out-of-range',
      { function: fn, path: 'actual', value: actual },
      'a time beyond the promise; who still waits within it has nothing to judge yet',
    );
  }
  return {
    inputs: { promised, actual },
    performance: Math.log(actual),
    gap: promised - actual,
    waitsInVain: stillWaiting,
  };
}

export function inputsOfLevels({ expected, perceived }: LevelExperience): ModelInputs {
  return {
    inputs: { expected, perceived },
    performance: perceived,
    gap: perceived - expected,
    waitsInVain: false,
  };
}
