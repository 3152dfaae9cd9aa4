import { assumed, freezeSet, type Parameter } from '../core/parameters';
import type { SatisfactionModel } from './model';

const source =
  'mobi, customer satisfaction index survey (R packages semPLS, plspm; GPL-3), bench/fit/fit.py';

/**
 * How customers answer a satisfaction question on 1 to 10, by the level they expected and the level they
 * perceived; fitted on 750 answers of 250 customers of mobile phone networks.
 *
 * Perceived performance carries nearly all of it. Both gap terms are slightly negative, that is, an
 * expectation pulls the judgement towards itself, and neither is significant.
 */
export const surveySatisfaction: SatisfactionModel = Object.freeze({
  ...freezeSet({
    id: 'satisfaction/index-survey',
    setting:
      'satisfaction answers of mobile phone customers in a customer satisfaction index survey',
    fit: {
      data: 'mobi, customer satisfaction index survey, mobile phones',
      licence: 'GPL-3',
      n: 750,
      logLikelihood: -1146.5686,
      converged: true,
    },
    parameters: {
      performance: fitted(0.12145936, 0.0079183392, 'log odds per point perceived'),
      gain: fitted(-0.01245883, 0.010426532, 'log odds per point above expectation'),
      loss: fitted(-0.026893163, 0.015671248, 'log odds per point below expectation'),
      stillWaiting: assumed(0, 'log odds', [0, 0], 'a level is judged when it is had'),
      cap: assumed(100, 'points', [0.1, 100], 'no cap: the whole scale'),
    },
  }),
  dimension: 'level' as const,
  unit: 'points' as const,
  answers: Object.freeze({ min: 1, max: 10 }),
  thresholds: Object.freeze([
    2.3688809, 3.1023032, 3.7473816, 4.8056787, 6.3245365, 7.3063283, 8.8928918, 10.851538,
    11.717906,
  ]),
  domain: Object.freeze({
    expected: Object.freeze([33.3, 100] as const),
    perceived: Object.freeze([32.5, 100] as const),
  }),
});

function fitted(value: number, standardError: number, unit: string): Parameter {
  return { value, unit, range: [-1, 1], status: 'fitted', source, standardError };
}
