import type { LocalLevel } from '../local-level';
import { gainsOf, type LearningNumbers } from './gains';
import type { PanelCustomer } from './panel';
import { reportedTo } from './reported-to';
import type { StrayName } from './updating-types';

/** The numbers by which predicted levels move, and stray. */
export type PredictedNumbers = LearningNumbers & Readonly<Record<StrayName, number>>;

/**
 * The log likelihood of one customer's reports of the predicted level. The customer moves by gains of their own. We know where they
 * stand up to a variance: it begins with `startSd`, grows by what is not seen, shrinks as the customer moves and with each report
 * (Kalman 1960, Journal of Basic Engineering 82, 10.1115/1.3662552; the likelihood by its errors of prediction, Schweppe 1965, IEEE
 * Transactions on Information Theory 11, 10.1109/TIT.1965.1053737).
 */
export function followPredicted(customer: PanelCustomer, p: PredictedNumbers): number {
  const { start, steps } = customer;
  const gains = gainsOf(customer, p);
  let logLikelihood = 0;
  let level: LocalLevel = { mean: start.predicted.mean, variance: p.startSd ** 2 };
  for (let i = 0; i < steps.length; i++) {
    const { days, predicted } = steps[i] as (typeof steps)[number];
    const { gain, seen } = gains[i] as (typeof gains)[number];
    const variance = level.variance + days * p.unseenVariancePerDay;
    level = {
      mean: level.mean + gain * (seen - level.mean),
      variance: (1 - gain) ** 2 * variance,
    };
    if (!Number.isNaN(predicted)) {
      const told = reportedTo(level, predicted, p.reportSd);
      logLikelihood += told.logDensity;
      level = told.level;
    }
  }
  return logLikelihood;
}
