import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { wilson } from '../numerics/proportion';
import { type CurvePoint, chanceCurve } from './chance-curve';
import { type ChartOptions, chartShape } from './input';
import { layerOf, lowToHigh, numbers, shares } from './marks';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { axisTitle, figure, percent, quantity } from './words';

const optionsSchema = once(() => z.strictObject(chartShape));

/**
 * Draws how many are still under way after each time: the curve of Kaplan and Meier (1958) where some orders are not over
 * yet, with its 95% interval. It ends where nothing is known any more, since what is left is still under way.
 *
 * @param capability of times, such as `capabilityFromCensored` or `capabilityAsOf` learns it
 * @param options `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` for what is no capability, `unit-mismatch` for one of which higher is
 *   better, `out-of-range` for deviations, of which some lie below 0
 * @example
 * ```ts
 * import { capabilityFromCensored } from 'overdeliver';
 * import { survivalChart } from 'overdeliver/chart';
 *
 * const finished = [true, false, true, true, true];
 * const now = capabilityFromCensored([38, 52, 41, 45, 47], { unit: 'minutes', finished });
 * survivalChart(now).title.text; // => 'Half are over within 45 minutes'
 * ```
 */
export function survivalChart(capability: Capability, options: ChartOptions = {}): VegaLiteSpec {
  return door('survivalChart', () => {
    const able = readCapability('capability', capability);
    const given = read(optionsSchema, options, 'options');
    const { unit, better, stillUnderWay } = able;
    if (better !== 'lower') {
      refuse('capability.better', better, 'lower, as of times', 'unit-mismatch');
    }
    const { series } = paletteOf(given);
    const [main, left] = series;
    const curve = chanceCurve(able);
    const first = curve[0] as CurvePoint;
    if (first.at < 0) {
      const expected = 'times since a start, at least 0, not deviations from an appointment';
      refuse('capability', first.at, expected, 'out-of-range');
    }
    const values = valuesOf(able, curve);
    const end = values.at(-1) as (typeof values)[number];
    const x = numbers('elapsed', axisTitle('Time since the start', unit));
    const y = shares('underWay', 'Still under way');
    const order = { field: 'place', type: 'quantitative' } as const;
    const mark = { ...end, text: `still under way: ${stillUnderWay?.count ?? 0}` };
    const layer = [
      layerOf(values, { type: 'area', color: main, opacity: 0.16 }, { x, ...lowToHigh(y) }),
      layerOf(values, { type: 'line', color: main, strokeWidth: 2 }, { x, y, order }),
      ...(stillUnderWay
        ? [
            layerOf(
              [mark],
              {
                type: 'point',
                color: left,
                filled: true,
                size: 80,
                shape: 'diamond',
                opacity: 1,
                tooltip: true,
              },
              { x, y },
            ),
            layerOf(
              [mark],
              {
                type: 'text',
                color: left,
                align: 'right',
                baseline: 'top',
                dy: 8,
                fontWeight: 'bold',
              },
              { x, y, text: { field: 'text' } },
            ),
          ]
        : []),
    ];
    const isMedianKnown = able.identifiedFrom <= 0.5 && able.identified >= 0.5;
    const median = isMedianKnown
      ? `Half are over within ${quantity(able.quantile(0.5), unit)}`
      : `${percent(end.underWay)} are under way for longer than ${quantity(end.elapsed, unit)}`;
    const rest = stillUnderWay
      ? ` There the curve ends: ${stillUnderWay.count} ${stillUnderWay.count === 1 ? 'is' : 'are'} still under way, the oldest for ${quantity(stillUnderWay.oldest, unit)}.`
      : '';
    // A family of given moments has none.
    const counted = able.n > 0 ? ` From ${figure(able.n)} that finished.` : '';
    return plotOf(
      {
        title: median,
        subtitle: `The share still under way, by time${end.low !== null ? ', with its 95% interval' : ''}.`,
        description: `A curve of the share that is still under way, by time, down to ${percent(end.underWay)} at ${quantity(end.elapsed, unit)}. ${median}.${rest}${counted}`,
        layer,
      },
      given,
    );
  });
}

/** The curve from the start on, turned round to those who are left, with the interval where there is one. */
function valuesOf({ chanceInterval, ranks }: Capability, curve: readonly CurvePoint[]) {
  const boundsAt = (at: number, chance: number) => {
    if (ranks) {
      const [low, high] = wilson(chance * ranks.n, ranks.n);
      return { low, high };
    }
    return chanceInterval?.(at) ?? { low: null, high: null };
  };
  const leftOf = (share: number | null) => (share === null ? null : 1 - share);
  // None is over before the first step.
  const isKnown = ranks !== null || chanceInterval !== undefined;
  const none = isKnown ? { low: 0, high: 0 } : { low: null, high: null };
  let bounds: { readonly low: number | null; readonly high: number | null } = none;
  const rows = curve.map(({ at, chance }, place) => {
    const next = curve[place + 1];
    // Just before a step the bounds are those of the step before it.
    if (next?.at !== at) bounds = boundsAt(at, chance);
    return {
      elapsed: at,
      underWay: 1 - chance,
      low: leftOf(bounds.high),
      high: leftOf(bounds.low),
      place,
    };
  });
  const start = {
    elapsed: 0,
    underWay: 1,
    low: leftOf(none.high),
    high: leftOf(none.low),
    place: -1,
  };
  return [start, ...rows];
}
