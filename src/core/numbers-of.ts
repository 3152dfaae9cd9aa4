import { InvalidInputError } from './errors';
import type { ParameterSet } from './parameters';

/**
 * The bare values of a set, or of the defaults when none is given; a set that lacks a number, or holds one
 * off the range that the defaults allow, is refused.
 */
export function numbersOf<Name extends string>(
  functionName: string,
  set: ParameterSet<Name> | undefined,
  defaults: ParameterSet<Name>,
  path = 'options.parameters',
): Readonly<Record<Name, number>> {
  const given: Readonly<Record<string, { value?: unknown } | undefined>> | undefined =
    set === undefined ? defaults.parameters : set?.parameters;
  if (typeof given !== 'object' || given === null) {
    const at = { function: functionName, path, value: set };
    throw new InvalidInputError('wrong-type', at, `a parameter set such as ${defaults.id}`);
  }
  const numbers = {} as Record<Name, number>;
  for (const name of Object.keys(defaults.parameters) as Name[]) {
    const { range, unit } = defaults.parameters[name];
    const value = given[name]?.value;
    if (typeof value !== 'number' || !(value >= range[0] && value <= range[1])) {
      throw new InvalidInputError(
        value === undefined ? 'missing' : typeof value === 'number' ? 'out-of-range' : 'wrong-type',
        { function: functionName, path: `${path}.${name}`, value },
        `${unit} from ${range[0]} to ${range[1]}`,
      );
    }
    numbers[name] = value;
  }
  return numbers;
}
