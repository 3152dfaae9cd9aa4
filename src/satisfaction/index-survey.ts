import type { Parameter } from '../core/parameters';
import { freezeModel } from './freeze-model';
import type { SatisfactionModel } from './model';

const source =
  'mobi, customer satisfaction index survey (R packages semPLS, plspm; GPL-3), bench/fit/fit.py; robust standard error, by customer';

/**
 * How customers answer a satisfaction question on 1 to 10, by the level they expected and the level they
 * perceived; fitted on 750 answers of 250 customers of mobile phone networks.
 *
 * Perceived performance carries nearly all of it. Both gap terms are slightly negative, that is, an
 * expectation pulls the judgement towards itself, and neither is significant.
 */
export const surveySatisfaction: SatisfactionModel = freezeModel({
  version: 1,
  id: 'satisfaction/index-survey-1',
  setting: 'satisfaction answers of mobile phone customers in a customer satisfaction index survey',
  fit: {
    data: 'mobi, customer satisfaction index survey, mobile phones',
    licence: 'GPL-3',
    n: 750,
    logLikelihood: -1146.5686,
    converged: true,
  },
  answers: { min: 1, max: 10 },
  dimensions: {
    level: {
      kind: 'level',
      unit: 'points',
      terms: ['performance', 'gain', 'loss'],
      value: 'identity',
    },
  },
  domain: {
    expected: [33.3, 100],
    perceived: [32.5, 100],
  },
  typical: { expected: 72.2, perceived: 74.6 },
  parameters: {
    'level.performance': fitted(0.12145936, 0.0079183392, 'log odds per point perceived'),
    'level.gain': fitted(-0.01245883, 0.010426532, 'log odds per point above expectation'),
    'level.loss': fitted(-0.026893163, 0.015671248, 'log odds per point below expectation'),
    'threshold.1': fitted(2.3688809, 0.71179452, 'log odds'),
    'threshold.2': fitted(3.1023032, 0.68606014, 'log odds'),
    'threshold.3': fitted(3.7473816, 0.61495255, 'log odds'),
    'threshold.4': fitted(4.8056787, 0.54808397, 'log odds'),
    'threshold.5': fitted(6.3245365, 0.57060427, 'log odds'),
    'threshold.6': fitted(7.3063283, 0.57913736, 'log odds'),
    'threshold.7': fitted(8.8928918, 0.61447718, 'log odds'),
    'threshold.8': fitted(10.851538, 0.65484866, 'log odds'),
    'threshold.9': fitted(11.717906, 0.68360255, 'log odds'),
  },
});

export function fitted(value: number, standardError: number, unit: string): Parameter {
  return { value, unit, range: [-20, 20], status: 'fitted', source, standardError };
}
