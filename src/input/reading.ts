import { isOverdeliverError } from './errors';
import { Refusal, refuse } from './refusal';

/** Reads what a caller gave; where a getter or a proxy throws, the value is one that cannot be used. */
export function reading<Value, T>(path: string, value: Value, read: (value: Value) => T): T {
  try {
    return read(value);
  } catch (error) {
    if (error instanceof Refusal || isOverdeliverError(error)) throw error;
    return refuse(path, value, 'plain data, which can be read', 'wrong-type');
  }
}
