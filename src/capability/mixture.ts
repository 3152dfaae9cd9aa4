import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { anySchema } from '../input/schemas';
import type { Capability } from './capability';
import { capabilityOf, outcomesOf } from './capability-of';
import { checkAlike } from './checks';
import { jsonShape } from './input';
import { mixtureOutcomes } from './mixture-outcomes';
import { nestingOf } from './nesting';
import type { CapabilitySource } from './source';

/** One of the capabilities that are mixed. */
export interface MixturePart {
  readonly capability: Capability;
  /** Above 0; weights are taken as shares of their sum. */
  readonly weight: number;
}

const partsSchema = z
  .array(
    rowOf({
      capability: anySchema,
      weight: z.number().check(z.gt(0, 'a weight above 0')),
    }),
  )
  .check(
    z.minLength(1, 'at least 1 part'),
    z.refine(
      (parts) => parts.reduce((sum, { weight }) => sum + weight, 0) < Infinity,
      'weights with a finite sum',
    ),
  );
const jsonSchema = z.strictObject({
  ...jsonShape,
  parts: partsSchema,
  n: z.number().check(z.gte(0, 'a number of outcomes of at least 0')),
  worth: z.nullable(z.number().check(z.gt(0, 'a number of outcomes above 0'))),
});

/**
 * What can be delivered when it is one of several things and only their shares are known, such as an order
 * that one of two kitchens will cook: `P(T <= t) = sum w_i P(T_i <= t)`. It has no ranks; `n` adds up.
 *
 * @throws InvalidInputError `unit-mismatch` for parts of different units or ideas of better, `out-of-range`
 *   for no parts, a weight that is not above 0 or weights without a finite sum
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 * import { mixCapabilities } from 'overdeliver/capability';
 *
 * const near = capabilityFromSamples([20, 25, 30], { unit: 'minutes' });
 * const far = capabilityFromSamples([40, 50], { unit: 'minutes' });
 * const either = mixCapabilities([{ capability: near, weight: 3 }, { capability: far, weight: 1 }]);
 * either.chance(30); // => 0.75
 * either.mean(); // => 30
 * either.n; // => 5
 * ```
 */
export function mixCapabilities(parts: readonly MixturePart[]): Capability {
  return door('mixCapabilities', () => {
    const checked = read(partsSchema, parts, 'parts') as readonly MixturePart[];
    const capabilities = checked.map(({ capability }) => capability);
    checkAlike(capabilities, (i) => `parts[${i}].capability`);
    const n = capabilities.reduce((sum, capability) => sum + capability.n, 0);
    return mixture(checked, n);
  });
}

/** Revives what {@link mixCapabilities}, {@link capabilityByGroup} and {@link capabilityFromGuess} made. */
export const mixtureSource: CapabilitySource = {
  kind: 'mixture',
  revive(json, revive, path) {
    const { parts, n, worth } = read(jsonSchema, json, path);
    const revived = parts.map(({ capability, weight }, i) => ({
      capability: revive(capability, `${path}.parts[${i}].capability`),
      weight,
    }));
    checkAlike(
      revived.map(({ capability }) => capability),
      (i) => `${path}.parts[${i}].capability`,
    );
    checkCounts(path, revived, n, worth);
    return mixture(revived, n, worth);
  },
};

/** Throws where more outcomes are claimed than the parts rest on; a guess, the first part, rests on none. */
function checkCounts(path: string, parts: readonly MixturePart[], n: number, worth: number | null) {
  const held = (worth === null ? parts : parts.slice(1)).reduce(
    (sum, part) => sum + part.capability.n,
    0,
  );
  // What groups have in common counts once, by weights that were rounded.
  if (worth === null ? n <= held * (1 + 1e-12) : n === held) return;
  refuse(`${path}.n`, n, `the ${held} outcomes of its parts`);
}

/** A mixture of parts that are checked, of which the first may be a guess worth a number of outcomes. */
export function mixture(
  parts: readonly MixturePart[],
  n: number,
  worth: number | null = null,
): Capability {
  const { unit, better } = (parts[0] as MixturePart).capability;
  const known = parts.flatMap(({ capability }) => capability.warnings);
  // The guess says how little it knows; what counts is how little that is now.
  const others = known.filter(({ code }) => !code.endsWith('-outcomes'));
  const code = n === 0 ? 'no-outcomes' : 'few-outcomes';
  const guess = { code, detail: { outcomes: n, worth: worth ?? 0 } } as const;
  return capabilityOf({
    kind: 'mixture',
    unit,
    better,
    n,
    nesting: nestingOf(
      'parts',
      parts.map(({ capability }) => capability),
    ),
    warnings: worth === null ? known : n < worth ? [guess, ...others] : others,
    outcomes: mixtureOutcomes(
      parts.map(({ capability, weight }) => ({ outcomes: outcomesOf(capability), weight })),
    ),
    data: () => ({
      parts: parts.map(({ capability, weight }) => ({ weight, capability: capability.toJSON() })),
      n,
      worth,
    }),
  });
}
