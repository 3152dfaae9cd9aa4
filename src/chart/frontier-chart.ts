import * as z from 'zod/mini';
import type { FrontierPoint } from '../backtest/frontier';
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
  unitSchema,
} from './input';
import { layerOf, lowToHigh, numbers, seriesLines, seriesOf, shares, upToAll } from './marks';
import { paletteOf, plotOf } from './plot';
import { seriesIn } from './series-in';
import type { VegaLiteSpec } from './spec';
import { axisTitle, percent, quantity } from './words';

/** How a frontier is drawn. */
export interface FrontierChartOptions extends ChartOptions {
  /** The unit of the backtest, such as `days`. */
  readonly unit: string;
}

const pointSchema = z.object({
  keepRate: from0to1Schema(),
  kept: z.object({ share: maybeRatio, ...ratioIntervalShape }),
  quote: z.object({ mean: maybeNumber }),
});
const frontiersSchema = once(() =>
  recordOf(rowsOf(pointSchema, 'points'), 'points of promiseFrontier by the name of their policy'),
);
const optionsSchema = once(() => z.strictObject({ ...chartShape, unit: unitSchema }));

/**
 * Draws how long promises must be for more of them to be kept, for one policy or for several: the one whose line lies
 * further up and to the left is better. Each point says which share it was asked to keep.
 *
 * @param frontiers points of `promiseFrontier`, by the name of their policy
 * @param options `unit`, that of the backtest; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `missing` without a policy, a point or the unit
 * @example
 * ```ts
 * import { promiseFrontier, quotesFromHistory } from 'overdeliver/backtest';
 * import { frontierChart } from 'overdeliver/chart';
 *
 * const day = (n: number) => new Date(Date.UTC(2026, 0, n));
 * const orders = Array.from({ length: 50 }, (_, i) => (
 *   { id: `o-${i}`, started: day(i), finished: day(i + 2 + ((7 * i) % 5)) }
 * ));
 * const unit = 'days';
 * const history = promiseFrontier(orders, quotesFromHistory(), [0.5, 0.8], { unit, from: day(25) });
 * frontierChart({ history }, { unit }).description.split('. ')[1];
 * // => 'Policy history: asked to keep 50%, 4 days on average, kept 60%; asked to keep 80%, 5.79 days on average, kept 100%.'
 * ```
 */
export function frontierChart(
  frontiers: Readonly<Record<string, readonly FrontierPoint[]>>,
  options: FrontierChartOptions,
): VegaLiteSpec {
  return door('frontierChart', () => {
    const found = seriesIn('frontiers', read(frontiersSchema, frontiers, 'frontiers'), 'policy');
    const given = read(optionsSchema, options, 'options');
    const policies = found.map(([policy]) => policy);
    const { unit } = given;
    const palette = paletteOf(given);
    const { color, shape } = seriesOf('policy', policies, palette);
    const values = found.flatMap(([policy, points]) =>
      points.map(({ keepRate, kept, quote }) => ({
        policy,
        asked: percent(keepRate),
        keepRate,
        quote: quote.mean,
        kept: kept.share,
        low: kept.low,
        high: kept.high,
      })),
    );
    const x = numbers('quote', axisTitle('Mean promise', unit), {
      scale: { zero: false, padding: 24 },
    });
    const y = shares('kept', 'Share kept', upToAll(values.map(({ low, kept }) => low ?? kept)));
    const layer = [
      layerOf(values, { type: 'rule', opacity: 0.5 }, { x, ...lowToHigh(y), color }),
      ...seriesLines(values, policies, {
        x,
        y,
        color,
        order: { field: 'keepRate', type: 'quantitative' },
      }),
      layerOf(
        values,
        { type: 'point', filled: true, size: 60, opacity: 1, tooltip: true },
        { x, y, color, shape },
      ),
      // The labels of every second policy stand above its points, so that those of two lines that lie near do not meet.
      ...policies.map((policy, i) => {
        const above = i % 2 === 0;
        return layerOf(
          values.filter((point) => point.policy === policy),
          {
            type: 'text',
            align: above ? 'right' : 'left',
            baseline: above ? 'bottom' : 'top',
            dx: above ? -6 : 6,
            dy: above ? -4 : 4,
          },
          { x, y, color, text: { field: 'asked' } },
        );
      }),
    ];
    const toldOf = (policy: string) =>
      values
        .filter((point) => point.policy === policy)
        .map(({ asked, quote, kept }) =>
          quote === null || kept === null
            ? `asked to keep ${asked}, no promise fell due`
            : `asked to keep ${asked}, ${quantity(quote, unit)} on average, kept ${percent(kept)}`,
        )
        .join('; ');
    const lines = policies.map((policy) => `Policy ${policy}: ${toldOf(policy)}.`);
    return plotOf(
      {
        title: 'How long promises must be to be kept more often',
        subtitle: 'Further up and to the left is better. Beside each point: the share asked for.',
        description: `Points of the share kept by the mean promise in ${unitWords(unit)}. ${lines.join(' ')}`,
        layer,
      },
      given,
    );
  });
}
