import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { unitWords } from '../core/unit-words';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { estimateKept } from '../promise/chance-kept';
import type { PromisePlan } from '../promise/promise-plan';
import type { WindowPlan } from '../promise/window';
import { type CurvePoint, chanceCurve } from './chance-curve';
import { type ChartOptions, chartShape } from './input';
import { type PlanRead, planSchema } from './input-plan';
import { layerOf, numbers, shares } from './marks';
import { planLayers } from './plan-layers';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { axisTitle, between, figure, percent, quantity } from './words';

/** How a capability is drawn. */
export interface CapabilityChartOptions extends ChartOptions {
  /** A plan on it, whose promise or window is drawn with its margin and its chance. */
  readonly plan?: PromisePlan | WindowPlan | undefined;
}

const optionsSchema = once(() => z.strictObject({ ...chartShape, plan: z.optional(planSchema()) }));

/**
 * Draws what can be delivered: the chance that a quantity, or a better one, is delivered, and where a plan on it stands,
 * with the margin between what is typical and what is promised.
 *
 * Where the capability counts observations, the curve rises by 1 / (n + 1) at each of them, as the chances of plans do: so
 * it ends below 100%.
 *
 * @param capability in any unit
 * @param options `plan`, made on this capability; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` for what is no capability or no plan, `unit-mismatch` for a plan in another unit
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
 * import { capabilityChart } from 'overdeliver/chart';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const plan = planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) });
 * const spec = capabilityChart(kitchen, { plan });
 * spec.title.text; // => 'A promise of 60 minutes is kept 91.7% of the time'
 * spec.description.split('. ')[1]; // => 'Half are delivered within 45 minutes'
 * ```
 */
export function capabilityChart(
  capability: Capability,
  options: CapabilityChartOptions = {},
): VegaLiteSpec {
  return door('capabilityChart', () => {
    const able = readCapability('capability', capability);
    const given = read(optionsSchema, options, 'options');
    const { plan } = given;
    const { unit, better } = able;
    if (plan && plan.unit !== unit) {
      refuse('options.plan.unit', plan.unit, `${unit}, as the capability`, 'unit-mismatch');
    }
    const palette = paletteOf(given);
    const curve = chanceCurve(able, (at) => estimateKept(able, at));
    const x = numbers('quantity', axisTitle('Delivered', unit), { scale: { zero: false } });
    const y = shares('chance', `Chance of ${better === 'lower' ? 'no more' : 'no less'} than that`);
    const values = curve.map(({ at, chance }, place) => ({ quantity: at, chance, place }));
    const line = layerOf(
      values,
      { type: 'line', color: palette.series[0], strokeWidth: 2 },
      { x, y, order: { field: 'place', type: 'quantitative' } },
    );
    const [band, ...marks] = plan ? planLayers(plan, better, { x, y }, palette) : [];
    const layer = [...(band ? [band] : []), line, ...marks];
    return plotOf(
      {
        title: titleOf(plan, unit),
        ...(plan && { subtitle: subtitleOf(plan, unit) }),
        description: told(able, curve, plan),
        layer,
      },
      given,
    );
  });
}

const promised = ({ ends: [from, to] }: PlanRead, unit: string) =>
  to === undefined
    ? `promise of ${quantity(from, unit)}`
    : `window of ${figure(from)} to ${quantity(to, unit)}`;

const titleOf = (plan: PlanRead | undefined, unit: string) =>
  plan
    ? `A ${promised(plan, unit)} is kept ${percent(plan.chance.estimate)} of the time`
    : `What can be delivered, in ${unitWords(unit)}`;

function subtitleOf({ ends: [promise, to], typical, chance }: PlanRead, unit: string): string {
  if (to !== undefined) return 'Band: the window.';
  const margin = `Band: the margin, ${quantity(Math.abs(promise - typical), unit)}.`;
  const interval = between(chance, percent);
  return interval === '' ? margin : `${margin} Bar: the 95% interval of that chance${interval}.`;
}

function told(
  { unit, better, identified, identifiedFrom, quantile }: Capability,
  curve: readonly CurvePoint[],
  plan: PlanRead | undefined,
): string {
  const word = better === 'lower' ? 'within' : 'at';
  const more = better === 'lower' ? '' : ' or more';
  const [first, last] = [curve[0] as CurvePoint, curve.at(-1) as CurvePoint];
  const rising = `from ${percent(first.chance)} at ${figure(first.at)} to ${percent(last.chance)} at ${quantity(last.at, unit)}`;
  const isMedianKnown = identifiedFrom <= 0.5 && identified >= 0.5;
  return [
    `A curve of the chance that a quantity${better === 'lower' ? ' is enough' : ' is reached'}, ${rising}.`,
    isMedianKnown && `Half are delivered ${word} ${quantity(quantile(0.5), unit)}${more}.`,
    plan &&
      `The ${promised(plan, unit)} is kept ${percent(plan.chance.estimate)} of the time${between(plan.chance, percent)}.`,
    plan?.ends.length === 1 &&
      `It lies ${figure(Math.abs(plan.ends[0] - plan.typical))} from the typical ${quantity(plan.typical, unit)}: that is the margin.`,
  ]
    .filter(Boolean)
    .join(' ');
}
