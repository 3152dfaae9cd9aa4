import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { KanoClassification } from '../survey/kano';
import { kanoCategories } from '../survey/kano-table';
import { type ChartOptions, chartShape, intervalShape, maybeNumber, rowsOf } from './input';
import { layerOf, lowToHigh, numbers, seriesOf } from './marks';
import { paletteOf, plotOf } from './plot';
import type { ChartMark, VegaLiteSpec } from './spec';
import { figure, quantity } from './words';

const shareSchema = z.object({ share: maybeNumber, ...intervalShape });
const categories = [...kanoCategories, 'undetermined'] as const;
const classificationSchema = once(() =>
  z.object(
    {
      respondents: z.number(),
      features: rowsOf(
        z.object({
          feature: z.string(),
          category: z.enum(categories),
          better: shareSchema,
          worse: shareSchema,
        }),
        'features',
      ),
    },
    'a classification, as classifyKano makes it',
  ),
);
const optionsSchema = once(() => z.strictObject(chartShape));

/** What the corners mean, and where their names stand. */
const corners = [
  { worse: 0.02, better: 1, text: 'attractive', align: 'left', dy: -3 },
  { worse: 0.98, better: 1, text: 'one-dimensional', align: 'right', dy: -3 },
  { worse: 0.02, better: 0.02, text: 'indifferent', align: 'left', dy: 0 },
  { worse: 0.98, better: 0.02, text: 'must-be', align: 'right', dy: 0 },
] as const;

/**
 * Draws the map of features of a Kano survey: how much having a feature satisfies, against how much lacking it
 * dissatisfies, with the intervals of both (Berger et al. 1993). The corners are the categories; a mark's shape is the one
 * that the answers put the feature in, which is undetermined where none leads clearly.
 *
 * @param classification what `classifyKano` returns
 * @param options `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` or `missing` for what is none
 * @example
 * ```ts
 * import { classifyKano } from 'overdeliver/survey';
 * import { kanoChart } from 'overdeliver/chart';
 *
 * const features = [{ id: 'track', functional: 'With tracking?', dysfunctional: 'Without?' }];
 * const responses = Array.from({ length: 20 }, (_, i) => ({
 *   respondent: `${i}`,
 *   answers: { 'track.functional': i < 3 ? 'like' : 'must-be', 'track.dysfunctional': 'dislike' },
 * }));
 * kanoChart(classifyKano(features, responses)).description.split(': ')[1];
 * // => 'track, must-be, 0.15 when there and −1 when lacking.'
 * ```
 */
export function kanoChart(
  classification: KanoClassification,
  options: ChartOptions = {},
): VegaLiteSpec {
  return door('kanoChart', () => {
    const { respondents, features } = read(classificationSchema, classification, 'classification');
    const given = read(optionsSchema, options, 'options');
    const palette = paletteOf(given);
    const negative = (x: number | null) => (x === null ? null : 0 - x);
    const values = features.map(({ feature, category, better, worse }) => ({
      feature,
      category,
      better: better.share,
      low: better.low,
      high: better.high,
      worse: negative(worse.share),
      least: negative(worse.high),
      greatest: negative(worse.low),
    }));
    const seen = categories.filter((category) => features.some((one) => one.category === category));
    const { color, shape } = seriesOf('category', seen, palette);
    const legend = { columns: 3 };
    const unit = { scale: { domain: [0, 1] } };
    const x = numbers('worse', 'How much lacking it dissatisfies (0 to 1)', unit);
    const y = numbers('better', 'How much having it satisfies (0 to 1)', unit);
    const line: ChartMark = { type: 'rule', color: palette.muted, strokeDash: [4, 3] };
    const bar = { type: 'rule', opacity: 0.55, strokeWidth: 1.5 } as const;
    const layer = [
      layerOf([{ worse: 0.5 }], line, { x }),
      layerOf([{ better: 0.5 }], line, { y }),
      ...corners.map(({ align, dy, ...corner }) =>
        layerOf(
          [corner],
          { type: 'text', color: palette.muted, align, baseline: 'bottom', dy },
          { x, y, text: { field: 'text' } },
        ),
      ),
      layerOf(values, bar, {
        x,
        ...lowToHigh(y),
        color: { ...color, legend },
      }),
      layerOf(values, bar, {
        x: { ...x, field: 'least' },
        x2: { field: 'greatest' },
        y,
        color: { ...color, legend },
      }),
      layerOf(
        values,
        { type: 'point', filled: true, size: 110, opacity: 1, tooltip: true },
        { x, y, color: { ...color, legend }, shape: { ...shape, legend } },
      ),
      ...(['left', 'right'] as const).map((align) =>
        layerOf(
          values.filter(({ worse }) => (worse ?? 0) > 0.8 === (align === 'right')),
          {
            type: 'text',
            align,
            baseline: 'bottom',
            dx: align === 'left' ? 6 : -6,
            dy: -5,
            fontWeight: 'bold',
          },
          { x, y, text: { field: 'feature' } },
        ),
      ),
    ];
    const told = features.map(({ feature, category, better, worse }) =>
      better.share === null || worse.share === null
        ? `${feature} without answers`
        : `${feature}, ${category}, ${figure(better.share)} when there and ${figure(worse.share)} when lacking`,
    );
    return plotOf(
      {
        title: 'What each feature does for satisfaction',
        description: `A map of features by how much having each satisfies and lacking it dissatisfies, from ${quantity(respondents, 'respondents')}: ${told.join('; ')}.`,
        layer,
      },
      given,
      { width: 380, height: 380 },
    );
  });
}
