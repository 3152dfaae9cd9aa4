import { Refusal } from './refusal';

/**
 * The entrance of a public function: what is refused behind it is thrown as this library's error, in the function's
 * name. An error that has passed an inner door keeps the name it was given there.
 */
export function door<T>(name: string, body: () => T): T {
  try {
    return body();
  } catch (thrown) {
    throw toldBy(name, thrown, door);
  }
}

/** A function behind a door, for what is asked so often that to make a body for each call would take as long as to answer. */
export function behindDoor<Asked extends readonly unknown[], T>(
  name: string,
  answer: (...asked: Asked) => T,
): (...asked: Asked) => T {
  return function asked(...given) {
    try {
      return answer(...given);
    } catch (thrown) {
      throw toldBy(name, thrown, asked);
    }
  };
}

function toldBy(name: string, thrown: unknown, above: unknown): unknown {
  if (!(thrown instanceof Refusal)) return thrown;
  const error = thrown.errorOf(name);
  startAt.captureStackTrace?.(error, above);
  return error;
}

/** In V8 a stack may start at the public function, so that a reader's own line comes next. */
const startAt = Error as { captureStackTrace?: (error: Error, above: unknown) => void };
