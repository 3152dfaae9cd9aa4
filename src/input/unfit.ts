import { isRemembered } from './frozen';
import { limits } from './limits';

/** What no schema goes through: where it is in plain data, and what was expected there. */
export interface Unfit {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

const noMap = 'an object, such as Object.fromEntries(map)';

/**
 * A Map, the first hole of a list in plain data (nothing there, not even undefined), or what is nested too deep. Schemas go
 * through every place of a list, so that one which is long and empty would never end.
 */
export function unfitIn(value: unknown, seen = new Set<unknown>(), depth = 0): Unfit | undefined {
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  if (isRemembered(value)) return undefined;
  const list = Array.isArray(value);
  const prototype = list ? null : Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    // A schema of an object would see nothing in it, and drop what it holds.
    return value instanceof Map ? { path: [], expected: noMap } : undefined;
  }
  seen.add(value);
  if (depth > limits.depth) {
    return { path: [], expected: `data nested at most ${limits.depth} deep` };
  }
  const within = (key: PropertyKey, inner: unknown): Unfit | undefined => {
    const unfit = unfitIn(inner, seen, depth + 1);
    return unfit && { ...unfit, path: [key, ...unfit.path] };
  };
  if (list) {
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined && !(i in value)) {
        return { path: [i], expected: 'a value, not a hole' };
      }
      const unfit = within(i, value[i]);
      if (unfit) return unfit;
    }
    return undefined;
  }
  for (const key in value) {
    const unfit = within(key, (value as Readonly<Record<string, unknown>>)[key]);
    if (unfit) return unfit;
  }
  return undefined;
}
