import { Refusal } from './refusal';

/**
 * The entrance of a public function: what is refused behind it is thrown as this library's error, in the function's
 * name. An error that has passed an inner door keeps the name it was given there.
 */
export function door<T>(name: string, body: () => T): T {
  try {
    return body();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const error = thrown.errorOf(name);
    startAt.captureStackTrace?.(error, door);
    throw error;
  }
}

/** In V8 a stack may start at the public function, so that a reader's own line comes next. */
const startAt = Error as { captureStackTrace?: (error: Error, above: unknown) => void };
