import type { Parameter } from 'overdeliver';
import { recalibrateSatisfaction, type SatisfactionModel } from 'overdeliver/satisfaction';
import { levels } from './fixtures';
import { levelColumns, names } from './given';

export const number = (value: number, standardError?: number): Parameter => ({
  value,
  unit: '',
  range: [-20, 20],
  status: 'fitted',
  source: 'test',
  ...(standardError !== undefined && { standardError }),
});
/** Three answers by the level perceived alone, with errors of the two thresholds and of the coefficient. */
export const three = (errors: readonly (number | undefined)[] = []): SatisfactionModel => ({
  version: 1,
  id: 'test/three',
  setting: 'a test',
  answers: { min: 1, max: 3 },
  dimensions: {
    level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
  },
  parameters: {
    'threshold.1': number(1, errors[0]),
    'threshold.2': number(4, errors[1]),
    'level.performance': number(0.05, errors[2]),
  },
});
/** Of the fixture's five answers the first two are one, and the next two. */
export const answers = levels.answers.map((answer) => Math.ceil(answer / 2));
export const move = (model: SatisfactionModel, change = {}, given: readonly number[] = answers) =>
  recalibrateSatisfaction(levelColumns, given, { ...names, model, ...change });
