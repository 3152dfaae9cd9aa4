import * as z from 'zod/mini';
import { stageNames } from '../expectation/stages';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { recordOf } from '../input/schemas';
import type { Simulation } from '../simulation/simulate';
import { type ChartOptions, chartShape, rowsOf } from './input';
import { layerOf, numbers, seriesOf } from './marks';
import { paletteOf, plotsOf } from './plot';
import { seriesIn } from './series-in';
import type { ChartChannel, VegaLiteSpec } from './spec';
import { figure, listed, quantity } from './words';

const stages = [...stageNames, 'gone'] as const;
const countText = 'customers from 0 to 1e15';
const meanSchema = z.object({
  estimate: z.number(countText).check(z.gte(0, countText), z.lte(1e15, countText)),
});
const simulationSchema = once(() =>
  z.object(
    {
      policies: recordOf(
        z.object({
          timeline: rowsOf(
            z.object({
              day: z.number(),
              customers: z.object({
                'never-used': meanSchema,
                'first-use': meanSchema,
                'long-term': meanSchema,
                gone: meanSchema,
              }),
            }),
            'points of time',
          ),
        }),
      ),
    },
    'a simulation, as simulatePolicies returns it',
  ),
);
type Timeline = z.output<ReturnType<typeof simulationSchema>>['policies'][string]['timeline'];
const optionsSchema = once(() => z.strictObject(chartShape));

/**
 * Draws simulated customers over time, policy by policy: how many have never ordered, are new, are regulars, or have left
 * for good. The layers lie in that order from the bottom to the top, and carry their names where there is room.
 *
 * @param simulation what `simulatePolicies` returns
 * @param options `title`, `width` and `height` of each plot in pixels, `theme`
 * @throws InvalidInputError `wrong-type` or `missing` for what is none, `out-of-range` for more than 12 policies
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { planFor, simulatePolicies } from 'overdeliver/simulation';
 * import { stagesChart } from 'overdeliver/chart';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: () => 1,
 *   order: { revenue: 30, cost: 18 },
 *   customers: 1000,
 *   days: 180,
 *   seed: 7,
 *   replications: 2,
 * };
 * const simulation = simulatePolicies(world, { policies: { margin: planFor(0.9) } });
 * stagesChart(simulation).title.text; // => 'Customers over 180 days'
 * ```
 */
export function stagesChart(simulation: Simulation, options: ChartOptions = {}): VegaLiteSpec {
  return door('stagesChart', () => {
    const { policies: byName } = read(simulationSchema, simulation, 'simulation');
    const given = read(optionsSchema, options, 'options');
    const found = seriesIn('simulation.policies', byName, 'policy');
    const policies = found.map(([policy]) => policy);
    const palette = paletteOf(given);
    const [main, bad, good] = palette.series;
    const { color } = seriesOf('stage', stages, palette);
    const filled: ChartChannel = {
      ...color,
      scale: { domain: [...stages], range: [palette.muted, main, good, bad] },
    };
    const x = numbers('day', 'Day', { scale: { nice: false, zero: true } });
    const y = numbers('from', 'Customers', { scale: { nice: false } });
    const plots = found.map(([name, { timeline }]) => {
      const rows = stacked(timeline);
      return {
        title: name,
        layer: [
          layerOf(
            rows,
            { type: 'area', opacity: 0.75 },
            { x, y, y2: { field: 'to' }, color: filled },
          ),
          layerOf(
            namedAt(rows),
            { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
            { x, y: { ...y, field: 'middle' }, text: { field: 'stage' } },
          ),
        ],
      };
    });
    const ends = found.map(([, { timeline }]) => timeline.at(-1) as Timeline[number]);
    const days = Math.max(...ends.map(({ day }) => day));
    const told = ends.map((end, i) => {
      return `Policy ${policies[i]}: ${listed(stages.map((stage) => `${figure(end.customers[stage].estimate)} ${stage}`))}.`;
    });
    return plotsOf(
      {
        title: `Customers over ${quantity(days, 'days')}`,
        description: `Layers of customers by stage over ${quantity(days, 'days')}, for ${listed(policies)}. At the end, means over the replications: ${told.join(' ')}`,
        plots,
      },
      given,
      { width: 440, height: 180 },
    );
  });
}

/** The layers of each point of time, from the bottom to the top. */
function stacked(timeline: Timeline) {
  return timeline.flatMap(({ day, customers }) => {
    let from = 0;
    return stages.map((stage) => {
      const to = from + customers[stage].estimate;
      const row = { day, stage, from, to, customers: customers[stage].estimate };
      from = to;
      return row;
    });
  });
}

/** The names of the layers at their ends, of those that have room for one. */
function namedAt(rows: ReturnType<typeof stacked>) {
  const last = rows.slice(-stages.length);
  const all = Math.max(...last.map(({ to }) => to));
  return last
    .filter(({ customers }) => customers > 0.08 * all)
    .map(({ day, stage, from, to }) => ({ day, stage, middle: (from + to) / 2 }));
}
