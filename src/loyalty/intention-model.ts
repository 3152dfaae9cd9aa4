import { assumed, type Parameter, parameterSet } from '../core/parameters';

/** What a customer may intend. */
export type Intention = 'repurchase' | 'recommend' | 'complain';

const source =
  'mobi, customer satisfaction index survey (R packages semPLS, plspm; GPL-3), n = 250, bench/fit/fit.py; robust standard error';

/**
 * How likely customers say they will buy again and recommend, by how satisfied they are; fitted on 250
 * customers of mobile phone networks. What outcome and stage add is assumed, and so is all of complaining: that
 * survey holds none of them. {@link fitIntentions} learns them all.
 */
export const surveyIntentions = parameterSet({
  id: 'loyalty/index-survey-1',
  setting: 'stated intentions of mobile phone customers in a customer satisfaction index survey',
  fit: {
    data: 'mobi, customer satisfaction index survey, mobile phones (CUSL1, CUSL3 on the mean of CUSA1-3)',
    licence: 'GPL-3',
    n: 250,
    converged: true,
  },
  domain: { satisfaction: [29.6, 100] },
  parameters: {
    'repurchase.base': fitted(-2.3357902, 0.48900248, 'log odds'),
    'repurchase.satisfaction': fitted(4.657837, 0.72142301, 'log odds per 100 points'),
    'repurchase.below': assumed(
      -0.5,
      'log odds',
      [-5, 5],
      'a disappointment deters beyond the lower satisfaction (practice)',
    ),
    'repurchase.exceeded': assumed(
      0.25,
      'log odds',
      [-5, 5],
      'delight binds beyond the higher satisfaction (practice)',
    ),
    'repurchase.longTerm': assumed(0.25, 'log odds', [-5, 5], 'habit'),
    'recommend.base': fitted(-3.2397425, 0.48122333, 'log odds'),
    'recommend.satisfaction': fitted(6.1887859, 0.71168569, 'log odds per 100 points'),
    'recommend.below': assumed(
      -0.5,
      'log odds',
      [-5, 5],
      'a disappointed customer does not recommend (practice)',
    ),
    'recommend.exceeded': assumed(
      0.5,
      'log odds',
      [-5, 5],
      'delight is told, a met expectation is not (practice)',
    ),
    'recommend.longTerm': assumed(0, 'log odds', [-5, 5], 'no reason either way'),
    'complain.base': assumed(1, 'log odds', [-20, 20], 'half of those satisfied by 20'),
    'complain.satisfaction': assumed(
      -5,
      'log odds per 100 points',
      [-20, 20],
      'as steep as the others: one in sixteen of those satisfied by 75',
    ),
    'complain.below': assumed(1, 'log odds', [-5, 5], 'a disappointment is what one complains of'),
    'complain.exceeded': assumed(-0.5, 'log odds', [-5, 5], 'delight forgives (practice)'),
    'complain.longTerm': assumed(
      0.25,
      'log odds',
      [-5, 5],
      'who means to stay speaks up (Hirschman 1970), how much is assumed',
    ),
  },
});

function fitted(value: number, standardError: number, unit: string): Parameter {
  return { value, unit, range: [-20, 20], status: 'fitted', source, standardError };
}
