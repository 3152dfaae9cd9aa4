/**
 * Where a list in plain data has its first hole: nothing there, not even undefined. Schemas go through every place
 * of a list, so that one which is long and empty would never end.
 */
export function holeIn(
  value: unknown,
  seen = new Set<unknown>(),
): readonly PropertyKey[] | undefined {
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  const list = Array.isArray(value);
  const prototype = list ? null : Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  seen.add(value);
  const within = (key: PropertyKey, inner: unknown) => {
    const hole = typeof inner === 'object' ? holeIn(inner, seen) : undefined;
    return hole && [key, ...hole];
  };
  if (list) {
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined && !(i in value)) return [i];
      const hole = within(i, value[i]);
      if (hole) return hole;
    }
    return undefined;
  }
  for (const key in value) {
    const hole = within(key, (value as Readonly<Record<string, unknown>>)[key]);
    if (hole) return hole;
  }
  return undefined;
}
