/** A value in words; it may be anything, such as a proxy that throws. */
export function show(value: unknown): string {
  try {
    return shown(value);
  } catch {
    return 'unreadable';
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
  }
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if ('length' in value && typeof value.length === 'number') {
    return value.length === 0 ? 'an empty array' : `an array of ${value.length}`;
  }
  const kind = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object';
  if (kind !== 'Object') return `of the type ${kind}`;
  return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
}

/** What was thrown in words: an error's own message. */
export function causeText(cause: unknown): string {
  try {
    return cause instanceof Error ? `${cause.name}: ${cause.message}` : show(cause);
  } catch {
    return 'unreadable';
  }
}
