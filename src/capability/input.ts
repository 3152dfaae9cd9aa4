import * as z from 'zod/mini';
import { unitMeant } from '../core/time-units';
import { limits } from '../input/limits';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { notEnough, refuse, refuseOther } from '../input/refusal';
import type { Capability } from './capability';
import type { QuantityOptions } from './quantity';

const unitText = 'a unit such as minutes';

const anyUnit = z.string(unitText).check(z.minLength(1, unitText));

/** The fields of a schema of options that say what is measured, and which way is better. */
export const unitShape = {
  // Other rooms know units of time by name, and would take `min` for something else.
  unit: anyUnit.check(
    z.refine((unit) => unitMeant(unit) === undefined, {
      error: ({ input }) => `${unitMeant(String(input))}, as this unit of time is written`,
    }),
  ),
  better: z.optional(z.enum(['lower', 'higher'])),
};

/** The same of a quantity that may lie below 0. */
export const quantityShape = { ...unitShape, deviations: z.optional(z.boolean()) };
export const quantitySchema = once(() => z.strictObject(quantityShape));

/** How many observations of its own a group needs to count as much as those around it. */
export const shrinkageSchema = () =>
  z.optional(z.number().check(z.gte(0, 'a number of observations of at least 0')));

/** What is measured, read; by hand where it surely is what the schema takes, which is asked for as long as a quantile. */
export function readUnit(options: QuantityOptions): QuantityOptions {
  const plain = reading('options', options, () => plainQuantity(options));
  return plain ?? read(quantitySchema, options, 'options');
}

function plainQuantity(options: QuantityOptions): QuantityOptions | null {
  for (const name in options) {
    if (name !== 'unit' && name !== 'better' && name !== 'deviations') return null;
  }
  const { unit, better, deviations } = Object(options) as QuantityOptions;
  const isPlain =
    typeof options === 'object' &&
    typeof unit === 'string' &&
    unit !== '' &&
    unitMeant(unit) === undefined &&
    (better === undefined || better === 'lower' || better === 'higher') &&
    (deviations === undefined || typeof deviations === 'boolean');
  return isPlain ? { unit, better, deviations } : null;
}

/** The fields that the JSON of every capability holds. */
export const jsonShape = {
  kind: z.string(),
  version: z.literal(1),
  unit: anyUnit,
  better: z.enum(['lower', 'higher']),
};

/** The JSON of a capability inside another one's, which its own source reads. */
export const innerJsonSchema = z.looseObject({ kind: z.string(), version: z.number() });

/** Any capability, a caller's own one included. */
export const capabilitySchema = readWith((value: Capability) => readCapability('', value));

/** The same of one that stands at a path, for plans, which are many. */
export function readCapability(path: string, value: Capability): Capability {
  if (reading(path, value, isCapability)) return value;
  const isJson = reading(path, value, (given) => Object(given).version === 1 && 'kind' in given);
  const maker = isJson ? 'reviveCapability' : 'capabilityFromSamples';
  return refuseOther(path, value, `a capability, such as ${maker} makes`);
}

function isCapability(given: Capability): boolean {
  const value: Capability = Object(given);
  const { kind, unit, better, n, identified, identifiedFrom, ranks, warnings } = value;
  const { quantile, chance, mean, expectedOvershoot, remaining, chanceInterval, toJSON } = value;
  const answers =
    typeof quantile === 'function' &&
    typeof chance === 'function' &&
    typeof mean === 'function' &&
    typeof expectedOvershoot === 'function' &&
    typeof remaining === 'function' &&
    (chanceInterval === undefined || typeof chanceInterval === 'function') &&
    typeof toJSON === 'function';
  const ranked =
    ranks === null ||
    (typeof ranks?.kept === 'function' &&
      typeof ranks.byRank === 'function' &&
      Number.isSafeInteger(ranks.n));
  const described =
    typeof kind === 'string' &&
    typeof unit === 'string' &&
    (better === 'lower' || better === 'higher') &&
    Number.isFinite(n) &&
    Number.isFinite(identified) &&
    Number.isFinite(identifiedFrom) &&
    Array.isArray(warnings);
  return answers && ranked && described;
}

