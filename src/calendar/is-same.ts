/** Whether data holds what a copy of it does. */
export function isSame(given: unknown, copy: unknown): boolean {
  if (Array.isArray(copy)) {
    const isLike = Array.isArray(given) && given.length === copy.length;
    return isLike && copy.every((item, i) => isSame(given[i], item));
  }
  if (!isRecord(copy)) return given === copy;
  if (!isRecord(given) || Array.isArray(given)) return false;
  const names = Object.keys(copy);
  return (
    Object.keys(given).length === names.length &&
    names.every((name) => isSame(given[name], copy[name]))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
