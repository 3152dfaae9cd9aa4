import { epochOf } from '../input/date';
import { door } from '../input/door';
import { namesIn, rowsLookedAt, tableOf } from '../input/list-of';
import { reading } from '../input/reading';
import { columnWords, foldedHeader, noEnd } from './column-words';
import { isLocal, numberForms } from './input-cells';
import {
  cellIn,
  cellText,
  dateFields,
  numberFields,
  type OrderColumns,
  type OrderField,
  type TableRow,
} from './order-fields';

type Kind = 'dates' | 'numbers' | 'other';

/**
 * Which column of a table probably holds what of an order: by the words of its header, in English and German, and by what
 * most of its cells are. A proposal to show to somebody who knows the table, not to go by unseen: it may be wrong.
 *
 * @param rows rows by the names of their columns, as {@link ordersFromRows} takes them; the first 1,000 are looked at
 * @returns the names of columns; what was not found is not there
 * @throws InvalidInputError `wrong-type` for what is no list
 * @example
 * ```ts
 * import { guessOrderColumns } from 'overdeliver/backtest';
 *
 * const row = { 'Auftrags-Nr.': '0042', 'Bestellt am': '05.03.2026', Liefertermin: '07.03.2026', 'Geliefert am': '' };
 * guessOrderColumns([row, { ...row, 'Geliefert am': '06.03.2026' }]);
 * // => { id: 'Auftrags-Nr.', started: 'Bestellt am', due: 'Liefertermin', finished: 'Geliefert am' }
 * ```
 */
export function guessOrderColumns(rows: readonly object[]): OrderColumns {
  return door('guessOrderColumns', () => {
    const list = tableOf(rows).slice(0, rowsLookedAt) as readonly TableRow[];
    return reading('rows', rows, () => guessFrom(list));
  });
}

function guessFrom(list: readonly TableRow[]): OrderColumns {
  const names = namesIn(list);
  const kinds = new Map(names.map((name) => [name, kindOf(list, name)]));
  const guessed: Partial<Record<OrderField, string>> = {};
  const free = () => names.filter((name) => !Object.values(guessed).includes(name));
  for (const [field, words] of columnWords) {
    // A promise is a date or a duration, not both.
    if (guessed[field] ?? (field === 'promise' && guessed.due)) continue;
    // A beginning alone is no window.
    if (field === 'from' && !guessed.due) continue;
    const wanted = kindFor(field);
    const found = free().filter((name) => {
      const kind = kinds.get(name);
      return (
        (wanted === 'other' ? kind !== 'dates' : kind === wanted) && words.test(foldedHeader(name))
      );
    });
    const best = field === 'id' ? mostTellingApart(list, found) : found[0];
    if (best !== undefined) guessed[field] = best;
  }
  // Headers in other words: an export mostly has the start before the end.
  for (const field of ['started', 'finished'] as const) {
    const found = free().find(
      (name) =>
        kinds.get(name) === 'dates' && !(field === 'finished' && noEnd.test(foldedHeader(name))),
    );
    if (found !== undefined) guessed[field] ??= found;
  }
  return guessed;
}

/** Of columns that may be ids, the one with the most different cells, the first of several: a customer may order twice. */
function mostTellingApart(rows: readonly TableRow[], names: readonly string[]) {
  const apart = names.map((name) => new Set(rows.map((row) => cellText(cellIn(row, name)))).size);
  return names[apart.indexOf(Math.max(...apart))];
}

const kindFor = (field: OrderField): Kind =>
  (dateFields as readonly OrderField[]).includes(field)
    ? 'dates'
    : (numberFields as readonly OrderField[]).includes(field)
      ? 'numbers'
      : 'other';

/** What more than half of the cells that are not empty look like. */
function kindOf(rows: readonly TableRow[], name: string): Kind {
  let [filled, dates, numbers] = [0, 0, 0];
  for (const row of rows) {
    const cell = cellIn(row, name);
    const text = cellText(cell);
    if (text === '') continue;
    filled += 1;
    if (isDate(text ?? cell)) dates += 1;
    else if (text !== null && isNumber(text)) numbers += 1;
  }
  return 2 * dates > filled ? 'dates' : 2 * numbers > filled ? 'numbers' : 'other';
}

const isDate = (cell: unknown) =>
  (typeof cell === 'string' && isLocal(cell)) || !Number.isNaN(epochOf(cell));

const isNumber = (text: string) => {
  const { point, comma } = numberForms(text);
  return point || comma;
};
