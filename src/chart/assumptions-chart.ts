import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { from0to1Schema, wholeFrom } from '../input/schemas';
import type { DecidingAssumptions } from '../simulation/which-assumption';
import { type ChartOptions, chartShape, currencySchema, rowsOf } from './input';
import { layerOf, names, numbers } from './marks';
import { paletteOf, plotOf } from './plot';
import type { ChartChannel, VegaLiteSpec } from './spec';
import { figure, moneyTitle, percent } from './words';

/** How assumptions are drawn. */
export interface AssumptionsChartOptions extends ChartOptions {
  /** How many, those with the greatest regret first; 10 unless given. */
  readonly most?: number | undefined;
  /** The currency of the revenue, such as `EUR`, for the axis. */
  readonly currency?: string | undefined;
}

const elsewhereSchema = z.nullable(
  z.object({ value: z.number(), keepRate: from0to1Schema(), regret: z.number() }),
);
const decidingSchema = once(() =>
  z.object(
    {
      best: z.object({ keepRate: from0to1Schema() }),
      assumptions: rowsOf(
        z.object({
          path: z.string(),
          regret: z.number(),
          atLeast: elsewhereSchema,
          atMost: elsewhereSchema,
        }),
        'assumptions',
      ),
    },
    'what whichAssumptionDecides returns',
  ),
);
const optionsSchema = once(() =>
  z.strictObject({
    ...chartShape,
    most: z.optional(wholeFrom(1, 100)),
    currency: currencySchema(),
  }),
);

/**
 * Draws which assumed numbers a decision hangs on: what it may cost to have decided as if a number were known, if it is as
 * low, or as high, as it may be. What stands at the top is to be learnt from data first.
 *
 * @param deciding what `whichAssumptionDecides` returns
 * @param options `most` and `currency`; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` or `missing` for what is none
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { whichAssumptionDecides } from 'overdeliver/simulation';
 * import { assumptionsChart } from 'overdeliver/chart';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: (days: number) => Math.exp(-0.05 * days),
 *   order: { revenue: 30, cost: 18 },
 *   customers: 200,
 *   days: 90,
 *   seed: 7,
 *   replications: 2,
 * };
 * const deciding = whichAssumptionDecides(world, { keepRates: [0.5, 0.7, 0.9] });
 * assumptionsChart(deciding, { most: 3 }).title.text; // => 'Most hangs on order.perUnitLate'
 * ```
 */
export function assumptionsChart(
  deciding: DecidingAssumptions,
  options: AssumptionsChartOptions = {},
): VegaLiteSpec {
  return door('assumptionsChart', () => {
    const { best, assumptions } = read(decidingSchema, deciding, 'deciding');
    const given = read(optionsSchema, options, 'options');
    const { most = 10, currency } = given;
    const drawn = assumptions.slice(0, most);
    const { series, muted } = paletteOf(given);
    const ends = ['at its least', 'at its most'] as const;
    const values = drawn.flatMap(({ path, atLeast, atMost }) =>
      [atLeast, atMost].map((end, i) => ({
        number: path,
        end: ends[i] as string,
        regret: end === null ? null : Math.max(0, end.regret),
        value: end?.value ?? null,
        keepRate: end?.keepRate ?? null,
      })),
    );
    const channel = (range: string[]): ChartChannel => ({
      field: 'end',
      type: 'nominal',
      title: null,
      scale: { domain: [...ends], range },
    });
    const y = names('number', null, { labelLimit: 280, grid: true });
    const x = numbers('regret', moneyTitle('What deciding without knowing it costs', currency), {
      axis: { grid: false },
    });
    const layer = [
      layerOf(
        drawn.map(({ path, regret }) => ({ number: path, regret, none: 0 })),
        { type: 'rule', color: muted, strokeWidth: 1.5 },
        { x, x2: { field: 'none' }, y },
      ),
      layerOf(
        values,
        { type: 'point', filled: true, size: 90, opacity: 1, tooltip: true },
        {
          x,
          y,
          color: channel([series[0], series[1]]),
          shape: channel(['triangle-left', 'triangle-right']),
        },
      ),
    ];
    const told = drawn.map(({ path, atLeast, atMost }) => {
      const at = (name: string, end: typeof atLeast) =>
        end === null
          ? `not taken ${name}`
          : `${figure(end.regret)} ${name}, ${figure(end.value)}, where ${percent(end.keepRate)} is best`;
      return `${path}: ${at(ends[0], atLeast)}; ${at(ends[1], atMost)}`;
    });
    const first = drawn[0] as (typeof drawn)[number];
    return plotOf(
      {
        title:
          first.regret > 0 ? `Most hangs on ${first.path}` : 'No assumption changes the decision',
        subtitle: `The best keep rate as assumed: ${percent(best.keepRate)}.`,
        description: `What it costs to decide for a keep rate of ${percent(best.keepRate)} without knowing a number, for the ${drawn.length} that matter most of ${assumptions.length}. ${told.join('. ')}.`,
        layer,
      },
      given,
      { width: 320, height: 26 * drawn.length },
    );
  });
}
