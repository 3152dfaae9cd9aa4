import type { ZoneClock } from '../core/zone-clock';
import { refuse } from '../input/refusal';
import type { DateForm } from '../input/written-date';
import type { BacktestOrder } from './backtest-order';
import { dateIn, isDayAlone, numberIn } from './input-cells';
import { readOrder } from './input-orders';
import {
  cellIn,
  cellText,
  dateFields,
  endFields,
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
  /** Whether all dates of the table are days alone. */
  readonly isByDays: boolean;
  /** Whether some date of the table has a time, and this order's end is a day alone. */
  readonly endsByDay: boolean;
}

/**
 * Reads an order from a row; refuses one that cannot be read by the name of the field. In a table of days alone they are
 * compared with each other as they are, by their beginnings. Beside times they are not: an end was seen by the end of its
 * day, until which a promise lasts as well.
 */
export function orderReader(
  rows: readonly TableRow[],
  { columns, features = [], missing = [], decimalComma, ...form }: RowForm,
) {
  const nothing = new Set<string | null>(['', ...missing.map((word) => word.trim())]);
  const cellOf = (row: TableRow, name: string) => {
    const cell = cellIn(row, name);
    return nothing.has(cellText(cell)) ? null : cell;
  };
  /** Null for an empty one, undefined where there is no such column. */
  const cellAt = (row: TableRow, field: OrderField) => {
    const name = columns[field];
    return name === undefined ? name : cellOf(row, name);
  };
  // Of the whole table, so that all orders that were promised for a day are judged alike.
  const isByDays = !rows.some((row) => {
    try {
      return dateFields.some((field) => {
        const cell = cellAt(row, field);
        return cell && !isDayAlone(cell) && dateIn(field, cell, form);
      });
    } catch {
      // A fault, by itself.
      return false;
    }
  });
  return (row: TableRow, place: number): TableOrder => {
    if (typeof row !== 'object' || row === null)
      refuse('', row, 'a row by the names of its columns', 'wrong-type');
    const order: Record<string, unknown> = { id: `${place + 1}` };
    const put = (field: OrderField, readCell: (cell: unknown) => unknown) => {
      const cell = cellAt(row, field);
      if (cell === undefined) return;
      const needed = neededText[field];
      if (cell === null && needed) refuse(field, '', needed, 'missing');
      order[field] = cell === null ? cell : readCell(cell);
    };
    put('id', readId);
    let endsByDay = false;
    for (const field of dateFields) {
      const asEnd = !isByDays && endFields.some((end) => end === field);
      const readDate = (cell: unknown) => {
        if (asEnd && field !== 'due' && isDayAlone(cell)) endsByDay = true;
        return dateIn(field, cell, form, asEnd);
      };
      put(field, readDate);
    }
    for (const field of numberFields) put(field, (cell) => numberIn(field, cell, decimalComma));
    put('group', (cell) => textIn('group', cell, 'a group as text'));
    if (features.length > 0) {
      const numberOf = (name: string) => {
        const cell = cellOf(row, name);
        // An empty cell is a feature that is not known.
        return cell === null
          ? []
          : [[name, numberIn(`features.${name}`, cell, decimalComma, true)]];
      };
      order.features = Object.fromEntries(features.flatMap(numberOf));
    }
    readOrder(order as unknown as BacktestOrder, 1);
    return { order: order as unknown as TableOrder['order'], isByDays, endsByDay };
  };
}

/** What no row of a table goes without. */
const neededText: Partial<Record<OrderField, string>> = { id: 'an id', started: 'a date' };

const textIn = (path: string, cell: unknown, expected: string): string =>
  cellText(cell) ?? refuse(path, cell, expected);

function readId(cell: unknown): string {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) {
    refuse('id', cell, 'an id as text: as a number it has lost digits', 'wrong-type');
  }
  return textIn('id', cell, 'an id as text');
}
