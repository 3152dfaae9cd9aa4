import type { Interval } from 'overdeliver';
import type { BacktestReport, FrontierPoint, PolicyReport } from 'overdeliver/backtest';
import type { LineSeries } from '../shared/line-chart';
import { amountOf, counted, percent } from '../shared/numbers';
import { type PolicyName, policyNames } from './policy-names';

const places: Readonly<Record<string, number>> = { yours: 0, rolling: 1, live: 2, estimator: 3 };
const nameOf = (policy: string) => policyNames[policy as PolicyName] ?? policy;

export const policiesIn = (report: BacktestReport): readonly (readonly [string, PolicyReport])[] =>
  Object.entries(report.policies);

/** Periods of fewer orders jump about by chance alone. */
export const leastInPeriod = 20;

/** The share kept by period, a line for each policy. */
export function monthSeries(report: BacktestReport) {
  const names = [
    ...new Set(
      policiesIn(report).flatMap(([, { periods }]) => periods.map(({ period }) => period)),
    ),
  ].sort();
  const series = policiesIn(report)
    .filter(([, { kept }]) => kept.n > 0)
    .map(([policy, { periods }]): LineSeries => {
      const shares = new Map(periods.map(({ period, kept }) => [period, kept]));
      const points = names.map((name, x) => {
        const kept = shares.get(name);
        return { x, y: kept && kept.n >= leastInPeriod ? kept.share : null };
      });
      return { name: nameOf(policy), points, color: places[policy] ?? 0, dot: 3 };
    });
  return { names, series };
}

/** The share kept against the mean promise, for each policy as its keep rate varies; your own promises are one point. */
export function frontierSeries(
  report: BacktestReport,
  frontier: Readonly<Record<string, readonly FrontierPoint[]>>,
): LineSeries[] {
  const lines = Object.entries(frontier).map(
    ([policy, points]): LineSeries => ({
      name: nameOf(policy),
      color: places[policy] ?? 0,
      points: points.flatMap(({ quote, kept }) =>
        quote.mean === null ? [] : [{ x: quote.mean, y: kept.share }],
      ),
    }),
  );
  const { yours } = report.policies;
  if (lines.length === 0 || !yours || yours.quote.mean === null) return lines;
  const point = { x: yours.quote.mean, y: yours.kept.share };
  return [{ name: nameOf('yours'), points: [point], line: false, color: 0, dot: 6 }, ...lines];
}

/** The policies that can be held against the first one, on the orders that both could promise; that which lost least first. */
const comparedIn = ({ against, differences }: BacktestReport) =>
  Object.entries(differences)
    .flatMap(([policy, { kept, quote, pinball, n }]) =>
      policy === against ||
      kept.estimate === null ||
      quote.estimate === null ||
      pinball.estimate === null
        ? []
        : [
            {
              policy,
              kept: kept.estimate,
              quote: quote.estimate,
              n,
              loss: pinball.estimate,
              pinball,
            },
          ],
    )
    .sort((a, b) => a.loss - b.loss);

/** All that can be compared, by their loss beside the first one's, whose own is 0. */
export function rankedIn(report: BacktestReport) {
  const { against, policies } = report;
  const pinball: Interval<number | null> = { low: 0, high: 0 };
  const first = policies[against]?.kept.n === 0 ? [] : [{ policy: against, loss: 0, pinball }];
  return [...first, ...comparedIn(report)].sort((a, b) => a.loss - b.loss);
}

/**
 * The outcome in a few sentences. Policies are held against each other on the orders that both could promise: one that promises
 * the easy ones alone has the least loss of its own, and is no better.
 */
export function summaryOf(report: BacktestReport): string {
  const { against, keepRate, policies, unit } = report;
  const base = policies[against];
  if (!base || base.kept.n === 0) return 'No policy could promise anything.';
  const first = `Asked to keep ${percent(keepRate)}, ${nameOf(against)} kept ${percent(base.kept.share)} at ${amountOf(base.quote.mean, unit)} on average.`;
  const [best] = comparedIn(report);
  if (!best) return first;
  const more = difference(100 * best.kept, 'as many', 'points', 'more', 'fewer');
  const long = difference(best.quote, 'as long', unit, 'longer', 'shorter');
  return `${first} On the ${counted(best.n)} orders that both promised, ${nameOf(best.policy)} keeps ${more}, at promises ${long}. ${verdictOn(best.pinball)}`;
}

const difference = (by: number, same: string, unit: string, more: string, fewer: string): string =>
  Number(by.toFixed(2)) === 0 ? same : `${amountOf(Math.abs(by), unit)} ${by > 0 ? more : fewer}`;

function verdictOn({ low, high }: Interval<number | null>): string {
  if (high !== null && high < 0) return 'That is better by more than chance.';
  if (low !== null && low > 0) return 'That is worse by more than chance.';
  return 'Whether that is better is not sure: chance alone may make such a difference.';
}
