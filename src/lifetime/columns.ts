import { notEnough, refuse } from '../input/refusal';

/** How many rows there are, or an error unless these are columns of one length. */
export function rowsOf(columns: Readonly<Record<string, unknown>>): number {
  let rows = -1;
  let first = '';
  for (const [name, column] of Object.entries(columns)) {
    const path = `customers.${name}`;
    checkColumn(path, column);
    const { length } = column;
    if (rows === -1) [rows, first] = [length, name];
    if (length === rows) continue;
    refuse(path, length, `${rows} rows, as ${first} has`, 'length-mismatch');
  }
  return rows;
}

/** Throws unless a value is an array, typed or not; what it holds is looked at elsewhere. */
export function checkColumn(path: string, value: unknown): asserts value is ArrayLike<number> {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) return;
  refuse(path, value, 'an array of numbers', value === undefined ? 'missing' : 'wrong-type');
}

/** Throws where there are too few of something. */
export function checkEnough(
  path: string,
  needed: number,
  available: number,
  purpose: string,
  held?: string,
): void {
  if (available >= needed) return;
  notEnough(path, { needed, available }, purpose, held);
}
