import * as z from 'zod/mini';
import { door } from '../input/door';
import { limits } from '../input/limits';
import { once } from '../input/once';
import { read } from '../input/read';
import { notIdentified, refuse } from '../input/refusal';
import { checkAlike } from './alike';
import type { Capability } from './capability';
import { capabilityOf, distributionOf } from './capability-of';
import { sliced, slicesOf, sumsOf } from './convolution';
import { signOf } from './distribution';
import { empirical } from './empirical';
import { capabilitySchema, checkSome, innerJsonSchema, jsonShape } from './input';
import { nestingOf } from './nesting';
import type { CapabilitySource } from './source';

const resolution = z
  .int()
  .check(
    z.gte(2, 'a number of points from 2 to 2048'),
    z.lte(2048, 'a number of points from 2 to 2048'),
  );
const optionsSchema = once(() => z.strictObject({ resolution: z.optional(resolution) }));
const stepsSchema = once(() => z.array(capabilitySchema, 'an array of capabilities'));
const jsonSchema = once(() =>
  z.strictObject({ ...jsonShape, steps: z.array(innerJsonSchema), resolution }),
);

/**
 * What can be delivered by independent steps one after the other: the distribution of the sum of their
 * times (or costs), for which there is no need to wait until whole orders have been seen. Steps that are
 * slow together, such as on a busy day, are not independent: their sum spreads more than this says.
 *
 * Each step counts as `resolution` equally likely points, the means of its slices of equal probability; the
 * points of two steps are added each to each. The mean is exact; of three normal steps at the default, the .9
 * quantile is right to .0001 sd, the .99 to .002, the .999 to .01. Steps of so few samples that the sums
 * number `resolution` at most are added exactly.
 *
 * @param steps at least one, of one unit, identified throughout
 * @param options `resolution`: points per step, 2 to 2048; 512 unless given
 * @returns a capability without ranks; `n` is the least of the steps'
 * @throws InvalidInputError `unit-mismatch` for steps of different units; NotIdentifiedError for a step of
 *   which the longest were not seen
 * @example
 * ```ts
 * import { capabilityFromFamily, normal, pipelineCapability } from 'overdeliver/capability';
 *
 * const cook = capabilityFromFamily(normal, { mean: 20, sd: 3 }, { unit: 'minutes' });
 * const ride = capabilityFromFamily(normal, { mean: 15, sd: 4 }, { unit: 'minutes' });
 * const both = pipelineCapability([cook, ride]);
 * both.mean(); // => 35.00
 * both.quantile(0.9).toFixed(1); // => '41.4'
 * ```
 */
export function pipelineCapability(
  steps: readonly Capability[],
  options: { readonly resolution?: number | undefined } = {},
): Capability {
  return door('pipelineCapability', () => {
    const { resolution: points = 512 } = read(optionsSchema, options, 'options');
    return pipeline(read(stepsSchema, steps, 'steps'), points, 'steps');
  });
}

/** Revives what {@link pipelineCapability} made. */
export const pipelineSource = Object.freeze<CapabilitySource>({
  kind: 'pipeline',
  revive: (json, inner, path) =>
    door('reviveCapability', () => {
      const { steps, resolution: points } = read(jsonSchema, json, path);
      const revived = steps.map((step, i) => inner(step, `${path}.steps[${i}]`));
      return pipeline(revived, points, `${path}.steps`);
    }),
});

function pipeline(steps: readonly Capability[], points: number, path: string): Capability {
  checkSome(path, steps.length, 'a sum');
  const most = Math.min(limits.steps, Math.floor(limits.sums / points ** 2));
  if (steps.length > most) {
    const expected = `at most ${most} steps with a resolution of ${points}`;
    refuse(path, steps, expected, 'out-of-range');
  }
  checkAlike(steps, (i) => `${path}[${i}]`);
  const { unit, better } = steps[0] as Capability;
  const sign = signOf(better);
  const grids = steps.map((step, i) => {
    const { ranks, identified, identifiedFrom } = step;
    if (identified < 1 || identifiedFrom > 0) {
      notIdentified(`${path}[${i}]`, identified < 1 ? 1 : 0, identified, identifiedFrom);
    }
    if (ranks === null) return slicesOf(distributionOf(step), points);
    const value = (_: unknown, i: number) => sign * ranks.byRank(i + 1);
    return sliced(Float64Array.from({ length: ranks.n }, value), points);
  });
  const sums = grids.reduce((sum, grid) => sumsOf(sliced(sum, points), grid));
  return capabilityOf({
    kind: 'pipeline',
    unit,
    better,
    n: steps.reduce((least, { n }) => Math.min(least, n), Infinity),
    deviations: steps.some((step) => step.deviations),
    nesting: nestingOf(path, steps),
    warnings: steps.flatMap((step) => step.warnings),
    distribution: { ...empirical(sums), ranks: null },
    data: () => ({ steps: steps.map((step) => step.toJSON()), resolution: points }),
  });
}
