import * as z from 'zod/mini';
import { door } from '../../input/door';
import { read } from '../../input/read';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { anySchema } from '../../input/schemas';
import { bisect } from '../../numerics/bisect';
import { compare } from '../../numerics/nearly';
import type { Capability, CapabilityWarning } from '../capability';
import { capabilityOf } from '../capability-of';
import { fittedDefaults } from '../estimator/parameters';
import { jsonShape } from '../input';
import { type Outcomes, turned } from '../outcomes';
import type { UnitOptions } from '../quantity';
import type { CapabilitySource } from '../source';
import type { Family } from './family';

/** How well a family describes the samples it was fitted to. */
export interface GoodnessOfFit {
  readonly n: number;
  /** The most by which the fitted chance is off the share of the samples (Kolmogorov's distance). */
  readonly distance: number;
  /** The distance that a fit of the right family exceeds in 5% of cases. */
  readonly critical: number;
  /** Whether the equations of greatest likelihood were solved. */
  readonly converged: boolean;
}

/** A capability of a known shape. */
export interface FamilyCapability<Name extends string = string> extends Capability {
  readonly parameters: Readonly<Record<Name, number>>;
  /** Null when the parameters were given, not fitted. */
  readonly fit: GoodnessOfFit | null;
}

const shareText = 'a share from 0 to 1';
const shareSchema = z.number().check(z.gte(0, shareText), z.lte(1, shareText));
const jsonSchema = z.strictObject({
  ...jsonShape,
  parameters: anySchema,
  fit: z.nullable(
    z.strictObject({
      n: z.int().check(z.gte(2, 'a number of outcomes of at least 2')),
      distance: shareSchema,
      critical: shareSchema,
      converged: z.boolean(),
    }),
  ),
});

/**
 * Makes the reviver of what {@link capabilityFromFamily} and {@link fitCapability} made of one family.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, familySource, gamma } from 'overdeliver/capability';
 * import { reviveCapability } from 'overdeliver';
 *
 * const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 15 }, { unit: 'minutes' });
 * const revived = reviveCapability(JSON.parse(JSON.stringify(kitchen)), [familySource(gamma)]);
 * revived.chance(60); // => 0.845
 * ```
 */
export function familySource<Name extends string>(family: Family<Name>): CapabilitySource {
  return door('familySource', () => {
    checkFamily(family);
    return {
      kind: family.kind,
      revive(json, _, path) {
        const { parameters, fit, ...quantity } = read(jsonSchema, json, path);
        const numbers = Object.fromEntries(
          Object.keys(family.bounds).map((name) => [name, z.number()]),
        );
        const checked = read(z.strictObject(numbers), parameters, `${path}.parameters`);
        const known = checked as Record<Name, number>;
        checkParameters(family, known, (name) => `${path}.parameters.${name}`);
        return familyCapability(family, known, quantity, fit);
      },
    };
  });
}

/** Throws unless a value looks like a family, rather than its name. */
export function checkFamily(family: unknown): void {
  const good = reading('family', family, () => {
    const { kind, bounds, outcomes, fit, fromMoments } = Object(family) as Partial<Family<string>>;
    const functions = [outcomes, fit, fromMoments].every((one) => typeof one === 'function');
    return typeof kind === 'string' && typeof bounds === 'object' && bounds !== null && functions;
  });
  if (!good) refuse('family', family, 'a family, such as gamma or lognormal', 'wrong-type');
}

/** Throws unless the parameters lie within the family's bounds. */
export function checkParameters<Name extends string>(
  family: Family<Name>,
  parameters: Readonly<Record<Name, number>>,
  pathOf: (name: Name) => string,
): void {
  for (const name of Object.keys(family.bounds) as Name[]) {
    const [above, below] = family.bounds[name];
    const value = parameters[name];
    if (value > above && value < below) continue;
    const expected = `what gives the ${family.kind} a ${name} between ${above} and ${below}`;
    refuse(pathOf(name), value, expected);
  }
  // As for a fit: chances would jump between outcomes that are equal up to rounding. A heavy tail may leave both at 0.
  const { quantile } = family.outcomes(parameters);
  const [low, high] = [quantile(0.25), quantile(0.75)];
  if (low === 0 || compare(low, high) !== 0) return;
  const name = Object.keys(family.bounds).at(-1) as Name;
  refuse(pathOf(name), parameters[name], `what gives the ${family.kind} different outcomes`);
}

export function familyCapability<Name extends string>(
  family: Family<Name>,
  parameters: Readonly<Record<Name, number>>,
  { unit, better = 'lower' }: UnitOptions,
  fit: GoodnessOfFit | null,
): FamilyCapability<Name> {
  const outcomes = family.outcomes(parameters);
  const capability = capabilityOf({
    kind: family.kind,
    unit,
    better,
    n: fit?.n ?? 0,
    outcomes: better === 'lower' ? fromLeast(outcomes) : turned(outcomes),
    warnings: warningsOf(fit),
    data: () => ({ parameters, fit }),
  });
  return { ...capability, parameters, fit };
}

/** Below it numbers lie so far apart that chances jump between them. */
const tiny = 1e-300;

/** Outcomes of which a quantile is reached even where it rounds to 0, as the most of a heavy tail's do. */
function fromLeast(outcomes: Outcomes): Outcomes {
  const { chance, quantile } = outcomes;
  const reaching = (p: number) =>
    bisect((x) => chance(x) - p, Number.MIN_VALUE, Number.MAX_VALUE) ?? Number.MIN_VALUE;
  return {
    ...outcomes,
    quantile(p) {
      const x = quantile(p);
      return p > 0 && Math.abs(x) < tiny && chance(x) < p ? reaching(p) : x;
    },
  };
}

function warningsOf(fit: GoodnessOfFit | null): CapabilityWarning[] {
  if (fit === null) return [{ code: 'no-outcomes', detail: { outcomes: 0 } }];
  const { distance, critical, converged } = fit;
  const matters = fittedDefaults.parameters.fitDistance.value;
  if (converged && distance <= Math.max(critical, matters)) return [];
  const detail = { distance, critical, ...(converged ? {} : { solved: 'no' }) };
  return [{ code: 'poor-fit', detail }];
}
