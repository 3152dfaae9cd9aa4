import { freezeModel } from './freeze-model';
import { fitted } from './index-survey';
import type { SatisfactionModel } from './model';

/**
 * How customers answer a satisfaction question on 1 to 10, by the level they perceived and the level of value for money; from
 * the survey of `surveySatisfaction`.
 *
 * Performance alone, without gaps: with value in the model no way of counting a gap foresees answers better, five-fold.
 *
 * @example
 * ```ts
 * import { predictSatisfaction } from 'overdeliver';
 * import { valueSatisfaction } from 'overdeliver/satisfaction';
 *
 * const level = { expected: 70, perceived: 75 };
 * const scoreAt = (value: number) =>
 *   predictSatisfaction({ dimensions: { level }, covariates: { value } }, { model: valueSatisfaction }).score;
 * [scoreAt(40), scoreAt(80)]; // => [69.2, 75.6]
 * ```
 */
export const valueSatisfaction: SatisfactionModel = freezeModel({
  ...modelOf('satisfaction/index-survey-value-1', -1137.5572, ['value']),
  parameters: {
    'level.performance': fitted(0.096203558, 0.0086747423, 'log odds per point perceived'),
    'covariates.value': fitted(0.02273409, 0.0065954136, 'log odds per point of value'),
    'threshold.1': fitted(1.6516032, 0.59994011, 'log odds'),
    'threshold.2': fitted(2.4088177, 0.55746951, 'log odds'),
    'threshold.3': fitted(3.0913296, 0.50173496, 'log odds'),
    'threshold.4': fitted(4.2224518, 0.47955637, 'log odds'),
    'threshold.5': fitted(5.7971939, 0.51305017, 'log odds'),
    'threshold.6': fitted(6.8044748, 0.53394692, 'log odds'),
    'threshold.7': fitted(8.4214917, 0.58006879, 'log odds'),
    'threshold.8': fitted(10.390071, 0.61848, 'log odds'),
    'threshold.9': fitted(11.255575, 0.64667898, 'log odds'),
  },
});

/**
 * The same with the level of the company's image beside value: who thinks well of a company is more satisfied at the same
 * performance.
 *
 * @example
 * ```ts
 * import { predictSatisfaction } from 'overdeliver';
 * import { imageSatisfaction } from 'overdeliver/satisfaction';
 *
 * const experience = {
 *   dimensions: { level: { expected: 70, perceived: 75 } },
 *   covariates: { value: 65, image: 80 },
 * };
 * predictSatisfaction(experience, { model: imageSatisfaction }).score; // => 74.8
 * ```
 */
export const imageSatisfaction: SatisfactionModel = freezeModel({
  ...modelOf('satisfaction/index-survey-image-1', -1128.9267, ['value', 'image']),
  parameters: {
    'level.performance': fitted(0.077054537, 0.0095211097, 'log odds per point perceived'),
    'covariates.value': fitted(0.020062852, 0.0065262879, 'log odds per point of value'),
    'covariates.image': fitted(0.031308416, 0.007813683, 'log odds per point of image'),
    'threshold.1': fitted(2.3613265, 0.69114904, 'log odds'),
    'threshold.2': fitted(3.1021108, 0.63461346, 'log odds'),
    'threshold.3': fitted(3.7649987, 0.5766566, 'log odds'),
    'threshold.4': fitted(4.8633598, 0.51870816, 'log odds'),
    'threshold.5': fitted(6.4276485, 0.53674455, 'log odds'),
    'threshold.6': fitted(7.4416156, 0.56059407, 'log odds'),
    'threshold.7': fitted(9.089191, 0.60673292, 'log odds'),
    'threshold.8': fitted(11.091971, 0.64688276, 'log odds'),
    'threshold.9': fitted(11.971761, 0.67870613, 'log odds'),
  },
});

/** What both sets have in common. */
function modelOf(id: string, logLikelihood: number, names: readonly ('value' | 'image')[]) {
  // Of the rows fitted on: the middle 99%, and what is typical.
  const domains = { value: [0, 100], image: [37.8, 100] } as const;
  const typical = { value: 66.7, image: 73.3 };
  const byName = <Of>(of: (name: 'value' | 'image') => Of) =>
    Object.fromEntries(names.map((name) => [`covariates.${name}`, of(name)]));
  return {
    version: 1,
    id,
    setting:
      'satisfaction answers of mobile phone customers in a customer satisfaction index survey',
    fit: {
      data: 'mobi, customer satisfaction index survey, mobile phones',
      licence: 'GPL-3',
      n: 750,
      logLikelihood,
      converged: true,
    },
    answers: { min: 1, max: 10 },
    dimensions: {
      level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
    },
    covariates: Object.fromEntries(names.map((name) => [name, 'identity' as const])),
    domain: {
      expected: [33.3, 100],
      perceived: [32.5, 100],
      ...byName((name) => domains[name]),
    },
    typical: { expected: 72.2, perceived: 74.6, ...byName((name) => typical[name]) },
  } as const;
}
