import { refuse } from '../core/refuse';

/** Throws unless a value holds arrays of numbers under these names, all of one length, which it returns. */
export function rowsOf(
  fn: string,
  path: string,
  columns: object,
  names: readonly string[],
): number {
  if (typeof columns !== 'object' || columns === null) refuse(fn, path, columns, 'an object');
  let rows: number | undefined;
  for (const name of Object.keys(columns)) {
    if (!names.includes(name)) {
      const value = (columns as Record<string, unknown>)[name];
      refuse(fn, `${path}.${name}`, value, `one of ${names.join(', ')}`, 'unknown-name');
    }
  }
  for (const name of names) {
    const column = (columns as Record<string, unknown>)[name];
    checkColumn(fn, `${path}.${name}`, column);
    rows ??= column.length;
    if (column.length === rows) continue;
    const expected = `${rows} rows, as ${names[0]} has`;
    refuse(fn, `${path}.${name}`, column.length, expected, 'length-mismatch');
  }
  return rows as number;
}

/** Throws unless a value is an array, typed or not; what it holds is looked at elsewhere. */
export function checkColumn(
  fn: string,
  path: string,
  value: unknown,
): asserts value is ArrayLike<number> {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) return;
  refuse(fn, path, value, 'an array of numbers', value === undefined ? 'missing' : 'wrong-type');
}
