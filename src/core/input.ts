import { onceFrozen } from '../input/frozen';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseName, refuseNumber } from '../input/refusal';
import type { ParameterSet } from './parameters';
import { clockOf } from './time-zone';
import type { ZoneClock } from './zone-clock';

/** An IANA time zone, read as its clock. */
export const zoneSchema = readWith((zone: string): ZoneClock => clockOf('', zone), {
  type: 'string',
});

/** A parameter set as a function's body needs it: the set, for its id and setting, and its bare values. */
export interface NumbersRead<Name extends string> {
  readonly set: ParameterSet<Name>;
  readonly numbers: Readonly<Record<Name, number>>;
}

/**
 * A parameter set as an option; the defaults where none is given. A set that lacks a number, or holds one off the range
 * that the defaults allow, is refused.
 */
export function parametersSchema<Name extends string>(defaults: ParameterSet<Name>) {
  const numbersOf = onceFrozen((set: ParameterSet<Name>) => numbersIn(set, defaults));
  return readWith((given: ParameterSet<Name> | undefined): NumbersRead<Name> => {
    const set = given === undefined ? defaults : given;
    return reading('', given, () => ({ set, numbers: numbersOf(set) }));
  });
}

function numbersIn<Name extends string>(
  set: ParameterSet<Name>,
  defaults: ParameterSet<Name>,
): Readonly<Record<Name, number>> {
  if (set !== defaults) checkSet(set, defaults.id);
  const given: Readonly<Record<string, { value?: unknown } | undefined>> = set.parameters;
  const numbers = {} as Record<Name, number>;
  for (const name of Object.keys(defaults.parameters) as Name[]) {
    const { range, unit } = defaults.parameters[name];
    const value = given[name]?.value;
    if (typeof value !== 'number' || !(value >= range[0] && value <= range[1])) {
      refuseNumber(name, value, `${unit} from ${range[0]} to ${range[1]}`);
    }
    numbers[name] = value;
  }
  return Object.freeze(numbers);
}

function checkSet(set: unknown, example: string): void {
  const { id, parameters, domain, ...others } = Object(set) as Partial<
    Record<keyof ParameterSet, unknown>
  >;
  if (typeof parameters !== 'object' || parameters === null) {
    const hint = isPlainNumbers(set) ? ', which adjustParameters makes of numbers of your own' : '';
    refuse('', set, `a parameter set such as ${example}${hint}`, 'wrong-type');
  }
  if (id === undefined && Object.hasOwn(parameters, 'parameters')) {
    // All that a fit gives, in place of the set in it.
    refuse('', set, 'the set alone, which lies in its parameters', 'wrong-type');
  }
  const [other] = Object.keys(others).filter((name) => name !== 'setting' && name !== 'fit');
  if (other !== undefined) {
    const value = (others as Readonly<Record<string, unknown>>)[other];
    const expected = 'nothing beside id, setting, fit, domain and parameters; see adjustParameters';
    refuseName(other, value, expected);
  }
  if (typeof id !== 'string') refuse('id', id, 'a name, since results carry it', 'wrong-type');
  if (domain !== undefined && Object(domain) !== domain) {
    refuse('domain', domain, 'a record of ranges, if any', 'wrong-type');
  }
  for (const [name, range] of Object.entries(Object(domain))) {
    if (Array.isArray(range) && range.length === 2 && range.every(Number.isFinite)) continue;
    refuse(`domain.${name}`, range, 'the least and the greatest value', 'wrong-type');
  }
}

/** Bare numbers by name, where a set with their provenance is asked for. */
function isPlainNumbers(value: unknown): boolean {
  const values = Object.values(Object(value));
  return values.length > 0 && values.every((one) => typeof one === 'number');
}
