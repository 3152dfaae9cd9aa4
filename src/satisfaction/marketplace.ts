import { freezeSet, type Parameter } from '../core/parameters';
import type { SatisfactionModel } from './model';

const source = 'Olist marketplace orders 2016-2018 (CC BY-NC-SA 4.0), bench/fit/fit.py';

/**
 * How buyers at a marketplace rate an order, 1 to 5 stars, by the delivery promise and what came of it;
 * fitted on 11,492 delivered and reviewed orders of Olist, Brazil.
 *
 * Being early is worth little and no more after two days; what hurts is being asked while still waiting
 * for something overdue.
 */
export const marketplaceSatisfaction: SatisfactionModel = Object.freeze({
  ...freezeSet({
    id: 'satisfaction/marketplace-2018',
    setting: 'star ratings of parcels bought at a Brazilian online marketplace, promised by date',
    fit: {
      data: 'Olist marketplace orders 2016-2018, delivered and reviewed',
      licence: 'CC BY-NC-SA 4.0',
      n: 11_492,
      logLikelihood: -12_717.409,
      converged: true,
    },
    parameters: {
      performance: fitted(-0.43962154, 0.033183512, 'log odds per log day', [-10, 10]),
      gain: fitted(0.19589989, 0.064865977, 'log odds per day early', [-10, 10]),
      loss: fitted(0.39338951, 0.1105717, 'log odds per day late', [-10, 10]),
      stillWaiting: fitted(1.7890939, 0.18148302, 'log odds', [-10, 10]),
      cap: {
        value: 2,
        unit: 'days',
        range: [0.1, 365],
        status: 'fitted',
        source: `${source}: least cross-validated loss of 1, 1.5, 2, 2.5, 3, 5, 7 and no cap`,
      },
    },
  }),
  dimension: 'time' as const,
  unit: 'days' as const,
  answers: Object.freeze({ min: 1, max: 5 }),
  thresholds: Object.freeze([-3.2377383, -2.8537652, -2.1382014, -1.0821692]),
  domain: Object.freeze({
    promised: Object.freeze([5.5, 55.2] as const),
    actual: Object.freeze([1.5, 37.4] as const),
  }),
});

function fitted(
  value: number,
  standardError: number,
  unit: string,
  range: readonly [number, number],
): Parameter {
  return { value, unit, range, status: 'fitted', source, standardError };
}
