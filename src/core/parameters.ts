import { InvalidInputError } from './errors';

/** Where a number comes from: a paper, a fit to named data, or a reasoned choice. */
export type ParameterStatus = 'published' | 'fitted' | 'assumed';

/** One number of a model, with its provenance. */
export interface Parameter {
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
  readonly data: string;
  readonly licence: string;
  readonly n: number;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** All numbers of one model under one id; plain JSON, so a set of your own goes wherever a default goes. */
export interface ParameterSet<Name extends string = string> {
  /** Such as `expectation/assumed-1`: a changed value is a new id. */
  readonly id: string;
  /** The setting the numbers speak of; used elsewhere, results carry a warning that quotes it. */
  readonly setting: string;
  /** Present when the numbers were estimated. */
  readonly fit?: Fit | undefined;
  readonly parameters: Readonly<Record<Name, Parameter>>;
}

/**
 * Makes a parameter set with some values changed, keeping units and ranges; the changed ones say who
 * changed them.
 *
 * @param set the set to start from
 * @param id the id of the new set
 * @param values the new values, by name
 * @param provenance where they come from; `assumed` unless you say otherwise
 * @throws InvalidInputError `unknown-name` for a name the set does not have, `out-of-range` for a
 *   value off its range
 * @example
 * ```ts
 * import { adjustParameters, expectationDefaults } from 'overdeliver';
 *
 * const strict = adjustParameters(expectationDefaults, 'ours/strict', { tolerance: 0.05 });
 * strict.parameters.tolerance.value; // => 0.05
 * strict.parameters.tolerance.status; // => 'assumed'
 * ```
 */
export function adjustParameters<Name extends string>(
  set: ParameterSet<Name>,
  id: string,
  values: { readonly [K in Name]?: number | undefined },
  provenance: { readonly status: ParameterStatus; readonly source: string } = {
    status: 'assumed',
    source: 'set by the caller',
  },
): ParameterSet<Name> {
  const parameters: Record<Name, Parameter> = { ...set.parameters };
  for (const name of Object.keys(values) as Name[]) {
    const value = values[name];
    if (value === undefined) continue;
    const at = { function: 'adjustParameters', path: `values.${name}`, value };
    const old = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (old === undefined) {
      throw new InvalidInputError(
        'unknown-name',
        at,
        `one of the names of ${set.id}: ${Object.keys(parameters).join(', ')}`,
      );
    }
    const [min, max] = old.range;
    if (typeof value !== 'number' || !(value >= min && value <= max)) {
      const code = typeof value === 'number' ? 'out-of-range' : 'wrong-type';
      throw new InvalidInputError(code, at, `${old.unit} from ${min} to ${max}`);
    }
    parameters[name] = Object.freeze({
      value,
      unit: old.unit,
      range: old.range,
      status: provenance.status,
      source: provenance.source,
    });
  }
  return freezeSet({ ...set, id, parameters });
}

/** A frozen copy of a set and of all it holds. */
export function freezeSet<Name extends string>(set: ParameterSet<Name>): ParameterSet<Name> {
  const parameters = {} as Record<Name, Parameter>;
  for (const [name, parameter] of Object.entries<Parameter>(set.parameters)) {
    const [min, max] = parameter.range;
    parameters[name as Name] = Object.freeze({
      ...parameter,
      range: Object.freeze([min, max] as const),
    });
  }
  const fit = set.fit && { fit: Object.freeze({ ...set.fit }) };
  return Object.freeze({ ...set, ...fit, parameters: Object.freeze(parameters) });
}