/** Throws unless a number is finite and above 0. */
export function checkPositive(path: string, value: number): void {
  if (!(isFiniteNumber(value) && value > 0)) refuse(path, value, positives.expected);
}

/** Throws unless a number is finite and, but for deviations, at least 0. */
export function checkAmount(path: string, value: number, deviations: boolean): void {
  const { least, expected } = observed(deviations);
  if (!(isFiniteNumber(value) && value >= least)) refuse(path, value, expected);
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && value > -Infinity && value < Infinity;
}

/** Throws unless a value is an array or a typed array, of a given length where one is given. */
export function checkArray(path: string, value: unknown, length?: number, items = 'numbers'): void {
  const count = reading(
    path,
    value,
    () => typeof value === 'object' && (value as ArrayLike<unknown> | null)?.length,
  );
  if (typeof count !== 'number' || !(Number.isInteger(count) && count >= 0)) {
    refuseOther(path, value, `an array of ${items}`);
  }
  if (count > limits.column) {
    refuse(path, value, `a length of at most ${limits.column}`, 'out-of-range');
  }
  if (length !== undefined && count !== length) {
    refuse(path, value, `a length of ${length}`, 'length-mismatch');
  }
}

/** Throws for nothing where there must be something. */
export function checkSome(path: string, available: number, purpose: string): void {
  if (available === 0) notEnough(path, { needed: 1, available }, purpose);
}

/** What the numbers of a column may be, and how that is said. */
interface Numbers {
  readonly least: number;
  readonly expected: string;
}

const anyNumbers: Numbers = { least: -Number.MAX_VALUE, expected: 'a finite number' };
const amounts: Numbers = { least: 0, expected: 'a finite number of at least 0' };
const positives: Numbers = { least: Number.MIN_VALUE, expected: 'a finite number above 0' };
const hint = ' (for deviations from an appointment, deviations: true)';
const hinted: Numbers = { ...amounts, expected: `${amounts.expected}${hint}` };
const observed = (deviations: boolean) => (deviations ? anyNumbers : hinted);

/** A copy of a column of numbers, each of them looked at. */
function copyOf(path: string, given: ArrayLike<number>, numbers: Numbers): Float64Array {
  checkArray(path, given);
  const copy = new Float64Array(given.length);
  reading(path, given, () => copyInto(copy, path, given, numbers));
  return copy;
}

// A loop of its own, since what closures share is slow to read.
function copyInto(
  copy: Float64Array,
  path: string,
  given: ArrayLike<number>,
  { least, expected }: Numbers,
): void {
  const { length } = copy;
  for (let i = 0; i < length; i++) {
    const number = given[i] as number;
    // Looked at first, so that the path is built for a bad number alone; two comparisons take least time.
    const good = typeof number === 'number' && number >= least && number <= Number.MAX_VALUE;
    if (!good) refuse(`${path}[${i}]`, number, expected);
    // Adding 0 turns -0 into 0.
    copy[i] = number + 0;
  }
}

/** Columns of numbers, as a copy: any finite ones, those of at least 0, those above 0. */
export const numbersSchema = readWith((given: ArrayLike<number>) => copyOf('', given, anyNumbers));
export const amountsSchema = readWith((given: ArrayLike<number>) => copyOf('', given, amounts));
export const positivesSchema = readWith((given: ArrayLike<number>) => copyOf('', given, positives));

/** Observations as a copy that may be changed, one at least, and their sign turned where higher is better. */
export function readSamples(
  path: string,
  samples: ArrayLike<number>,
  deviations: boolean,
  sign: 1 | -1,
): Float64Array {
  const copy = copyOf(path, samples, observed(deviations));
  if (sign < 0) for (let i = 0; i < copy.length; i++) copy[i] = 0 - (copy[i] as number);
  checkSome(path, copy.length, 'a capability');
  return copy;
}
