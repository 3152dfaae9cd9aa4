import type { RowFault } from 'overdeliver/backtest';
import { NotEnoughDataError } from 'overdeliver/core';
import { messageOf } from '../shared/numbers';
import type { ReadTable, TableFault } from './read-table';
import { missingLabel } from './settings';

/** Rows that cannot be read, all of them for one thing that stands in one column. */
export interface Fault extends TableFault {
  /** How many there are; `line` is that of the first. */
  readonly count: number;
  /** What stands there, where it may be a word for nothing. */
  readonly word: string | null;
}

const orWord = 'a word of options.missing for none';

/** What is wrong with a table as such and with its rows, in the order of lines. */
export function faultsIn(table: ReadTable, faults: readonly RowFault[]): readonly Fault[] {
  const alike = new Map<string, Fault>();
  const add = (fault: TableFault, word: string | null) => {
    const key = JSON.stringify([fault.column, fault.value, fault.why]);
    const first = alike.get(key) ?? { ...fault, word, count: 0 };
    alike.set(key, { ...first, count: first.count + 1 });
  };
  for (const fault of table.faults) add(fault, null);
  for (const { row, column, value, expected } of faults) {
    const why = inWordsOfPage(expected, table);
    const word = expected.includes(orWord) ? wordIn(value) : null;
    add({ line: table.lines[row] ?? 0, column, value, why }, word);
  }
  return [...alike.values()].sort((a, b) => a.line - b.line);
}

/** What stopped a look back, in the words of the page. */
export const stopInWords = (thrown: unknown): string =>
  thrown instanceof NotEnoughDataError && thrown.path === 'orders'
    ? 'There is nothing to look back at: no promise of these orders has fallen due. It takes some dozen finished orders. If you have them, look at the dates and the unit above.'
    : messageOf(thrown);

/** A text that can stand in a list with commas. */
function wordIn(value: string): string | null {
  if (!/^"[^,]{1,40}"$/.test(value)) return null;
  const word: unknown = JSON.parse(value);
  return typeof word === 'string' && word.trim() !== '' ? word : null;
}

/** The library speaks of rows and options, the page of lines and fields. */
const inWordsOfPage = (text: string, { lines }: ReadTable): string =>
  text
    .replace(/rows\[(\d+)\]/g, (_, place) => `line ${lines[Number(place)]}`)
    .replace(orWord, `a word of “${missingLabel}”, above`)
    .replace('options.zone says', 'the time zone, above, says')
    .replace('options.dateOrder says', 'the question above says')
    .replace('options.decimalComma says', 'the question above says');
