import { isOverdeliverError } from 'overdeliver';
import { InvalidInputError } from 'overdeliver/core';

/** What the library says when it refuses a call; anything else that is thrown goes on up. */
export function refusal(call: () => unknown) {
  try {
    call();
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    const { name, code, path, expected, message } = error;
    const value = error instanceof InvalidInputError ? error.value : undefined;
    return { name, code, function: error.function, path, value, expected, message };
  }
  throw new Error('nothing was refused');
}

/** What a date may be, in the words of a refusal. */
export const aDate =
  'a date: a Date, milliseconds since 1970, or text with an offset such as 2026-03-02T18:00:00Z';
