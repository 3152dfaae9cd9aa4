/** How values that JSON does not hold were made, as JavaScript. */
const codes = new WeakMap<object, string>();

/** Gives a value the JavaScript that makes it, for {@link show}. */
export function named<T>(code: string, value: T): T {
  if (Object(value) === value) codes.set(value as object, code);
  return value;
}

/** Calls a function; what it gives is shown as that call. */
export function made<Args extends readonly unknown[], T extends object>(
  make: (...args: Args) => T,
  ...args: Args
): T {
  return named(`${make.name}(${args.map((arg) => show(arg)).join(', ')})`, make(...args));
}

/** A value as JavaScript that makes it. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (Object(value) !== value) return String(value);
  const code = codes.get(value as object);
  if (code !== undefined) return code;
  if (typeof value === 'function') return value.name || String(value);
  if (value instanceof Date) return showDate(value);
  if (Array.isArray(value)) return `[${shownItems(value)}]`;
  if (ArrayBuffer.isView(value)) {
    return `${value.constructor.name}.of(${shownItems(value as Float64Array)})`;
  }
  return `{ ${Object.entries(value as object)
    .map(([key, inner]) => `${shownKey(key)}: ${show(inner)}`)
    .join(', ')} }`;
}

function showDate(date: Date): string {
  const time = date.getTime();
  return Number.isNaN(time) ? 'new Date(NaN)' : `new Date(${JSON.stringify(date)})`;
}

/** Holes stay holes. */
function shownItems(items: ArrayLike<unknown>): string {
  const shown: string[] = [];
  for (let i = 0; i < items.length; i++) shown.push(i in items ? show(items[i]) : '');
  if (items.length > 0 && !(items.length - 1 in items)) shown.push('');
  return shown.join(', ');
}

const shownKey = (key: string) =>
  key === '__proto__'
    ? '["__proto__"]'
    : /^[A-Za-z_$][\w$]*$/.test(key)
      ? key
      : JSON.stringify(key);
