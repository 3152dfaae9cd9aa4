import { assumed, type Parameter } from '../core/parameters';
import { freezeModel } from './freeze-model';
import type { SatisfactionDimension, SatisfactionModel, SatisfactionTerm } from './model';

/** Sets for any mix of a time, a cost and a level of service, each beside what was promised or expected. */

const mixed = (
  time: readonly SatisfactionTerm[],
  cost: readonly SatisfactionTerm[],
  service: readonly SatisfactionTerm[],
  value: 'capped' | 'power',
): Readonly<Record<string, SatisfactionDimension>> => ({
  time: { kind: 'time', unit: 'percent', terms: time, value },
  cost: { kind: 'cost', unit: 'percent', terms: cost, value },
  service: {
    kind: 'level',
    unit: 'points',
    terms: service,
    value: value === 'capped' ? 'identity' : value,
  },
});

const logOdds = (value: number, source: string, unit = 'log odds') =>
  assumed(value, unit, [-10, 10], source);
const percent = 'log odds per percent of the promise';
const point = 'log odds per point';

const importance = Object.fromEntries(
  ['time', 'cost', 'service'].map((name) => [
    `${name}.importance`,
    assumed(1, 'weight', [0, 1000], 'alike until you know which matters most to your customers'),
  ]),
);

// On the scale of the marketplace's utility, with what an order of ten days on time has there taken off.
const thresholds = Object.fromEntries(
  [-2.2, -1.8, -1.1, -0.1].map((value, k) => [
    `threshold.${k + 1}`,
    logOdds(value, 'an order as promised is rated as one of ten days on time by marketplace-2018'),
  ]),
);
const asMarketplace = 'a tenth of marketplace-2018 for a promise of ten days, rounded';
const cap = assumed(
  20,
  'percent of the promise',
  [0.1, 1000],
  'two days of ten, as marketplace-2018',
);
const asTime = 'as of a time; no data on costs are known';

/**
 * How customers rate, 1 to 5, what they got in time, for its price and in service, any or all of them; assumed
 * throughout, from the two fitted sets. Times and costs count in percent of the promise, so that minutes and days,
 * and all currencies, are judged alike.
 */
export const mixedSatisfaction: SatisfactionModel = freezeModel({
  version: 1,
  id: 'satisfaction/mixed-assumed-1',
  setting: 'any; a reasoned starting point',
  answers: { min: 1, max: 5 },
  partial: true,
  dimensions: mixed(
    ['gain', 'loss', 'stillWaiting'],
    ['gain', 'loss'],
    ['performance', 'gain', 'loss'],
    'capped',
  ),
  parameters: {
    ...importance,
    ...thresholds,
    'time.gain': logOdds(0.02, asMarketplace, percent),
    'time.loss': logOdds(0.04, asMarketplace, percent),
    'time.stillWaiting': logOdds(1.8, 'marketplace-2018, rounded'),
    'time.cap': cap,
    'cost.gain': logOdds(0.02, asTime, percent),
    'cost.loss': logOdds(0.04, asTime, percent),
    'cost.cap': cap,
    'service.performance': logOdds(0.12, 'index-survey-1, rounded', point),
    'service.gain': logOdds(0, 'index-survey-1 finds none beside performance', point),
    'service.loss': logOdds(0, 'index-survey-1 finds none beside performance', point),
    'service.reference': assumed(
      75,
      'points',
      [0, 100],
      'the level that is rated as a kept promise',
    ),
  },
});

const tk92 = 'Tversky & Kahneman 1992, Journal of Risk and Uncertainty 5';
const exponent: Parameter = {
  value: 0.88,
  unit: 'exponent',
  range: [0.01, 10],
  status: 'published',
  source: tk92,
};
/** Log odds per unit of value; assumed. */
const sensitivity = 0.1;
const perValue = 'log odds per unit of value';

/**
 * The value function of prospect theory on the same three dimensions: v(g) = g^.88 for a gain and
 * -2.25 (-g)^.88 for a loss, in percent of the promise or in points. A preset, not a default: over 607 estimates
 * losses weigh 1.955 times as much as gains (Brown et al. 2024), and what a unit of value does to an answer is
 * assumed.
 */
export const tk92Satisfaction: SatisfactionModel = freezeModel({
  version: 1,
  id: 'satisfaction/tk92',
  setting: 'choices between gambles by students, 1992; borrowed for promises',
  answers: { min: 1, max: 5 },
  partial: true,
  dimensions: mixed(['gain', 'loss'], ['gain', 'loss'], ['gain', 'loss'], 'power'),
  parameters: {
    ...importance,
    ...thresholds,
    ...Object.fromEntries(
      ['time', 'cost', 'service'].flatMap((name) => [
        [`${name}.exponent`, exponent],
        [`${name}.gain`, logOdds(sensitivity, 'how strongly answers follow value', perValue)],
        [`${name}.loss`, logOdds(2.25 * sensitivity, `2.25 times the gain (${tk92})`, perValue)],
      ]),
    ),
  },
});
