import type { ErrorCode, InvalidInputCode } from './error-codes';
import { causeText, show } from './show';

export type { ErrorCode, InvalidInputCode };

const brand = Symbol.for('overdeliver.error');

/**
 * The base of every error this library throws.
 *
 * Catch with {@link isOverdeliverError}, not `instanceof`: an app that loads both the ESM and the
 * CommonJS build holds two such classes.
 *
 * @example
 * ```ts
 * import { levelFromAnswer } from 'overdeliver';
 *
 * levelFromAnswer(11, { min: 1, max: 10 }); // => throws out-of-range
 * ```
 */
export class OverdeliverError extends Error {
  /** The name of the class. */
  override readonly name: string = 'OverdeliverError';
  /** The stable code. */
  readonly code: ErrorCode;
  /** The public function that refused. */
  readonly function: string;
  /** Where in its input, such as `signals.wordOfMouth` or `samples[3]`. */
  readonly path: string;
  /** What would have been accepted, in words. */
  readonly expected: string;

  constructor(
    code: ErrorCode,
    at: { readonly function: string; readonly path: string },
    expected: string,
    message: string,
  ) {
    super(message);
    this.code = code;
    this.function = at.function;
    this.path = at.path;
    this.expected = expected;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** A value that cannot be used: of the wrong type, off its range, unknown, missing or contradictory. */
export class InvalidInputError extends OverdeliverError {
  /** The name of the class. */
  override readonly name = 'InvalidInputError';
  /** The value that was given. */
  readonly value: unknown;

  /**
   * @param at where, and what stands there; `isStray` where its name is at fault, not its value
   * @param advice goes on after what was expected: what to do about it
   */
  constructor(
    code: InvalidInputCode,
    at: {
      readonly function: string;
      readonly path: string;
      readonly value: unknown;
      readonly isStray?: boolean;
    },
    expected: string,
    advice = '',
  ) {
    const there = code === 'missing' ? 'is missing' : `is ${show(at.value)}`;
    const got = at.isStray ? 'is no known name' : there;
    const wanted = `${expected}${advice}`;
    super(code, at, expected, `${at.function}: ${at.path || 'input'} ${got}; expected ${wanted}`);
    this.value = at.value;
  }
}

/** Fewer data than an answer of the wanted quality needs: says how many are needed and how many there are. */
export class NotEnoughDataError extends OverdeliverError {
  /** The name of the class. */
  override readonly name = 'NotEnoughDataError';
  /** The least number that would do. */
  readonly needed: number;
  /** The number there is. */
  readonly available: number;

  /** @param held what there is, in words; the number unless given */
  constructor(
    at: { readonly function: string; readonly path: string },
    counts: { readonly needed: number; readonly available: number },
    purpose: string,
    held = String(counts.available),
  ) {
    const expected = `at least ${counts.needed} for ${purpose}`;
    super(
      'not-enough-data',
      at,
      expected,
      `${at.function}: ${at.path} holds ${held}; expected ${expected}`,
    );
    this.needed = counts.needed;
    this.available = counts.available;
  }
}

/**
 * An answer that lies beyond what the data let one see, such as the .99 quantile of outcomes of which the
 * longest are still under way. No number is given in its place.
 */
export class NotIdentifiedError extends OverdeliverError {
  /** The name of the class. */
  override readonly name = 'NotIdentifiedError';
  /** The probability that was asked for. */
  readonly asked: number;
  /** The least probability that can be answered. */
  readonly identifiedFrom: number;
  /** The greatest one. */
  readonly identified: number;

  /** @param hint what hides the rest, and what to do about it, in words */
  constructor(
    at: { readonly function: string; readonly path: string },
    asked: number,
    identified: number,
    identifiedFrom = 0,
    hint = '',
  ) {
    const known =
      identified > 0
        ? `a probability from ${identifiedFrom} to ${identified}, beyond which nothing is known`
        : 'none, since nothing is known';
    const expected = `${known}${hint}`;
    super(
      'not-identified',
      at,
      expected,
      `${at.function}: ${at.path} needs ${asked}; expected ${expected}`,
    );
    this.asked = asked;
    this.identified = identified;
    this.identifiedFrom = identifiedFrom;
  }
}

/** A policy of the caller's threw: what it threw is the `cause`. */
export class PolicyFailedError extends OverdeliverError {
  /** The name of the class. */
  override readonly name = 'PolicyFailedError';
  /** The name of the policy. */
  readonly policy: string;
  /** The id of the order at which it threw; null where it was asked for none in particular. */
  readonly order: string | null;
  /** What it threw. */
  override readonly cause: unknown;

  constructor(
    at: { readonly function: string; readonly path: string },
    policy: string,
    order: string | null,
    cause: unknown,
  ) {
    const place = order === null ? '' : ` at order ${order}`;
    const tellsNothing =
      isOverdeliverError(cause) && ['not-enough-data', 'not-identified'].includes(cause.code);
    const instead = order !== null && tellsNothing ? ', but quotes null where it cannot tell' : '';
    const expected = `a policy that does not throw${instead}`;
    super(
      'policy-failed',
      at,
      expected,
      `${at.function}: ${at.path} threw${place}; expected ${expected} (${causeText(cause)})`,
    );
    this.policy = policy;
    this.order = order;
    this.cause = cause;
  }
}

/**
 * Tells whether something caught was thrown by this library, whichever build of it threw.
 *
 * @param error anything that was thrown
 * @example
 * ```ts
 * import { isOverdeliverError } from 'overdeliver';
 *
 * isOverdeliverError(new Error('other')); // => false
 * ```
 */
export function isOverdeliverError(error: unknown): error is OverdeliverError {
  try {
    return brand in Object(error);
  } catch {
    return false;
  }
}
