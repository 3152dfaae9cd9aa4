import * as z from 'zod/mini';
import { door } from '../input/door';
import { knownNames } from '../input/known-names';
import { once } from '../input/once';
import { provenanceShape, rangeSchema } from '../input/parameter-shape';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseName, refuseOther } from '../input/refusal';
import { recordOf } from '../input/schemas';
import { frozenCopy } from './frozen-copy';
import type { Reason } from './reason';

/** Where a number comes from: a paper, a fit to named data, or a reasoned choice. */
export type ParameterStatus = 'published' | 'fitted' | 'assumed';

/**
 * Where a changed number comes from.
 *
 * @inline
 */
export interface Provenance {
  readonly status: ParameterStatus;
  readonly source: string;
}

/** One number of a model, with its provenance. */
export interface Parameter {
  /** The number itself, in `unit`. */
  readonly value: number;
  /** What it is measured in, such as `points` or `share`. */
  readonly unit: string;
  /** The least and the greatest value that make sense. */
  readonly range: readonly [min: number, max: number];
  readonly status: ParameterStatus;
  /** The paper, the data with its licence, or the reasoning. */
  readonly source: string;
  /** The standard error of a fitted value. */
  readonly standardError?: number | undefined;
}

/** The data a set was fitted on. */
export interface Fit {
  /** What data it was fitted on. */
  readonly data: string;
  /** The licence of the data. */
  readonly licence: string;
  /** How many rows they have. */
  readonly n: number;
  /** Left out where the model was not fitted by likelihood. */
  readonly logLikelihood?: number | undefined;
  /** Whether the fit came to its end. */
  readonly converged: boolean;
  /** Why it did not converge, where that can be told. */
  readonly reasons?: readonly Reason[] | undefined;
}

/** All numbers of one model under one id; plain JSON, so a set of your own goes wherever a default goes. */
export interface ParameterSet<Name extends string = string> {
  /** Such as `expectation/assumed-1`: a changed value is a new id. */
  readonly id: string;
  /** The setting the numbers speak of; used elsewhere, results carry a warning that quotes it. */
  readonly setting: string;
  /** Present when the numbers were estimated. */
  readonly fit?: Fit | undefined;
  /** The middle 99% of the data it was fitted on, by input; beyond it results carry a warning. */
  readonly domain?: Readonly<Record<string, readonly [min: number, max: number]>> | undefined;
  /** The numbers by name. */
  readonly parameters: Readonly<Record<Name, Parameter>>;
}

/**
 * Makes a parameter set with some values changed, keeping units, ranges and whatever else the set holds but
 * its fit; the changed ones say who changed them.
 *
 * @param set the set to start from
 * @param id the id of the new set, other than the old one
 * @param values the new values, by name
 * @param provenance where they come from; `assumed` unless you say otherwise
 * @throws InvalidInputError `unknown-name` for a name the set does not have, `out-of-range` for a
 *   value off its range, `ambiguous` for the old id or none, `wrong-type` or `missing` for anything else
 * @example
 * ```ts
 * import { adjustParameters } from 'overdeliver';
 * import { expectationDefaults } from 'overdeliver/expectation';
 *
 * const strict = adjustParameters(expectationDefaults, 'ours/strict', { tolerance: 0.05 });
 * strict.parameters.tolerance.value; // => 0.05
 * strict.parameters.tolerance.status; // => 'assumed'
 * ```
 */
export function adjustParameters<Set extends ParameterSet>(
  set: Set,
  id: string,
  values: { readonly [K in keyof Set['parameters']]?: number | undefined },
  provenance: Provenance = { status: 'assumed', source: 'set by the caller' },
): Set {
  return door('adjustParameters', () => {
    const { fit: _, ...rest } = read(setSchema, set, 'set');
    const { status, source } = read(provenanceSchema, provenance, 'provenance');
    if (typeof id !== 'string' || id === '' || id === rest.id) {
      refuse('id', id, `a new name, since ${rest.id} names its own values`, 'ambiguous');
    }
    const parameters = new Map<string, object>(Object.entries(rest.parameters));
    for (const [name, value] of read(valuesSchema, values, 'values')) {
      if (value === undefined) continue;
      const path = `values.${name}`;
      const old = Object.hasOwn(rest.parameters, name) ? rest.parameters[name] : undefined;
      if (old === undefined) {
        refuseName(path, value, knownNames(Object.keys(rest.parameters), name));
      }
      const { unit, range } = old;
      if (typeof value !== 'number' || !(value >= range[0] && value <= range[1])) {
        refuse(path, value, `${unit} from ${range[0]} to ${range[1]}`);
      }
      parameters.set(name, { value, unit, range, status, source });
    }
    // Numbers that were changed were not fitted together, so the fit is not theirs.
    const adjusted = { ...rest, id, parameters: Object.fromEntries(parameters) };
    return reading('set', set, () => freezeSet(adjusted as unknown as Set));
  });
}

const setSchema = once(() =>
  z.looseObject({
    id: z.string(),
    domain: z.optional(recordOf(rangeSchema())),
    parameters: recordOf(
      z.looseObject({ value: z.number(), unit: z.string(), range: rangeSchema() }),
    ),
  }),
);
// Names and ranges are those of the set, so that no schema knows them.
const valuesSchema = once(() =>
  readWith((values: unknown): readonly [name: string, value: unknown][] => {
    if (typeof values === 'object' && values !== null) return Object.entries(values);
    return refuseOther('', values, 'an object');
  }),
);
const provenanceSchema = once(() => z.strictObject(provenanceShape()));

/** A frozen copy of a set and of all it holds. */
export const freezeSet: <Set extends ParameterSet>(set: Set) => Set = frozenCopy;

/** A parameter of a set that a caller gave, with the unit and range by which its value was read: those of the default. */
export function withUsualRange(
  { value, status, source, standardError }: Parameter,
  { unit, range }: Parameter,
): Parameter {
  const known = Number.isFinite(standardError) ? { standardError } : {};
  return { value, unit, range, status, source, ...known };
}

/** A frozen set whose type holds the names of its numbers. */
export function parameterSet<Name extends string>(set: ParameterSet<Name>): ParameterSet<Name> {
  return freezeSet(set);
}

/** A parameter that is a reasoned choice. */
export function assumed(
  value: number,
  unit: string,
  range: readonly [min: number, max: number],
  source: string,
): Parameter {
  return { value, unit, range, status: 'assumed', source };
}
