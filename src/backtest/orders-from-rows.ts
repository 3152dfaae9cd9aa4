import * as z from 'zod/mini';
import { zoneSchema } from '../core/input';
import { dateFormShape } from '../input/date-form';
import { door } from '../input/door';
import type { RowFault } from '../input/error-codes';
import { namesIn, tableOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { Refusal, refuse } from '../input/refusal';
import { rowFault } from '../input/row-fault';
import type { DateForm } from '../input/written-date';
import { progressSchema } from './input';
import { checkColumns, checkEndsApart, columnsShape, nameSchema } from './input-columns';
import type { OrderColumns, OrderField, TableRow } from './order-fields';
import { orderReader, type TableOrder } from './order-row';
import type { Progress } from './progress';
import { type TableWarning, tableWatch } from './table-warnings';

/** Which column holds what, and how its texts are to be read. */
export interface OrderRowsOptions extends DateForm {
  /** The names of columns: `started` must be there, or it is refused. Without `id`, rows are named by their number, from 1. */
  readonly columns: OrderColumns;
  /** Columns of numbers known when an order starts, which become its `features`, but for empty cells; none unless given. */
  readonly features?: readonly string[] | undefined;
  /**
   * An IANA time zone, by whose clocks dates without an offset are read, as `fromLocalTime` reads them: a time that comes twice is
   * its first coming, one that is skipped the moment of the change. Such dates are refused unless given. A table of days alone is best
   * read in `UTC`, whose days have 24 hours all, as those of backtests have.
   */
  readonly zone?: string | undefined;
  /** Whether decimals come after a comma, as in `3,5`; text with a comma is refused unless this is given. */
  readonly decimalComma?: boolean | undefined;
  /** What says that there is nothing, such as `-` or `NULL`, besides an empty cell. */
  readonly missing?: readonly string[] | undefined;
  /** Is told now and then how far the reading has come, and at its end. What it throws stops it. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The orders of a table. */
export interface OrdersFromRows {
  /** What `backtestPromises` and `capabilityAsOf` take, in the order of the rows. */
  readonly orders: readonly TableOrder['order'][];
  /** The rows that are not among them, each with its first fault. */
  readonly faults: readonly RowFault[];
  /** What to know before relying on the orders. */
  readonly warnings: readonly TableWarning[];
}

const optionsSchema = once(() =>
  z.strictObject({
    columns: z.strictObject(columnsShape),
    features: z.optional(z.array(nameSchema)),
    zone: z.optional(zoneSchema),
    ...dateFormShape,
    decimalComma: z.optional(z.boolean()),
    missing: z.optional(z.array(z.string())),
    onProgress: progressSchema,
  }),
);

type Given = z.output<ReturnType<typeof optionsSchema>>;

/** So many rows take a few milliseconds. */
const rowsBetweenReports = 5000;

/**
 * The orders in the rows of a table, such as a CSV that was read by its header: dates by the clocks of a zone and in the order
 * of day and month that you say, numbers by their decimal sign, ids as text. What a row holds is refused or taken, never
 * guessed; rows that cannot be read are listed with their column and what to do, and the others are given.
 *
 * A day without a time is its beginning where all dates of the table are days: they are counted in whole days. In a
 * table with times a start is the beginning of its day, a due date its end, since a day that was promised lasts until
 * then, and so is an end (`ends-by-day` warns of them). Times that are all 00:00 are not taken for days (`at-midnight` does).
 *
 * @param rows rows by the names of their columns; cells are text, numbers, dates, or null, undefined or NaN for none.
 *   Numbers for dates are milliseconds since 1970; those that look like seconds or the day count of a spreadsheet are
 *   listed
 * @throws InvalidInputError `unknown-name` for a column that no row has and for an unknown zone; `ambiguous` for an end
 *   in the column of another date; what a bad option calls for. A bad row is no error, but one of `faults`:
 *   `wrong-type` for a cell that is no date or number, `date-order` for an order that ends before it starts, `ambiguous` for
 *   two ends, `missing` for no start, `duplicate-id` for a second row of an id
 * @example
 * ```ts
 * import { ordersFromRows } from 'overdeliver/backtest';
 *
 * // As Papa.parse(csv, { header: true }).data would have them.
 * const rows = [
 *   { no: '000260225301448', ordered: '05.03.2026 18:40', delivered: '05.03.2026 19:12' },
 *   { no: '000260225302645', ordered: '05.03.2026 18:51', delivered: '' },
 *   { no: '000260225304106', ordered: '05.03.26 19:02', delivered: '05.03.26 19:30' },
 * ];
 * const { orders, faults } = ordersFromRows(rows, {
 *   columns: { id: 'no', started: 'ordered', finished: 'delivered' },
 *   zone: 'Europe/Berlin',
 *   dateOrder: 'day-first',
 * });
 * orders.map(({ started }) => started); // => [2026-03-05T17:40:00.000Z, 2026-03-05T17:51:00.000Z]
 * orders[1]?.finished; // => null
 * faults.map(({ row, column, value }) => [row, column, value]); // => [[2, 'ordered', '"05.03.26 19:02"']]
 * ```
 */
export function ordersFromRows(rows: readonly object[], options: OrderRowsOptions): OrdersFromRows {
  return door('ordersFromRows', () => {
    const given = read(optionsSchema, options, 'options');
    const list = tableOf(rows) as readonly TableRow[];
    reading('rows', rows, () => {
      if (given.columns.started === undefined) {
        const names = namesIn(list);
        const among = names.length === 0 ? '' : `, one of the columns ${names.join(', ')}`;
        const expected = `the column that says when an order started${among}`;
        refuse('options.columns.started', undefined, expected, 'missing');
      }
      checkColumns(list, given.columns, given.features ?? [], 'options.');
      checkEndsApart(given.columns);
    });
    const orderOf = orderReader(list, given);
    const orders: OrdersFromRows['orders'][number][] = [];
    const faults: RowFault[] = [];
    const watch = tableWatch(given.columns, given.zone);
    const firstOf = new Map<string, number>();
    list.forEach((row, place) => {
      try {
        const found = reading('', row, () => orderOf(row, place));
        const { order } = found;
        const first = firstOf.get(order.id);
        if (first !== undefined)
          refuse(
            'id',
            order.id,
            `an id that no other row has; rows[${first}] has it, too`,
            'duplicate-id',
          );
        firstOf.set(order.id, place);
        orders.push(order);
        watch.see(found);
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown;
        faults.push(faultOf(thrown, place, given));
      }
      if ((place + 1) % rowsBetweenReports === 0) {
        given.onProgress?.({ done: place + 1, of: list.length });
      }
    });
    given.onProgress?.({ done: list.length, of: list.length });
    return { orders, faults, warnings: watch.warnings() };
  });
}

function faultOf(refusal: Refusal, row: number, { columns }: Given): RowFault {
  const { path } = refusal;
  const column = path.startsWith('features.')
    ? path.slice('features.'.length)
    : (columns[path as OrderField] ?? null);
  return rowFault(refusal, row, column);
}
