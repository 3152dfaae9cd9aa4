import { type InvalidInputCode, InvalidInputError } from './errors';

/** Throws on behalf of a public function; a number is out of range and all else of the wrong type, unless said. */
export function refuse(
  fn: string,
  path: string,
  value: unknown,
  expected: string,
  code: InvalidInputCode = typeof value === 'number' ? 'out-of-range' : 'wrong-type',
): never {
  throw new InvalidInputError(code, { function: fn, path, value }, expected);
}
