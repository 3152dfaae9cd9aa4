import { isOverdeliverError } from './errors';
import { Refusal, refuse } from './refusal';

/** Reads what a caller gave; where a getter or a proxy throws, the value is one that cannot be used. */
export function reading<T>(path: string, value: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal || isOverdeliverError(error)) throw error;
    return refuse(path, value, 'plain data, which can be read', 'wrong-type');
  }
}
