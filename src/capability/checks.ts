import type { InvalidInputCode } from '../input/errors';
import { limits } from '../input/limits';
import { reading } from '../input/reading';
import { notEnough, refuse } from '../input/refusal';
import type { Capability } from './capability';

/** Throws unless p is a probability. */
export function checkProbability(p: number, path = 'p'): void {
  if (isFiniteNumber(p) && p >= 0 && p <= 1) return;
  refuseAsked(path, p, 'a probability from 0 to 1');
}

/** Throws unless a capability can be asked about t. */
export function checkAsked(path: string, t: number): void {
  if (!isFiniteNumber(t)) refuseAsked(path, t, 'a finite number');
}

/** Throws unless rank is one of n. */
export function checkRank(rank: number, n: number): void {
  if (Number.isInteger(rank) && rank >= 1 && rank <= n) return;
  const code = Number.isInteger(rank) ? 'out-of-range' : 'wrong-type';
  refuseAsked('rank', rank, `a whole number from 1 to ${n}`, code);
}

function refuseAsked(
  path: string,
  value: unknown,
  expected: string,
  code?: InvalidInputCode,
): never {
  return refuse(path, value, expected, value === undefined ? 'missing' : code);
}

/** Throws unless a number is finite and, unless deviations are allowed, at least 0; false where they could be. */
export function checkAmount(path: string, value: number, deviations?: boolean): void {
  if (isFiniteNumber(value) && (deviations || value >= 0)) return;
  const hint =
    deviations === false ? ' (for deviations from an appointment, deviations: true)' : '';
  refuse(path, value, `a finite number${deviations ? '' : ` of at least 0${hint}`}`);
}

/** Throws unless a number is finite and above 0. */
export function checkPositive(path: string, value: number): void {
  if (!(isFiniteNumber(value) && value > 0)) refuse(path, value, 'a finite number above 0');
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
    refuse(path, value, `an array of ${items}`, 'wrong-type');
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
  if (available > 0) return;
  notEnough(path, { needed: 1, available }, purpose);
}

/** A copy of numbers with a sign, each of them checked; at least one. */
export function signedCopy(
  path: string,
  numbers: ArrayLike<number>,
  anySign: boolean,
  sign: number,
): Float64Array {
  checkArray(path, numbers);
  checkSome(path, numbers.length, 'a capability');
  const copy = new Float64Array(numbers.length);
  reading(path, numbers, () => copySigned(path, numbers, copy, anySign, sign));
  return copy;
}

// A loop of its own, since what closures share is slow to read.
function copySigned(
  path: string,
  numbers: ArrayLike<number>,
  copy: Float64Array,
  anySign: boolean,
  sign: number,
): void {
  const least = anySign ? -Number.MAX_VALUE : 0;
  for (let i = 0; i < copy.length; i++) {
    const number = numbers[i] as number;
    // Looked at first, so that the path is built for a bad number alone; two comparisons take least time.
    const good = typeof number === 'number' && number >= least && number <= Number.MAX_VALUE;
    if (!good) checkAmount(`${path}[${i}]`, number, anySign);
    // Adding 0 turns -0 into 0.
    copy[i] = sign * number + 0;
  }
}

/** Throws unless these are capabilities, of one unit and with one idea of better. */
export function checkAlike(
  capabilities: readonly Capability[],
  pathOf: (i: number) => string,
): void {
  // A hole would be passed over by the array's own loops.
  Array.from(capabilities).forEach((capability, i) => {
    checkCapability(pathOf(i), capability);
    const [given, wanted] = [capability, capabilities[0] as Capability].map(
      ({ unit, better }) => `${unit} with ${better} as better`,
    );
    if (given !== wanted) refuse(pathOf(i), given, wanted as string, 'unit-mismatch');
  });
}

/** Throws unless a value looks like a capability. */
export function checkCapability(path: string, value: Capability): void {
  const answers = reading(
    path,
    value,
    () => typeof value?.chance === 'function' && typeof value.toJSON === 'function',
  );
  if (!answers) refuse(path, value, 'a capability', 'wrong-type');
}
