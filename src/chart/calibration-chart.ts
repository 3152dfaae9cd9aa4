import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { from0to1Schema } from '../input/schemas';
import type { CalibrationPoint } from '../satisfaction/fit/calibration-curve';
import { type ChartOptions, chartShape, rowsOf } from './input';
import { layerOf, lowToHigh, shares } from './marks';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { between, listed, percent, quantity } from './words';

const curveSchema = once(() =>
  rowsOf(
    z.object({
      n: z.number(),
      predicted: from0to1Schema(),
      observed: from0to1Schema(),
      low: from0to1Schema(),
      high: from0to1Schema(),
    }),
    'points, as calibrationCurve returns them',
  ),
);
const optionsSchema = once(() => z.strictObject(chartShape));

/**
 * Draws whether chances come true: the share observed against the share predicted, group by group, with intervals. On the
 * dashed line they agree; above it more came of it than was predicted.
 *
 * @param curve what `calibrationCurve` returns
 * @param options `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` for what is none, `out-of-range` without a point
 * @example
 * ```ts
 * import { calibrationCurve } from 'overdeliver/satisfaction';
 * import { marketplaceSatisfaction } from 'overdeliver';
 * import { calibrationChart } from 'overdeliver/chart';
 *
 * const actual = Float64Array.of(4, 6, 8, 9, 11, 12);
 * const columns = { promised: new Float64Array(6).fill(10), actual, unit: 'days' } as const;
 * const options = { model: marketplaceSatisfaction, upTo: 2, groups: 2 };
 * const spec = calibrationChart(calibrationCurve(columns, [5, 5, 4, 5, 2, 3], options));
 * spec.title.text; // => 'In 2 of 2 groups the interval holds what was predicted'
 * ```
 */
export function calibrationChart(
  curve: readonly CalibrationPoint[],
  options: ChartOptions = {},
): VegaLiteSpec {
  return door('calibrationChart', () => {
    const points = read(curveSchema, curve, 'curve');
    const given = read(optionsSchema, options, 'options');
    const { series, muted } = paletteOf(given);
    const [main] = series;
    const greatest = Math.max(...points.map(({ predicted, high }) => Math.max(predicted, high)));
    const end = Math.min(1, Math.ceil(10 * greatest) / 10) || 0.1;
    const domain = [0, end];
    const x = shares('predicted', 'Share predicted', { domain });
    const y = shares('observed', 'Share observed', { domain });
    const diagonal = [
      { predicted: 0, observed: 0 },
      { predicted: end, observed: end },
    ];
    const layer = [
      layerOf(
        diagonal,
        { type: 'line', color: muted, strokeWidth: 1, strokeDash: [4, 3] },
        { x, y },
      ),
      layerOf(
        points,
        { type: 'rule', color: main, opacity: 0.55, strokeWidth: 2 },
        { x, ...lowToHigh(y) },
      ),
      layerOf(
        points,
        { type: 'point', color: main, filled: true, size: 70, opacity: 1, tooltip: true },
        { x, y },
      ),
    ];
    const within = points.filter(
      ({ predicted, low, high }) => predicted >= low && predicted <= high,
    );
    const told = points.map(
      (point) =>
        `${percent(point.predicted)} predicted, ${percent(point.observed)}${between(point, percent)} of ${point.n} observed`,
    );
    return plotOf(
      {
        title: `In ${within.length} of ${quantity(points.length, 'groups')} the interval holds what was predicted`,
        subtitle: 'On the dashed line, what was predicted came true.',
        description: `Shares observed by the shares predicted, with intervals, in ${quantity(points.length, 'groups')}: ${listed(told)}.`,
        layer,
      },
      given,
      { width: 340, height: 340 },
    );
  });
}
