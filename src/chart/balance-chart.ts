import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { from0to1Schema } from '../input/schemas';
import type { BalancePlan } from '../promise/balance';
import { type ChartOptions, chartShape, currencySchema, rowsOf } from './input';
import { layerOf, numbers } from './marks';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { axisTitle, figure, listed, moneyTitle, percent, quantity } from './words';

/** How a balance is drawn. */
export interface BalanceChartOptions extends ChartOptions {
  /** The currency of the revenue, such as `EUR`, for the axis. */
  readonly currency?: string | undefined;
}

const rangesSchema = z.object({
  ranges: rowsOf(z.object({ low: z.number(), high: z.number() }), 'ranges'),
});
const planSchema = once(() =>
  z.object(
    {
      unit: z.string(),
      promise: z.number(),
      chance: z.object({ estimate: from0to1Schema() }),
      at: z.object({ profit: z.number() }),
      curve: rowsOf(z.object({ quote: z.number(), profit: z.number() }), 'points'),
      within1Percent: rangesSchema,
      within5Percent: rangesSchema,
    },
    'a plan, as planByBalance makes it',
  ),
);
const optionsSchema = once(() => z.strictObject({ ...chartShape, currency: currencySchema() }));

/**
 * Draws what each quote earns, per customer who is told it, with the quote that earns most and how flat the top is: the
 * quotes that earn at most 1% less, and at most 5% less. Quotes that fall short of the best by more than it earns, so those at
 * a loss, are told of in the description alone.
 *
 * @param options `currency`, for the axis; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` or `missing` for what is no plan of `planByBalance`
 * @example
 * ```ts
 * import { capabilityFromFamily, gamma } from 'overdeliver/capability';
 * import { planByBalance } from 'overdeliver';
 * import { balanceChart } from 'overdeliver/chart';
 *
 * const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit: 'minutes' });
 * const plan = planByBalance(kitchen, {
 *   attraction: (minutes) => Math.exp(-0.01 * minutes),
 *   revenue: 20,
 *   goodwillLost: (minutes) => kitchen.expectedOvershoot(minutes),
 * });
 * const spec = balanceChart(plan, { currency: 'EUR' });
 * spec.title.text; // => 'A promise of 89.1 minutes earns most: 5.66 EUR'
 * spec.title.subtitle; // => 'Dark band: at most 1% less, 81.7 to 97.5. Light band: at most 5% less, 73.4 to 109.'
 * ```
 */
export function balanceChart(plan: BalancePlan, options: BalanceChartOptions = {}): VegaLiteSpec {
  return door('balanceChart', () => {
    const { unit, promise, chance, at, curve, within1Percent, within5Percent } = read(
      planSchema,
      plan,
      'plan',
    );
    const given = read(optionsSchema, options, 'options');
    const { currency } = given;
    const { series } = paletteOf(given);
    const [main, promised, good] = series;
    const x = numbers('quote', axisTitle('Promise', unit), { scale: { zero: false } });
    const y = numbers('profit', moneyTitle('Profit per customer told it', currency));
    const money = (amount: number) =>
      currency === undefined ? figure(amount) : quantity(amount, currency);
    const bandOf = ({ ranges }: typeof within1Percent, opacity: number) =>
      layerOf(
        ranges.map(({ low, high }) => ({ quote: low, until: high })),
        { type: 'rect', color: good, opacity },
        { x, x2: { field: 'until' } },
      );
    const toldRanges = ({ ranges }: typeof within1Percent) =>
      listed(ranges.map(({ low, high }) => `${figure(low)} to ${figure(high)}`));
    const best = { quote: promise, profit: at.profit, text: `promise ${figure(promise)}` };
    const [first, last] = [curve[0], curve.at(-1)] as [(typeof curve)[0], (typeof curve)[0]];
    const layer = [
      bandOf(within5Percent, 0.14),
      bandOf(within1Percent, 0.26),
      layerOf(worthIt(curve, at.profit), { type: 'line', color: main, strokeWidth: 2 }, { x, y }),
      layerOf([best], { type: 'rule', color: promised, strokeWidth: 2 }, { x }),
      layerOf(
        [best],
        { type: 'point', color: promised, filled: true, size: 80, opacity: 1, tooltip: true },
        { x, y },
      ),
      layerOf(
        [best],
        { type: 'text', color: promised, align: 'left', dx: 8, dy: -10, fontWeight: 'bold' },
        { x, y, text: { field: 'text' } },
      ),
    ];
    const near = `at most 1% less, ${toldRanges(within1Percent)}`;
    const wide = `at most 5% less, ${toldRanges(within5Percent)}`;
    return plotOf(
      {
        title: `A promise of ${quantity(promise, unit)} earns most: ${money(at.profit)}`,
        subtitle: `Dark band: ${near}. Light band: ${wide}.`,
        description: `A curve of the profit per customer by what is promised, from ${money(first.profit)} at ${figure(first.quote)} to ${money(last.profit)} at ${quantity(last.quote, unit)}. A promise of ${quantity(promise, unit)} earns most, ${money(at.profit)}, and is kept ${percent(chance.estimate)} of the time. The top is flat: promises of ${toldRanges(within1Percent)} earn at most 1% less, of ${toldRanges(within5Percent)} at most 5% less.`,
        layer,
      },
      given,
    );
  });
}

/** The part of a curve that is near enough to its top to tell how flat that is: the rest would press it to a line. */
function worthIt<Point extends { readonly profit: number }>(
  curve: readonly Point[],
  best: number,
): readonly Point[] {
  const shown = curve.filter(({ profit }) => profit >= best - Math.abs(best));
  return shown.length > 1 ? shown : curve;
}
