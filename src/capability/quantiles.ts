import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { from0to1Schema } from '../input/schemas';
import { atLeast, compare } from '../numerics/nearly';
import type { Capability } from './capability';
import { capabilityOf } from './capability-of';
import { signOf } from './distribution';
import { checkAmount, jsonShape, quantitySchema } from './input';
import { piecewise } from './piecewise';
import type { QuantityOptions } from './quantity';
import type { CapabilitySource } from './source';

/**
 * One quantile: `value` is delivered or bettered with probability p.
 *
 * @inline
 */
export interface QuantilePoint {
  readonly p: number;
  readonly value: number;
}

const pointsSchema = z
  .array(rowOf({ p: from0to1Schema('a probability from 0 to 1'), value: z.number() }))
  .check(z.minLength(2, 'at least 2 quantiles'));
const jsonSchema = once(() =>
  z.strictObject({ ...jsonShape, points: pointsSchema, deviations: z.boolean() }),
);

/**
 * What can be delivered when only some quantiles of it are known, such as a carrier's "half within 3 days,
 * 95% within 7": straight lines between them, and nothing outside them. With p = 0 and p = 1 among them all
 * is identified. It rests on no observations: `n` is 0, and the warning
 * `no-observations` says so.
 *
 * @param points two at least, with p ascending; values not descending (for levels, not ascending)
 * @throws InvalidInputError `out-of-range` for a p that does not ascend or a value that descends, with its
 *   place in the path
 * @example
 * ```ts
 * import { capabilityFromQuantiles } from 'overdeliver/capability';
 *
 * const points = [{ p: 0.5, value: 3 }, { p: 0.95, value: 7 }];
 * const carrier = capabilityFromQuantiles(points, { unit: 'days' });
 * carrier.quantile(0.8); // => 5.67
 * carrier.quantile(0.99); // => throws not-identified
 * ```
 */
export function capabilityFromQuantiles(
  points: readonly QuantilePoint[],
  options: QuantityOptions,
): Capability {
  return door('capabilityFromQuantiles', () => {
    const quantity = read(quantitySchema, options, 'options');
    return fromPoints(read(pointsSchema, points, 'points'), quantity, 'points');
  });
}

/** Revives what {@link capabilityFromQuantiles} made. */
export const quantilesSource = Object.freeze<CapabilitySource>({
  kind: 'quantiles',
  revive: (json, _, path) =>
    door('reviveCapability', () => {
      const { points, ...quantity } = read(jsonSchema, json, path);
      return fromPoints(points, quantity, `${path}.points`);
    }),
});

function fromPoints(
  points: readonly QuantilePoint[],
  { unit, better = 'lower', deviations = false }: QuantityOptions,
  path: string,
): Capability {
  const sign = signOf(better);
  const xs = Float64Array.from(points, ({ value }) => sign * value);
  points.forEach(({ p, value }, i) => {
    checkAmount(`${path}[${i}].value`, value, deviations);
    const before = points[i - 1];
    if (before === undefined) return;
    const at = `${path}[${i}]`;
    if (atLeast(before.p, p, 1)) refuse(`${at}.p`, p, `a probability above ${before.p}`);
    if (!atLeast(sign * value, sign * before.value)) {
      const most = better === 'lower' ? 'least' : 'most';
      refuse(`${at}.value`, value, `a value of at ${most} ${before.value}`);
    }
    xs[i] = Math.max(xs[i - 1] as number, xs[i] as number);
  });
  return capabilityOf({
    kind: 'quantiles',
    unit,
    better,
    n: 0,
    deviations,
    distribution: piecewise(
      // All, where the shares that make it up are a last bit short of 1.
      Float64Array.from(points, ({ p }) => (compare(p, 1) ? p : 1)),
      xs,
    ),
    warnings: [{ code: 'no-observations', detail: { observations: 0 } }],
    data: () => ({ points: points.map((point) => ({ ...point })), deviations }),
  });
}
