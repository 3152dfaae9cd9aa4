import type { ParameterSet } from './parameters';

/** A warning that comes with a result: an input lies outside the data its model was fitted on. */
export interface DomainWarning {
  /** Codes may be added. */
  readonly code: 'outside-fitted-range';
  /** Where the number stands in the input, such as `dimensions.time`. */
  readonly path: string;
  /** The number, which lies outside of what the model was fitted on. */
  readonly value: number;
  /** The middle 99% of the data the model was fitted on, in the model's unit. */
  readonly range: readonly [min: number, max: number];
}

/** A warning for every input outside its model's domain. */
export function domainWarnings(
  inputs: Readonly<Record<string, number>>,
  { domain = {} }: Pick<ParameterSet, 'domain'>,
): readonly DomainWarning[] {
  return Object.entries(inputs).flatMap(([path, value]): DomainWarning[] => {
    const range = domain[path];
    if (range === undefined || (value >= range[0] && value <= range[1])) return [];
    return [{ code: 'outside-fitted-range', path, value, range }];
  });
}
