import * as z from 'zod/mini';
import type { ExpectationExplanation } from '../expectation/explain';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { SatisfactionExplanation } from '../satisfaction/explain';
import { type ChartOptions, chartShape } from './input';
import { type Explained, explainedSchema, type Register } from './input-explained';
import { layerOf, names, numbers } from './marks';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { figure, signed } from './words';

/** How an explanation is drawn. */
export interface ExplanationChartOptions extends ChartOptions {
  /** Which register of an expectation: the level predicted unless given. */
  readonly register?: Register | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...chartShape,
    register: z.optional(z.enum(['predicted', 'desired', 'adequate'])),
  }),
);

/**
 * Draws an explanation as a waterfall: what each term adds to or takes from what one starts from, until the score, or the
 * level, that is explained. Bars of points added and of points taken differ by their sign as well as by colour. Terms that
 * add nothing are left out, and counted in the subtitle.
 *
 * @param explanation what `explainSatisfaction` or `explainExpectation` returns
 * @param options `register` of an expectation; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` for another explanation, `ambiguous` for a register of satisfaction
 * @example
 * ```ts
 * import { explainSatisfaction } from 'overdeliver';
 * import { explanationChart } from 'overdeliver/chart';
 *
 * const late = { promised: 10, actual: 12, unit: 'days' } as const;
 * explanationChart(explainSatisfaction(late)).description;
 * // => 'A waterfall in points on a scale from 0 to 100: satisfaction if kept 76, time.performance −1.48, time.loss −14.6, satisfaction 59.9.'
 * ```
 */
export function explanationChart(
  explanation: SatisfactionExplanation | ExpectationExplanation,
  options: ExplanationChartOptions = {},
): VegaLiteSpec {
  return door('explanationChart', () => {
    const explained = read(explainedSchema, explanation, 'explanation');
    const given = read(optionsSchema, options, 'options');
    const { register = 'predicted' } = given;
    if (explained.kind === 'satisfaction' && given.register !== undefined) {
      refuse('options.register', given.register, 'left out: satisfaction has none', 'ambiguous');
    }
    const { start, parts, end } = explained.sums[register];
    const { series, muted } = paletteOf(given);
    const [, bad, good] = series;
    const values = barsOf(start, parts, end);
    const height = 26 * values.length;
    const y = names('term', null, { labelLimit: 260, ticks: false, domain: false });
    const x = numbers('from', 'Points (0 to 100)');
    const layer = [
      layerOf(
        values,
        { type: 'bar', height: 16, tooltip: true },
        {
          x,
          x2: { field: 'to' },
          y,
          color: {
            field: 'sign',
            type: 'nominal',
            scale: { domain: ['total', 'adds', 'takes'], range: [muted, good, bad] },
            legend: null,
          },
        },
      ),
      layerOf(
        values,
        { type: 'text', align: 'left', baseline: 'middle', dx: 5, fontWeight: 'bold' },
        { x: { ...x, field: 'right' }, y, text: { field: 'text' } },
      ),
    ];
    const none = parts.filter(({ points }) => points === 0).length;
    const told = values.map(({ term, text }) => `${term} ${text}`);
    return plotOf(
      {
        title: `${end.name.charAt(0).toUpperCase()}${end.name.slice(1)} of ${figure(end.value)}: what adds to it, and what takes from it`,
        ...(none > 0 && {
          subtitle: `Left out: ${none === 1 ? 'a term that adds' : `${none} terms that add`} nothing.`,
        }),
        description: `A waterfall in points on a scale from 0 to 100: ${told.join(', ')}.`,
        layer,
      },
      given,
      { width: 420, height },
    );
  });
}

/** The bars from top to bottom; `right` is where their text stands. */
function barsOf(
  start: Explained['sums'][Register]['start'],
  parts: Explained['sums'][Register]['parts'],
  end: { readonly name: string; readonly value: number },
) {
  const total = ({ name, value }: typeof end) => ({
    term: name,
    from: 0,
    to: value,
    right: value,
    text: figure(value),
    sign: 'total',
  });
  let reached = start?.value ?? 0;
  const steps = parts
    .filter(({ points }) => points !== 0)
    .map(({ term, points }) => {
      const from = reached;
      reached += points;
      return {
        term,
        from,
        to: reached,
        right: Math.max(from, reached),
        text: signed(points),
        sign: points > 0 ? 'adds' : 'takes',
      };
    });
  return [...(start ? [total(start)] : []), ...steps, total(end)];
}
