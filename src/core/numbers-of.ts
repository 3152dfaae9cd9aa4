import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import type { ParameterSet } from './parameters';

/**
 * The bare values of a set, or of the defaults when none is given; a set that lacks a number, or holds one
 * off the range that the defaults allow, is refused.
 */
export function numbersOf<Name extends string>(
  set: ParameterSet<Name> | undefined,
  defaults: ParameterSet<Name>,
  path = 'options.parameters',
): Readonly<Record<Name, number>> {
  return reading(path, set, () => read(set, defaults, path));
}

function read<Name extends string>(
  set: ParameterSet<Name> | undefined,
  defaults: ParameterSet<Name>,
  path: string,
): Readonly<Record<Name, number>> {
  if (set !== undefined) checkSet(set, defaults.id, path);
  const given: Readonly<Record<string, { value?: unknown } | undefined>> = (set ?? defaults)
    .parameters;
  const numbers = {} as Record<Name, number>;
  for (const name of Object.keys(defaults.parameters) as Name[]) {
    const { range, unit } = defaults.parameters[name];
    const value = given[name]?.value;
    if (typeof value !== 'number' || !(value >= range[0] && value <= range[1])) {
      refuse(
        `${path}.${name}`,
        value,
        `${unit} from ${range[0]} to ${range[1]}`,
        value === undefined ? 'missing' : typeof value === 'number' ? 'out-of-range' : 'wrong-type',
      );
    }
    numbers[name] = value;
  }
  return numbers;
}

function checkSet(set: unknown, example: string, path: string): void {
  const { id, parameters, domain } = Object(set) as Partial<Record<keyof ParameterSet, unknown>>;
  if (typeof parameters !== 'object' || parameters === null) {
    refuse(path, set, `a parameter set such as ${example}`, 'wrong-type');
  }
  if (typeof id !== 'string')
    refuse(`${path}.id`, id, 'a name, since results carry it', 'wrong-type');
  if (domain !== undefined && Object(domain) !== domain) {
    refuse(`${path}.domain`, domain, 'a record of ranges, if any', 'wrong-type');
  }
  for (const [name, range] of Object.entries(Object(domain))) {
    if (Array.isArray(range) && range.length === 2 && range.every(Number.isFinite)) continue;
    refuse(`${path}.domain.${name}`, range, 'the least and the greatest value', 'wrong-type');
  }
}
