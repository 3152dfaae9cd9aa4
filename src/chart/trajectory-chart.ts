import * as z from 'zod/mini';
import type { Trajectory } from '../expectation/trajectory';
import { checkUnit, type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { type ChartOptions, chartShape } from './input';
import { type StepRead, trajectorySchema } from './input-trajectory';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { momentsOf, trajectoryLayers } from './trajectory-layers';
import { dayOf, figure, listed } from './words';

/** How a path is drawn. */
export interface TrajectoryChartOptions extends ChartOptions {
  /** When the expectation was formed, as `followExpectation` was told: the path begins then rather than at its first event. */
  readonly from?: DateInput | undefined;
}

const optionsSchema = once(() => z.strictObject({ ...chartShape, from: z.optional(dateSchema) }));

/**
 * Draws the path of an expectation: the level predicted, between the level desired and the level just adequate, which
 * bound the zone of tolerance; and each experience at the level perceived, with what came of it. Dates are drawn in UTC.
 *
 * @param trajectory what `followExpectation` returns, with one step at least
 * @param options `from`; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `out-of-range` without a step, `date-order` for a `from` after the first event
 * @example
 * ```ts
 * import { followExpectation, formExpectation, judgeOutcome } from 'overdeliver';
 * import { trajectoryChart } from 'overdeliver/chart';
 *
 * const hope = formExpectation({ stage: 'never-used', signals: { advertising: 95 } });
 * const path = followExpectation(
 *   hope,
 *   [
 *     { at: new Date('2026-03-02'), event: { kind: 'information', level: 70 } },
 *     { at: new Date('2026-03-05'), event: { kind: 'experience', perceived: 75 } },
 *   ],
 *   { from: new Date('2026-03-01'), judge: judgeOutcome },
 * );
 * trajectoryChart(path).title.text; // => 'What the customer expects: from 95 to 81.6'
 * ```
 */
export function trajectoryChart(
  trajectory: Trajectory,
  options: TrajectoryChartOptions = {},
): VegaLiteSpec {
  return door('trajectoryChart', () => {
    const { start: formed, steps } = read(trajectorySchema, trajectory, 'trajectory');
    const given = read(optionsSchema, options, 'options');
    const [first, last] = [steps[0], steps.at(-1)] as [StepRead, StepRead];
    const { from } = given;
    if (from) checkUnit('options.from', from, first.at.getTime());
    if (from && from > first.at) {
      const expected = `a date up to ${first.at.toISOString()}, the first event`;
      refuse('options.from', options.from, expected, 'date-order');
    }
    const [start, end] = [from ? formed : first.before, last.after];
    const experiences = steps.flatMap(({ at, event, outcome }) =>
      event.perceived === undefined || outcome === null
        ? []
        : [`${figure(event.perceived)} on ${dayOf(at)}, ${outcome}`],
    );
    const lived =
      experiences.length === 0 ? 'No experience.' : `Experiences: ${listed(experiences)}.`;
    return plotOf(
      {
        title: `What the customer expects: from ${figure(start.predicted.mean)} to ${figure(end.predicted.mean)}`,
        subtitle:
          'Band: the zone of tolerance, from adequate to desired. Marks: what was perceived.',
        description: `The level predicted over time, from ${figure(start.predicted.mean)} on ${dayOf(from ?? first.at)} to ${figure(end.predicted.mean)} on ${dayOf(last.at)}, on a scale from 0 to 100, as the stage goes from ${start.stage} to ${end.stage}. At the end the zone of tolerance runs from ${figure(end.adequate)} (adequate) to ${figure(end.desired)} (desired). ${lived}`,
        layer: trajectoryLayers(
          momentsOf(from ? { at: from, registers: formed } : null, steps),
          steps,
          paletteOf(given),
        ),
      },
      given,
    );
  });
}
