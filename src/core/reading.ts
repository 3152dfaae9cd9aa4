import { isOverdeliverError } from './errors';
import { refuse } from './refuse';

/** Reads what a caller gave; where a getter or a proxy throws, the value is one that cannot be used. */
export function reading<T>(fn: string, path: string, value: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isOverdeliverError(error)) throw error;
    return refuse(fn, path, value, 'plain data, which can be read', 'wrong-type');
  }
}
