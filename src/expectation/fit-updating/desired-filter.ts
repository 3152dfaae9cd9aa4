import { wantedOnTop } from '../form-rows';
import { halved } from '../local-level';
import type { Gain } from './gains';
import { lift } from './lift';
import {
  aboveCovered,
  bent,
  changed,
  grown,
  movedBy,
  pairOf,
  toldOther,
  toldPredicted,
} from './pair';
import type { PanelCustomer } from './panel';
import type { PredictedNumbers } from './predicted-filter';
import type { StrayName } from './updating-types';

/** The numbers by which desired levels move, and stray. */
export type DesiredNumbers = Readonly<
  Record<'desiredRise' | 'desiredHalfLifeDays' | StrayName, number>
>;

/** What is known before the desired level is learnt. */
export interface AroundDesired {
  readonly predicted: PredictedNumbers;
  readonly gains: readonly Gain[];
  readonly competitorExtra: number;
}

/**
 * The log likelihood of one customer's reports of the predicted and the desired level. The desired one moves as in
 * `updateExpectation`: it fades towards the predicted level, and what lies above it lifts it. Since a lift bends, what we know is
 * kept as means, variances and a covariance, exact at each step (assumed density: Maybeck 1982, Stochastic Models, Estimation and
 * Control 2).
 */
export function followDesired(
  { start, steps }: PanelCustomer,
  { predicted, gains, competitorExtra }: AroundDesired,
  p: DesiredNumbers,
): number {
  let logLikelihood = 0;
  let pair = pairOf(
    { mean: start.predicted.mean, variance: predicted.startSd ** 2 },
    { mean: start.desired, variance: p.startSd ** 2 },
  );
  for (let i = 0; i < steps.length; i++) {
    const { days, event, predicted: told, desired } = steps[i] as (typeof steps)[number];
    const left = halved(days, p.desiredHalfLifeDays);
    pair = changed(pair, { intercept: 0, slope: left, pull: 1 - left });
    pair = grown(pair, days * predicted.unseenVariancePerDay, days * p.unseenVariancePerDay);
    if (event?.kind === 'experience') {
      const { perceived } = event;
      pair = bent(pair, (level) => lift(level, perceived, p.desiredRise));
    } else if (event?.kind === 'need') {
      const { level: called } = event;
      pair = bent(pair, (level) => lift(level, called, 1));
    } else if (event?.kind === 'competitorOffer') {
      const wanted = wantedOnTop(event.level, competitorExtra);
      const { reliability = 1 } = event;
      pair = bent(pair, (level) => lift(level, wanted, reliability));
    }
    pair = aboveCovered(movedBy(pair, gains[i] as Gain));
    const first = toldPredicted(pair, told, predicted.reportSd);
    const second = toldOther(first.pair, desired, p.reportSd);
    logLikelihood += first.logDensity + second.logDensity;
    pair = second.pair;
  }
  return logLikelihood;
}
