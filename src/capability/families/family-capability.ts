import { frozenCopy } from '../../core/frozen-copy';
import { refuse } from '../../input/refusal';
import { bisect } from '../../numerics/bisect';
import { compare } from '../../numerics/nearly';
import type { Capability, CapabilityWarning } from '../capability';
import { capabilityOf } from '../capability-of';
import { type Distribution, turned } from '../distribution';
import { fittedDefaults } from '../estimator/parameters';
import type { QuantityOptions } from '../quantity';
import type { Family } from './family';

/** A capability of a known shape. */
export interface FamilyCapability<Name extends string = string> extends Capability {
  /** The parameters of the family, by name. */
  readonly parameters: Readonly<Record<Name, number>>;
  /** How well the family describes the samples; null when the parameters were given, not fitted. */
  readonly fit: {
    /** How many samples it was fitted to that had finished, weighted ones by Kish's effective size. */
    readonly n: number;
    /** How many were under way. */
    readonly underWay: number;
    /** The share that those that finished reach, 0 to 1: quantiles beyond it rest on the family alone. */
    readonly seen: number;
    /** The standard error of each parameter; null where the data do not tell, or the family has no `likelihood`. */
    readonly standardErrors: Readonly<Record<Name, number>> | null;
    /** The most by which the fitted chance is off the share of the samples (Kolmogorov's distance), 0 to 1. */
    readonly distance: number;
    /** The distance that a fit of the right family exceeds in 5% of cases. */
    readonly critical: number;
    /** Whether the equations of maximum likelihood were solved. */
    readonly converged: boolean;
  } | null;
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
  // As for a fit: chances would jump between values that are equal up to rounding. A heavy tail may leave both at 0.
  const { quantile } = family.distribution(parameters);
  const [low, high] = [quantile(0.25), quantile(0.75)];
  if (low === 0 || compare(low, high) !== 0) return;
  const name = Object.keys(family.bounds).at(-1) as Name;
  refuse(pathOf(name), parameters[name], `what gives the ${family.kind} different values`);
}

export function familyCapability<Name extends string>(
  family: Family<Name>,
  parameters: Readonly<Record<Name, number>>,
  { unit, better = 'lower', deviations }: QuantityOptions,
  fit: FamilyCapability<Name>['fit'],
): FamilyCapability<Name> {
  const distribution = family.distribution(parameters);
  // Frozen, since it is what is stored as well: it must not part from what answers.
  const stored = frozenCopy({ parameters, fit });
  const capability = capabilityOf({
    kind: family.kind,
    unit,
    better,
    n: fit?.n ?? 0,
    deviations,
    distribution: better === 'lower' ? fromLeast(distribution) : turned(distribution),
    warnings: warningsOf(fit),
    data: () => ({ ...structuredClone(stored), ...(deviations && { deviations }) }),
  });
  return { ...capability, ...stored };
}

/** Below it numbers lie so far apart that chances jump between them. */
const tiny = 1e-300;

/** A distribution of which a quantile is reached even where it rounds to 0, as the most of a heavy tail's do. */
function fromLeast(distribution: Distribution): Distribution {
  const { chance, quantile } = distribution;
  const reaching = (p: number) =>
    bisect((x) => chance(x) - p, Number.MIN_VALUE, Number.MAX_VALUE) ?? Number.MIN_VALUE;
  return {
    ...distribution,
    quantile(p) {
      const x = quantile(p);
      return Math.abs(x) < tiny && chance(x) < p ? reaching(p) : x;
    },
  };
}

function warningsOf(fit: FamilyCapability['fit']): CapabilityWarning[] {
  if (fit === null) return [{ code: 'no-observations', detail: { observations: 0 } }];
  const { distance, critical, converged, seen } = fit;
  const matters = fittedDefaults.parameters.fitDistance.value;
  const isPoor = !converged || distance > Math.max(critical, matters);
  const detail = { distance, critical, ...(converged ? {} : { solved: 'no' }) };
  return [
    ...(isPoor ? [{ code: 'poor-fit', detail } as const] : []),
    ...(seen < 1 ? [{ code: 'beyond-seen', detail: { seen } } as const] : []),
  ];
}
