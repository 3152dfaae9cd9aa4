import { InvalidInputError, isOverdeliverError } from 'overdeliver';

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
