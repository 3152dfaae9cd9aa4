import * as z from 'zod/mini';
import type { BacktestReport } from '../backtest/report';
import { unitWords } from '../core/unit-words';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { from0to1Schema, recordOf } from '../input/schemas';
import {
  type ChartOptions,
  chartShape,
  maybeNumber,
  maybeRatio,
  ratioIntervalShape,
  rowsOf,
} from './input';
import { layerOf, lowToHigh, numbers, seriesLines, seriesOf, shares, upToAll } from './marks';
import { type Periods, periodsOf } from './periods';
import { paletteOf, plotsOf } from './plot';
import { seriesIn } from './series-in';
import type { VegaLiteSpec } from './spec';
import { axisTitle, percent, quantity } from './words';

const scoreShape = {
  kept: z.object({ share: maybeRatio, ...ratioIntervalShape }),
  quote: z.object({ mean: maybeNumber }),
};
const reportSchema = once(() =>
  z.object(
    {
      unit: z.string(),
      keepRate: from0to1Schema(),
      policies: recordOf(
        z.object({
          ...scoreShape,
          periods: rowsOf(z.object({ period: z.string(), ...scoreShape }), 'periods'),
          worst: z.nullable(z.object({ period: z.string(), share: from0to1Schema() })),
        }),
      ),
    },
    'a report, as backtestPromises makes it',
  ),
);
type Policy = z.output<ReturnType<typeof reportSchema>>['policies'][string];
const optionsSchema = once(() => z.strictObject(chartShape));

/** Between the intervals of policies that stand side by side, as a share of a period. */
const step = 0.05;

/**
 * Draws a backtest period by period, month by month unless it was made otherwise: the share of promises that each policy
 * kept, with its interval, beside the share it was asked to keep; and below, how long its promises were. Anybody can keep
 * long promises, so look at both.
 *
 * A period in which no promise fell due has no point, and breaks the line. Weeks are labelled by ISO year and week.
 *
 * @param report what `backtestPromises` returns
 * @param options `title`, `width` and `height` of each plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` or `missing` for what is no report, `out-of-range` for more than 12 policies
 * @example
 * ```ts
 * import { byMonth } from 'overdeliver';
 * import { backtestPromises, quotesFromHistory } from 'overdeliver/backtest';
 * import { backtestChart } from 'overdeliver/chart';
 *
 * const day = (n: number) => new Date(Date.UTC(2026, 0, n));
 * const orders = Array.from({ length: 90 }, (_, i) => (
 *   { id: `o-${i}`, started: day(i), finished: day(i + 2 + ((7 * i) % 5)) }
 * ));
 * const policies = { history: quotesFromHistory() };
 * const by = byMonth('Europe/Berlin');
 * const options = { unit: 'days', keepRate: 0.8, from: day(32), by, policies } as const;
 * const report = backtestPromises(orders, options);
 * backtestChart(report).description.split('. ')[1];
 * // => 'Policy history kept 100%, with promises of 5.79 days on average.'
 * ```
 */
export function backtestChart(report: BacktestReport, options: ChartOptions = {}): VegaLiteSpec {
  return door('backtestChart', () => {
    const { unit, keepRate, policies: byName } = read(reportSchema, report, 'report');
    const given = read(optionsSchema, options, 'options');
    const found = seriesIn('report.policies', byName, 'policy');
    const policies = found.map(([policy]) => policy);
    const palette = paletteOf(given);
    const periods = periodsOf(
      found.flatMap(([, one]) => one.periods.map(({ period }) => period)),
      'Period',
    );
    const values = found.flatMap(([policy, one], i) =>
      valuesOf(policy, one.periods, periods, step * (i - (found.length - 1) / 2)),
    );
    const { color, shape } = seriesOf('policy', policies, palette);
    const { x } = periods;
    const above = { ...x, title: null };
    const drawn = values.map(({ low, kept }) => low ?? kept);
    const y = shares('kept', 'Share kept', upToAll([keepRate, ...drawn]));
    const quote = numbers('quote', axisTitle('Mean promise', unit));
    const ends = { x: above, ...lowToHigh(y) };
    const asked = { kept: keepRate };
    const kept = [
      layerOf([asked], { type: 'rule', color: palette.muted, strokeDash: [4, 3] }, { y }),
      layerOf(values, { type: 'rule', opacity: 0.45 }, { ...ends, color }),
      ...seriesLines(values, policies, { x: above, y, color }),
      layerOf(
        values,
        { type: 'point', filled: true, opacity: 1, tooltip: true },
        { x: above, y, color, shape },
      ),
    ];
    const promised = [
      ...seriesLines(values, policies, { x, y: quote, color }),
      layerOf(
        values,
        { type: 'point', filled: true, opacity: 1, tooltip: true },
        { x, y: quote, color, shape },
      ),
    ];
    return plotsOf(
      {
        title: 'What each policy would have kept, and promised',
        subtitle: `Dashed: ${percent(keepRate)}, the share it was asked to keep.`,
        description: `Two plots by period: the share of promises kept, beside the ${percent(keepRate)} asked for, and the mean promise in ${unitWords(unit)}. ${found.map(([policy, one]) => toldOf(policy, one, unit)).join(' ')}`,
        plots: [{ layer: kept }, { layer: promised }],
      },
      given,
      { width: 480, height: 160 },
    );
  });
}

/** The points of a policy, with an empty one where a period of others is none of its own. */
function valuesOf(
  policy: string,
  rows: Policy['periods'],
  { keys, placeOf }: Periods,
  moved: number,
) {
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  return keys.map((key) => {
    const row = byPeriod.get(key);
    return {
      policy,
      period: placeOf(key, moved),
      kept: row?.kept.share ?? null,
      low: row?.kept.low ?? null,
      high: row?.kept.high ?? null,
      quote: row?.quote.mean ?? null,
    };
  });
}

function toldOf(policy: string, { kept, quote, worst }: Policy, unit: string): string {
  if (kept.share === null || quote.mean === null) return `Of policy ${policy} no promise fell due.`;
  const least = worst === null ? '' : `, and least in ${worst.period}, ${percent(worst.share)}`;
  return `Policy ${policy} kept ${percent(kept.share)}, with promises of ${quantity(quote.mean, unit)} on average${least}.`;
}
