import type { Parameter } from '../core/parameters';
import { freezeModel } from './freeze-model';
import type { SatisfactionModel } from './model';

const source = 'Olist marketplace orders 2016-2018 (CC BY-NC-SA 4.0), bench/fit/fit.py';

/**
 * How buyers at a marketplace rate an order, 1 to 5 stars, by the delivery promise and what came of it;
 * fitted on 11,492 delivered and reviewed orders of Olist, Brazil.
 *
 * Being early is worth little and no more after two days; what hurts is being asked while still waiting
 * for something overdue.
 */
export const marketplaceSatisfaction: SatisfactionModel = freezeModel({
  version: 1,
  id: 'satisfaction/marketplace-2018',
  setting: 'star ratings of parcels bought at a Brazilian online marketplace, promised by date',
  fit: {
    data: 'Olist marketplace orders 2016-2018, delivered and reviewed',
    licence: 'CC BY-NC-SA 4.0',
    n: 11_492,
    logLikelihood: -12_717.409,
    converged: true,
  },
  answers: { min: 1, max: 5 },
  dimensions: {
    time: {
      kind: 'time',
      unit: 'days',
      terms: ['performance', 'gain', 'loss', 'stillWaiting'],
      value: 'capped',
    },
  },
  domain: {
    promised: [5.5, 55.2],
    actual: [1.5, 37.4],
  },
  typical: { promised: 24.3, actual: 10.2 },
  parameters: {
    'time.performance': fitted(-0.43962154, 0.033183512, 'log odds per log day'),
    'time.gain': fitted(0.19589989, 0.064865977, 'log odds per day early'),
    'time.loss': fitted(0.39338951, 0.1105717, 'log odds per day late'),
    'time.stillWaiting': fitted(1.7890939, 0.18148302, 'log odds'),
    'time.cap': {
      value: 2,
      unit: 'days',
      range: [0.1, 365],
      status: 'fitted',
      source: `${source}: least cross-validated loss of 1, 1.5, 2, 2.5, 3, 5, 7 and no cap; the likelihood peaks at 1.96`,
      // Half the width over which the profile log likelihood lies within 1/2 of its peak: 1.64 to 2.21.
      standardError: 0.286,
    },
    'threshold.1': fitted(-3.2377383, 0.16273572, 'log odds'),
    'threshold.2': fitted(-2.8537652, 0.16110176, 'log odds'),
    'threshold.3': fitted(-2.1382014, 0.15937034, 'log odds'),
    'threshold.4': fitted(-1.0821692, 0.15863143, 'log odds'),
  },
});

function fitted(value: number, standardError: number, unit: string): Parameter {
  const robust = `${source}; robust standard error`;
  return { value, unit, range: [-10, 10], status: 'fitted', source: robust, standardError };
}
