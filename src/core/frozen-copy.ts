/** A copy of plain data, frozen with all it holds. */
export function frozenCopy<T>(value: T): T {
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copyOf));
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)])),
  );
}
