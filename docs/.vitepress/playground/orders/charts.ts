import type { BacktestReport, FrontierPoint, PolicyReport } from 'overdeliver/backtest';
import type { LineSeries } from '../shared/line-chart';
import { percent, shown } from '../shared/numbers';
import { type PolicyName, policyNames } from './policy-names';

const places: Readonly<Record<string, number>> = { yours: 0, rolling: 1, live: 2, estimator: 3 };
const nameOf = (policy: string) => policyNames[policy as PolicyName] ?? policy;

export const policiesIn = (report: BacktestReport): readonly (readonly [string, PolicyReport])[] =>
  Object.entries(report.policies);

/** Periods of fewer orders jump about by chance alone. */
const leastInPeriod = 20;

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

/** The outcome in a sentence or two. */
export function summaryOf(report: BacktestReport): string {
  const scored = policiesIn(report).filter(([, { pinball }]) => pinball !== null);
  const [best] = [...scored].sort(([, a], [, b]) => (a.pinball as number) - (b.pinball as number));
  if (!best) return 'No policy could promise anything.';
  const [name, { kept, quote }] = best;
  const said = `${percent(kept.share)} kept at ${shown(quote.mean)} ${report.unit} on average`;
  const { yours } = report.policies;
  if (name === 'yours') return `Your own promises did best: ${said}.`;
  const beside =
    yours?.kept.share == null
      ? ''
      : ` Yours: ${percent(yours.kept.share)} kept at ${shown(yours.quote.mean)}.`;
  return `Asked to keep ${percent(report.keepRate)}, ${nameOf(name)} did best: ${said}.${beside}`;
}
