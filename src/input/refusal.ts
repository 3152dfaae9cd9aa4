import {
  type InvalidInputCode,
  InvalidInputError,
  NotEnoughDataError,
  NotIdentifiedError,
  type OverdeliverError,
} from './errors';
import { numberAdvice } from './number-advice';

/** Where an error says it happened. */
type At = { readonly function: string; readonly path: string };

/** What was wrong and where, until the door says in whose input. */
export class Refusal extends Error {
  readonly path: string;
  readonly #errorAt: (at: At) => OverdeliverError;
  /** What to do about it, beside what was expected. */
  readonly advice: string;

  constructor(path: string, errorAt: (at: At) => OverdeliverError, advice = '') {
    super(`refused outside a door, at ${path}`);
    this.path = path;
    this.#errorAt = errorAt;
    this.advice = advice;
  }

  /** What was expected, and what to do. */
  get wanted(): string {
    return `${this.errorOf('').expected}${this.advice}`;
  }

  /** The error that a public function throws. */
  errorOf(name: string): OverdeliverError {
    return this.#errorAt({ function: name, path: this.path });
  }

  /** The same of a value inside another one. */
  within(outer: string): Refusal {
    const glue = outer === '' || this.path === '' || this.path.startsWith('[') ? '' : '.';
    return this.at(`${outer}${glue}${this.path}`);
  }

  /** The same at another path. */
  at(path: string): Refusal {
    return new Refusal(path, this.#errorAt, this.advice);
  }
}

/**
 * Refuses a value; a number is out of range and all else of the wrong type, unless said.
 *
 * @param advice what to do about it, where that can be told
 */
export function refuse(
  path: string,
  value: unknown,
  expected: string,
  code: InvalidInputCode = typeof value === 'number' ? 'out-of-range' : 'wrong-type',
  advice = code === 'wrong-type' ? numberAdvice(value, expected) : '',
): never {
  const rest = advice === '' ? '' : `; ${advice}`;
  const errorAt = (at: At) => new InvalidInputError(code, { ...at, value }, expected, rest);
  throw new Refusal(path, errorAt, rest);
}

/** Refuses what is not there, or is something else than what was expected. */
export function refuseOther(
  path: string,
  value: unknown,
  expected: string,
  advice?: string,
): never {
  return refuse(path, value, expected, value === undefined ? 'missing' : 'wrong-type', advice);
}

/** Refuses what is not there, is no number, or is one out of range. */
export function refuseNumber(
  path: string,
  value: unknown,
  expected: string,
  advice?: string,
): never {
  return refuse(path, value, expected, value === undefined ? 'missing' : undefined, advice);
}

/** What to do where a function answers with another one: what makes such a function was given in its place. */
export const makerAdvice = (answer: unknown, such?: string): string | undefined =>
  typeof answer === 'function' ? `call what makes one${such ? `, as in ${such}` : ''}` : undefined;

/** Refuses a name that nobody knows, whatever stands there. */
export function refuseName(path: string, value: unknown, expected: string): never {
  const errorAt = (at: At) =>
    new InvalidInputError('unknown-name', { ...at, value, isStray: true }, expected);
  throw new Refusal(path, errorAt);
}

/** Whether something is a promise, or works like one. */
export function isPromise(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return typeof (value as { readonly then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

/**
 * Refuses a promise for an answer, which nobody waits for. That it may be rejected is nobody's concern any more, and would
 * end a server that nothing listens for it in.
 */
export function refusePromise(path: string, promise: unknown, expected: string): never {
  Promise.resolve(promise).catch(() => undefined);
  const instead = 'not a promise: await what it needs before, and leave out async';
  return refuse(path, promise, `${expected} at once, ${instead}`);
}

/** Refuses data that are too few for a purpose; `held` says in words what there is. */
export function notEnough(
  path: string,
  counts: { readonly needed: number; readonly available: number },
  purpose: string,
  held?: string,
): never {
  throw new Refusal(path, (at) => new NotEnoughDataError(at, counts, purpose, held));
}

/** Refuses a probability about which the data say nothing; `hint` goes on with why, and what to do. */
export function notIdentified(
  path: string,
  asked: number,
  identified: number,
  identifiedFrom?: number,
  hint?: string,
): never {
  throw new Refusal(
    path,
    (at) => new NotIdentifiedError(at, asked, identified, identifiedFrom, hint),
  );
}
