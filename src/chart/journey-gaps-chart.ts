import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { TouchpointGaps } from '../journey/gaps';
import { type ChartOptions, chartShape, intervalShape, rowsOf } from './input';
import { layerOf, names, numbers } from './marks';
import { paletteOf, plotOf } from './plot';
import type { ChartChannel, VegaLiteSpec } from './spec';
import { between, figure, listed, signed } from './words';

const verdicts = ['below', 'unclear', 'met', 'exceeded'] as const;
const gapsSchema = once(() =>
  z.object(
    {
      gaps: rowsOf(
        z.object({
          id: z.string(),
          expected: z.number(),
          perceived: z.number(),
          gap: z.number(),
          ...intervalShape,
          verdict: z.enum(verdicts),
          worth: z.number(),
        }),
        'gaps',
      ),
      askMore: z.array(z.string()),
    },
    'gaps, as touchpointGaps finds them',
  ),
);
const optionsSchema = once(() => z.strictObject(chartShape));

/**
 * Draws the gap at each touchpoint of a journey with its interval, the one whose closing is worth most at the top: to the
 * left of 0 it disappoints. Marks differ by the verdict; `unclear` is where the answers leave it open. Beside each name
 * stand the levels expected and perceived.
 *
 * @param gaps what `touchpointGaps` returns
 * @param options `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` or `missing` for what is none
 * @example
 * ```ts
 * import { touchpointGaps } from 'overdeliver/journey';
 * import { journeyGapsChart } from 'overdeliver/chart';
 *
 * const gaps = touchpointGaps([
 *   { id: 'shop', expected: [70, 80, 75, 70], perceived: [75, 75, 80, 75] },
 *   { id: 'staff', expected: [80, 90, 85, 80], perceived: [60, 70, 60, 55] },
 * ]);
 * journeyGapsChart(gaps).title.text; // => 'Closing the gap at staff is worth most'
 * ```
 */
export function journeyGapsChart(gaps: TouchpointGaps, options: ChartOptions = {}): VegaLiteSpec {
  return door('journeyGapsChart', () => {
    const { gaps: rows, askMore } = read(gapsSchema, gaps, 'gaps');
    const given = read(optionsSchema, options, 'options');
    const { series, muted } = paletteOf(given);
    const [, bad, good] = series;
    const values = rows.map((row) => ({
      touchpoint: `${row.id} (${figure(row.expected)} → ${figure(row.perceived)})`,
      gap: row.gap,
      low: row.low,
      high: row.high,
      verdict: row.verdict,
    }));
    const seen = verdicts.filter((verdict) => rows.some((row) => row.verdict === verdict));
    const rangeOf = (all: Readonly<Record<(typeof verdicts)[number], string>>) =>
      seen.map((verdict) => all[verdict]);
    const channel = (range: string[]): ChartChannel => ({
      field: 'verdict',
      type: 'nominal',
      title: null,
      scale: { domain: [...seen], range },
    });
    const colour = channel(rangeOf({ below: bad, unclear: muted, met: series[0], exceeded: good }));
    const shape = channel(
      rangeOf({
        below: 'triangle-left',
        unclear: 'diamond',
        met: 'circle',
        exceeded: 'triangle-right',
      }),
    );
    const y = names('touchpoint', null, { labelLimit: 260, grid: true });
    const x = numbers('gap', 'Received less expected (points)', { axis: { grid: false } });
    const layer = [
      layerOf([{ gap: 0 }], { type: 'rule', color: muted, strokeDash: [4, 3] }, { x }),
      layerOf(
        values,
        { type: 'rule', strokeWidth: 2 },
        { x: { ...x, field: 'low' }, x2: { field: 'high' }, y, color: colour },
      ),
      layerOf(
        values,
        { type: 'point', filled: true, size: 110, opacity: 1, tooltip: true },
        { x, y, color: colour, shape },
      ),
    ];
    const first = rows[0] as (typeof rows)[number];
    const told = rows.map(
      (row) => `${row.id} ${signed(row.gap)}${between(row, figure)}, ${row.verdict}`,
    );
    const ask = askMore.length === 0 ? '' : ` Ask more at ${listed(askMore)}.`;
    return plotOf(
      {
        title:
          first.worth > 0
            ? `Closing the gap at ${first.id} is worth most`
            : 'No touchpoint falls short',
        subtitle: 'In brackets: the mean level expected → perceived. Bars: intervals.',
        description: `Gaps by touchpoint in points, perceived less expected, with intervals, by what closing them is worth: ${told.join('; ')}.${ask}`,
        layer,
      },
      given,
      { width: 420, height: 34 * rows.length },
    );
  });
}
