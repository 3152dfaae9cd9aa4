import * as z from 'zod/mini';
import { door } from '../input/door';
import { tableOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import type { DateOrder } from '../input/written-date';
import { checkColumns, columnsShape, nameSchema } from './input-columns';
import { datesSeen, numbersSeen } from './input-forms';
import {
  cellIn,
  cellText,
  dateFields,
  numberFields,
  type OrderColumns,
  type TableRow,
} from './order-fields';

/** What the texts of a table tell about how to read them. */
export interface OrderTextForms {
  /** What some date tells, as `25.03.2026` does; null where none does, or they contradict each other. */
  readonly dateOrder: DateOrder | null;
  /** What some number tells, as `3,5` does; null where none does, or they contradict each other. */
  readonly decimalComma: boolean | null;
  /** The options of {@link ordersFromRows} that the texts need and do not tell: ask somebody who knows the table. */
  readonly ask: readonly ('zone' | 'dateOrder' | 'yearsFrom' | 'decimalComma')[];
}

const columnsSchema = once(() => z.strictObject(columnsShape));
const featuresSchema = once(() => z.array(nameSchema));

/**
 * How the texts of a table are to be read, as far as they tell: which of day and month comes first, whether decimals come
 * after a comma. And what they do not tell and reading them needs, so that it can be asked: a zone where a date has no
 * offset, the order where no day is beyond 12, the century of years of two digits. Every row is looked at.
 *
 * @param rows rows by the names of their columns, as {@link ordersFromRows} takes them
 * @param columns as {@link ordersFromRows} takes them
 * @param features columns of numbers besides
 * @throws InvalidInputError `wrong-type` for what is no list, `unknown-name` for a column that no row has
 * @example
 * ```ts
 * import { orderTextForms } from 'overdeliver/backtest';
 *
 * const columns = { started: 'ordered', estimate: 'days' };
 * orderTextForms([{ ordered: '25.03.26', days: '3,5' }, { ordered: '05.03.26', days: '' }], columns);
 * // => { dateOrder: 'day-first', decimalComma: true, ask: ['zone', 'yearsFrom'] }
 * orderTextForms([{ ordered: '05.03.2026', days: '1,250' }], columns).ask; // => ['zone', 'dateOrder', 'decimalComma']
 * orderTextForms([{ ordered: '2026-03-05T18:40:00Z', days: 3.5 }], columns).ask; // => []
 * ```
 */
export function orderTextForms(
  rows: readonly object[],
  columns: OrderColumns,
  features: readonly string[] = [],
): OrderTextForms {
  return door('orderTextForms', () => {
    const list = tableOf(rows) as readonly TableRow[];
    const named = read(columnsSchema, columns, 'columns');
    const others = read(featuresSchema, features, 'features');
    const textsOf = (names: readonly (string | undefined)[]) =>
      names.flatMap((name) =>
        name === undefined ? [] : list.map((row) => cellText(cellIn(row, name)) ?? ''),
      );
    const [dates, numbers] = reading('rows', rows, () => {
      checkColumns(list, named, others);
      return [
        datesSeen(textsOf(dateFields.map((field) => named[field]))),
        numbersSeen(textsOf([...numberFields.map((field) => named[field]), ...others])),
      ];
    });
    const ask: OrderTextForms['ask'][number][] = [];
    if (dates.local) ask.push('zone');
    if (dates.numbers && dates.order === null) ask.push('dateOrder');
    if (dates.shortYears) ask.push('yearsFrom');
    if (numbers.signs && numbers.comma === null) ask.push('decimalComma');
    return { dateOrder: dates.order, decimalComma: numbers.comma, ask };
  });
}
