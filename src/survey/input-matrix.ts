import { listOf } from '../input/list-of';
import { refuse } from '../input/refusal';

type Row = readonly (number | null)[];

/** Rows of numbers, one for each item, as columns; rows in which one is missing are left out. */
export function readMatrix(path: string, rows: readonly Row[]): readonly Float64Array[] {
  const list = listOf(path, rows);
  const { length } = list;
  const width = length === 0 ? 0 : listOf(`${path}[0]`, list[0] as Row).length;
  // One column after the other.
  const numbers = new Float64Array(width * length);
  let n = 0;
  for (let i = 0; i < length; i++) {
    const row = list[i] as Row;
    const added = addRow(numbers, row, n, width, length);
    if (added === null) refuseRow(`${path}[${i}]`, row, width, i === 0);
    if (added) n++;
  }
  return Array.from({ length: width }, (_, j) => numbers.subarray(j * length, j * length + n));
}

/** Squares and sums of such are numbers. */
const isNumber = (x: unknown): x is number => typeof x === 'number' && Math.abs(x) <= 1e100;

/** Whether a row was added, as one without a number is not; null for what is no such row. */
function addRow(
  numbers: Float64Array,
  row: Row,
  at: number,
  width: number,
  length: number,
): boolean | null {
  let isWhole = true;
  try {
    if (!Array.isArray(row) || row.length !== width || width < 2) return null;
    for (let j = 0; j < width; j++) {
      const x = row[j];
      if (isNumber(x)) numbers[j * length + at] = x;
      else if (x === null) isWhole = false;
      else return null;
    }
    return isWhole;
  } catch {
    return null;
  }
}

/** Says what is wrong with a row, at the first place where something is. */
function refuseRow(path: string, given: Row, width: number, isFirst: boolean): never {
  const row = listOf(path, given);
  if (row.length !== width || width < 2) {
    const expected = isFirst ? 'at least two items' : `${width} items, as in the first row`;
    refuse(path, row, expected, 'length-mismatch');
  }
  const place = row.findIndex((x) => x !== null && !isNumber(x));
  const expected = 'a finite number from -1e100 to 1e100, or null';
  return refuse(`${path}[${place}]`, row[place], expected);
}
