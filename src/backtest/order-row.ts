import type { ZoneClock } from '../core/zone-clock';
import { refuse } from '../input/refusal';
import type { DateForm } from '../input/written-date';
import { dateIn, isDayAlone, numberIn } from './input-cells';
import { type BacktestOrder, readOrder } from './input-orders';
import {
  cellIn,
  cellText,
  dateFields,
  numberFields,
  type OrderColumns,
  type OrderField,
  type TableRow,
} from './order-fields';

/** Which column holds what, and how its texts are read. */
interface RowForm extends DateForm {
  readonly columns: OrderColumns;
  readonly features?: readonly string[] | undefined;
  readonly zone?: ZoneClock | undefined;
  readonly decimalComma?: boolean | undefined;
  readonly missing?: readonly string[] | undefined;
}

/** An order of a table, and what its dates are. */
export interface TableOrder {
  readonly order: BacktestOrder & { readonly started: Date };
  /** Whether all of its dates are days alone. */
  readonly isByDays: boolean;
  /** Whether some date has a time, and its end is a day alone. */
  readonly endsByDay: boolean;
}

/**
 * Reads an order from a row; refuses one that cannot be read by the name of the field. Days alone are compared with each other as they
 * are, by their beginnings. Beside a time they are not: an end was seen by the end of its day, until which a promise lasts as well.
 */
export function orderReader({
  columns,
  features = [],
  missing = [],
  decimalComma,
  ...form
}: RowForm) {
  const nothing = new Set<string | null>(['', ...missing.map((word) => word.trim())]);
  const dates = dateFields.filter((field) => columns[field] !== undefined);
  const numbers = numberFields.filter((field) => columns[field] !== undefined);
  const cellOf = (row: TableRow, name: string) => {
    const cell = cellIn(row, name);
    return nothing.has(cellText(cell)) ? null : cell;
  };
  return (row: TableRow, place: number): TableOrder => {
    if (typeof row !== 'object' || row === null)
      refuse('', row, 'a row by the names of its columns');
    const order: Record<string, unknown> = { id: idOf(row, place, columns.id, cellOf) };
    const cells = dates.map((field) => [field, cellOf(row, columns[field] as string)] as const);
    const isByDays = cells.every(([, cell]) => cell === null || isDayAlone(cell));
    for (const [field, cell] of cells) {
      if (cell === null && field === 'started') refuse(field, '', 'a date', 'missing');
      const asEnd = !isByDays && field !== 'started';
      order[field] = cell === null ? null : dateIn(field, cell, form, asEnd);
    }
    for (const field of numbers) {
      const cell = cellOf(row, columns[field] as string);
      order[field] = cell === null ? null : numberIn(field, cell, decimalComma);
    }
    if (columns.group !== undefined) {
      const group = cellOf(row, columns.group);
      order.group = group === null ? null : textIn('group', group, 'a group as text');
    }
    if (features.length > 0) order.features = featuresOf(row, features, decimalComma, cellOf);
    readOrder(order as unknown as BacktestOrder, 1);
    const endsByDay = !isByDays && cells.some(([field, cell]) => isEnd(field) && isDayAlone(cell));
    return { order: order as unknown as TableOrder['order'], isByDays, endsByDay };
  };
}

const isEnd = (field: OrderField) => field !== 'started' && field !== 'due';

const textIn = (path: string, cell: unknown, expected: string): string =>
  cellText(cell) ?? refuse(path, cell, expected, 'wrong-type');

type CellOf = (row: TableRow, name: string) => unknown;

function idOf(row: TableRow, place: number, column: string | undefined, cellOf: CellOf): string {
  if (column === undefined) return `${place + 1}`;
  const cell = cellOf(row, column);
  if (cell === null) refuse('id', '', 'an id', 'missing');
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) {
    refuse('id', cell, 'an id as text: as a number it has lost digits', 'wrong-type');
  }
  return textIn('id', cell, 'an id as text');
}

/** Those that a row has: an empty cell is a feature that is not known. */
function featuresOf(
  row: TableRow,
  names: readonly string[],
  decimalComma: boolean | undefined,
  cellOf: CellOf,
): Readonly<Record<string, number>> {
  const known = names.map((name) => [name, cellOf(row, name)] as const);
  return Object.fromEntries(
    known
      .filter(([, cell]) => cell !== null)
      .map(([name, cell]) => [name, numberIn(`features.${name}`, cell, decimalComma)]),
  );
}
