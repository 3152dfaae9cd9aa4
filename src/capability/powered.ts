import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { notNothing } from '../numerics/not-nothing';
import type { Capability } from './capability';
import { capabilityOf, distributionOf } from './capability-of';
import { increased } from './distribution';
import { innerJsonSchema, jsonShape } from './input';
import { nestingOf } from './nesting';
import { older } from './older';
import type { CapabilitySource } from './source';
import { meanOver } from './steps';

/** Of a lower or a greater power too few digits would come back. */
export const exponents = { least: 1e-3, most: 1e3 };

const exponentText = 'an exponent from 0.001 to 1000';
const exponentSchema = z
  .number(exponentText)
  .check(z.gte(exponents.least, exponentText), z.lte(exponents.most, exponentText));
const jsonSchema = once(() =>
  z.strictObject({ ...jsonShape, exponent: exponentSchema, of: innerJsonSchema }),
);

/** Revives the ratios of actuals to estimates that {@link calibrateEstimates} made where spreads differ. */
export const poweredSource = Object.freeze<CapabilitySource>({
  kind: 'powered',
  revive: (json, inner, path) =>
    door('reviveCapability', () => {
      const { exponent, of } = read(jsonSchema, json, path);
      return powered(inner(of, `${path}.of`), exponent, `${path}.exponent`);
    }),
});

/**
 * `T^exponent`, which spreads the logarithm so many times as wide; of what lies below 0 with its sign. `path` is where
 * the power was given.
 */
export function powered(capability: Capability, exponent: number, path: string): Capability {
  const { unit, better, n, deviations, warnings } = capability;
  const distribution = distributionOf(capability);
  const power = (x: number) => notNothing(Math.sign(x) * Math.abs(x) ** exponent, x);
  const root = (x: number) => Math.sign(x) * Math.abs(x) ** (1 / exponent);
  return capabilityOf({
    kind: 'powered',
    unit,
    better,
    n,
    deviations,
    warnings,
    nesting: nestingOf('capability', [capability]),
    stillUnderWay: older(capability, power, path, exponent),
    distribution: {
      ...distribution,
      ...increased(distribution, power, root),
      mean: () => meanOver(distribution, 0, power),
      excess: (x) =>
        meanOver(distribution, distribution.chance(root(x)), (t) => Math.max(0, power(t) - x)),
    },
    data: () => ({ exponent, of: capability.toJSON() }),
  });
}
