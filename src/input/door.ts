import { Refusal } from './refusal';

/**
 * The entrance of a public function: what is refused behind it is thrown as this library's error, in the function's
 * name. An error that has passed an inner door keeps the name it was given there.
 */
export function door<T>(name: string, body: () => T): T {
  try {
    return body();
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown.errorOf(name) : thrown;
  }
}
