import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { SatisfactionTable } from '../satisfaction/columns';
import type { DimensionColumns } from '../satisfaction/experience';
import { type ChartOptions, chartShape } from './input';
import { readGaps, readScores } from './input-gaps';
import { layerOf, numbers, seriesLines, seriesOf } from './marks';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { axisTitle, figure, quantity } from './words';

const optionsSchema = once(() => z.strictObject(chartShape));

/**
 * Draws satisfaction against the gap between what was promised, or expected, and what came: better than that is to the
 * right of 0. Customers who were still waiting when asked are a series of their own. Where all were promised the same, a
 * line runs through the points.
 *
 * @param columns what customers went through, on one dimension: times, costs or levels, with what was promised or expected
 * @param scored what `predictSatisfactions` made of these columns; a row without a score has no point
 * @param options `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `length-mismatch` for scores of another length, `missing` where nothing was promised or
 *   expected, `out-of-range` for more than 10,000 rows, `ambiguous` for columns of several dimensions
 * @example
 * ```ts
 * import { predictSatisfactions } from 'overdeliver/satisfaction';
 * import { satisfactionChart } from 'overdeliver/chart';
 *
 * const actual = Float64Array.of(4, 6, 7, 8, 9, 10, 11, 12, 14);
 * const columns = { promised: new Float64Array(9).fill(10), actual, unit: 'days' } as const;
 * const spec = satisfactionChart(columns, predictSatisfactions(columns));
 * spec.title.text; // => 'Satisfaction from 58.5 to 86.6, by how early it came'
 * ```
 */
export function satisfactionChart(
  columns: DimensionColumns,
  scored: Pick<SatisfactionTable, 'score'>,
  options: ChartOptions = {},
): VegaLiteSpec {
  return door('satisfactionChart', () => {
    const { gaps, waiting, isSame, unit, kind } = readGaps(columns);
    const scores = readScores(scored, gaps.length);
    const given = read(optionsSchema, options, 'options');
    const palette = paletteOf(given);
    const values = scores.map((score, i) => ({
      gap: Number.isFinite(gaps[i]) ? (gaps[i] as number) : null,
      score,
      asked: waiting[i] === 1 ? 'still waiting' : 'served',
    }));
    const drawn = values.filter(({ gap, score }) => gap !== null && score !== null) as readonly {
      readonly gap: number;
      readonly score: number;
      readonly asked: string;
    }[];
    if (drawn.length === 0)
      refuse('scored', scored, 'one row at least that has a score', 'missing');
    const asked = ['served', 'still waiting'].filter((name) =>
      values.some((one) => one.asked === name),
    );
    const { color, shape } = seriesOf('asked', asked, palette);
    const words = {
      time: 'how early it came',
      cost: 'how much less it cost',
      level: 'how much better it was',
    }[kind];
    const x = numbers(
      'gap',
      axisTitle(
        {
          time: 'Earlier than promised',
          cost: 'Less than promised',
          level: 'Better than expected',
        }[kind],
        unit,
      ),
    );
    const y = numbers('score', 'Satisfaction (0 to 100)', { scale: { domain: [0, 100] } });
    const layer = [
      layerOf([{ gap: 0 }], { type: 'rule', color: palette.muted, strokeDash: [4, 3] }, { x }),
      ...(isSame ? seriesLines(values, asked, { x, y, color }) : []),
      layerOf(
        values,
        { type: 'point', filled: true, opacity: isSame ? 1 : 0.5, tooltip: true },
        { x, y, color, shape },
      ),
    ];
    const ends = (field: 'gap' | 'score', of = drawn) => {
      const numbersOf = of.map((one) => one[field]);
      return [Math.min(...numbersOf), Math.max(...numbersOf)].map(figure).join(' to ');
    };
    const told = asked.map((name) => {
      const of = drawn.filter((one) => one.asked === name);
      return of.length === 0
        ? ''
        : `${name === 'served' ? 'Served' : 'Still waiting'}: ${quantity(of.length, 'points')}, from ${ends('score', of)}, at gaps from ${ends('gap', of)}.`;
    });
    return plotOf(
      {
        title: `Satisfaction from ${ends('score')}, by ${words}`,
        subtitle: 'Dashed: just as promised or expected.',
        description: `Satisfaction on a scale from 0 to 100 by ${words}, in ${unit}. ${told.filter(Boolean).join(' ')}`,
        layer,
      },
      given,
    );
  });
}
