import * as z from 'zod/mini';
import { door } from '../input/door';
import type { RowFault } from '../input/error-codes';
import { knownNames, unseenAround } from '../input/known-names';
import { namesIn, tableOf } from '../input/list-of';
import { nearMiss } from '../input/near-miss';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { Refusal, refuse, refuseName } from '../input/refusal';
import { rowFault } from '../input/row-fault';
import { functionOf, recordOf } from '../input/schemas';
import { answerIn, cellsOf, wordsOf } from './cell';
import { idSchema, questionsSchema } from './input-instrument';
import { checkText } from './input-responses';
import type { Instrument, SurveyItem } from './instrument';
import { faultsIn } from './questions';
import { type CustomerRole, customerRoles, type SurveyResponse } from './responses';

/** Which columns hold what, and what cells say that there is no answer. */
export interface RowsOptions {
  /** The column that names the respondent; rows are numbered from 1 unless given. */
  readonly respondent?: string | undefined;
  /** The column that says in which role they answered; nobody's is known unless given. */
  readonly role?: string | undefined;
  /**
   * The columns of items by their ids, such as `{ kind: 'Q1. Were we kind?' }`; that of an item is named by its id unless given.
   */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** What else says that there is no answer, such as `NA` or `99`: besides an empty cell, nothing unless given. */
  readonly missing?: readonly string[] | undefined;
  /**
   * Is told of each row that cannot be read, by its first fault, and the row is left out; unless given, the first such row is refused.
   * What it throws ends the reading.
   */
  readonly onFault?: ((fault: RowFault) => void) | undefined;
}

/** The cells that say that there is no answer. */
export const missingSchema = z.optional(z.array(z.string()));

const optionsSchema = once(() =>
  z.strictObject({
    respondent: z.optional(idSchema),
    role: z.optional(idSchema),
    columns: z.optional(recordOf(idSchema)),
    missing: missingSchema,
    onFault: z.optional(functionOf<(fault: RowFault) => void>()),
  }),
);

/**
 * The answers to a questionnaire in the rows of a table, such as a CSV that was read by its header: a column for each
 * item, under the item's id or the name that `columns` gives it, one row for each respondent. Text becomes numbers
 * where the item has a scale; an empty cell is no answer, never 0. Other columns pass, so that one table may hold
 * several questionnaires. A row that cannot be read is refused, or told to `onFault` and left out.
 *
 * @param rows rows by the names of their columns; cells are text, numbers, or null, undefined or NaN for none
 * @returns what {@link scoreInstrument}, {@link scoreServqual} and {@link classifyKano} take, in the order of the rows
 * @throws InvalidInputError `missing` for an item that has no column in any row, `out-of-range`, `wrong-type` or
 *   `unknown-name` for a cell that is no answer to its item, `ambiguous` for one to an item that was not to be asked;
 *   `missing` for a row that does not say who answered; `unknown-name` for another role, and for a column of `columns` that no
 *   row has or an item that there is not, `ambiguous` for one that two items would be read from
 * @example
 * ```ts
 * import { type Instrument, type RowFault, responsesFromRows } from 'overdeliver/survey';
 *
 * const visit: Instrument = {
 *   id: 'visit',
 *   items: [{ kind: 'scale', id: 'kind', text: 'Staff were kind.', scale: { min: 1, max: 7 } }],
 * };
 * // As Papa.parse(csv, { header: true }).data would have them.
 * const rows = [
 *   { who: 'Ann', kind: '6', city: 'Ulm' },
 *   { who: 'Bo', kind: '', city: 'Bonn' },
 * ];
 * responsesFromRows(visit, rows, { respondent: 'who' });
 * // => [{ respondent: 'Ann', answers: { kind: 6 } }, { respondent: 'Bo', answers: { kind: null } }]
 *
 * const faults: string[] = [];
 * const onFault = ({ row, column, value }: RowFault) => faults.push(`${row} ${column} ${value}`);
 * responsesFromRows(visit, [...rows, { kind: '8' }, { kind: '-' }], { onFault }).length; // => 2
 * faults; // => ['2 kind 8', '3 kind "-"']
 * ```
 */
export function responsesFromRows(
  instrument: Instrument,
  rows: readonly object[],
  options: RowsOptions = {},
): readonly SurveyResponse[] {
  return door('responsesFromRows', () => {
    const questions = read(questionsSchema, instrument, 'instrument');
    const {
      respondent,
      role,
      columns = {},
      missing = [],
      onFault,
    } = read(optionsSchema, options, 'options');
    const { items } = questions.instrument;
    const renamed = new Map(Object.entries(columns));
    const columnOf = (id: string) => renamed.get(id) ?? id;
    checkColumns(renamed, columnOf, items);
    const list = tableOf(rows);
    const words = wordsOf(missing);
    const readRow = (row: object, place: number): SurveyResponse => {
      const cells = cellsOf(row);
      const cell = (name: string) => (Object.hasOwn(cells, name) ? cells[name] : undefined);
      const answers = Object.fromEntries(
        items.map(({ id, kind }) => {
          const column = columnOf(id);
          return [id, answerIn(column, cell(column), kind, words)];
        }),
      );
      for (const { id, value, expected, code } of faultsIn(questions, answers)) {
        refuse(columnOf(id), value, expected, code);
      }
      const told = roleIn(role, role && cell(role), words);
      if (respondent === undefined) return { respondent: `${place + 1}`, ...told, answers };
      const who = cell(respondent);
      const name = typeof who === 'number' ? String(who) : who;
      checkText(respondent, name, whoText);
      return { respondent: name, ...told, answers };
    };
    const lacks = (column: string) =>
      !list.some((row) => reading('', row, () => Object.hasOwn(Object(row), column)));
    if (respondent !== undefined && list.length > 0 && lacks(respondent))
      refuseLacking(respondent, namesIn(list), whoText);
    const responses = list.flatMap((row, place) => {
      try {
        return reading('', row, () => readRow(row, place));
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        if (!onFault) throw refusal.within(`rows[${place}]`);
        onFault(rowFault(refusal, place, refusal.path === '' ? null : refusal.path));
        return [];
      }
    });
    const lacking = list.length > 0 ? items.find(({ id }) => lacks(columnOf(id)))?.id : undefined;
    if (lacking !== undefined) {
      const names = namesIn(list);
      const wanted = `a column for each item of ${questions.instrument.id}, under the item's id or the name that options.columns gives it`;
      const notAsked = '; leave out of it what was not asked';
      if (!renamed.has(lacking)) refuseLacking(lacking, names, wanted, notAsked);
      const expected = knownNames(names, columnOf(lacking));
      const unseen = unseenAround(names, columnOf(lacking));
      refuse(`options.columns.${lacking}`, columnOf(lacking), expected, 'unknown-name', unseen);
    }
    return responses;
  });
}

const whoText = 'a name for who answered';

/** Refuses the column of an item that is not asked, and one that two items have. */
function checkColumns(
  renamed: ReadonlyMap<string, string>,
  columnOf: (id: string) => string,
  items: readonly SurveyItem[],
): void {
  const ids = items.map(({ id }) => id);
  for (const [id, column] of renamed) {
    if (!ids.includes(id)) refuseName(`options.columns.${id}`, column, knownNames(ids, id));
    const other = ids.find((one) => one !== id && columnOf(one) === column);
    if (other === undefined) continue;
    const expected = `a column of its own, since ${other} is read from ${column}`;
    refuse(`options.columns.${id}`, column, expected, 'ambiguous');
  }
}

function roleIn(path: string | undefined, cell: unknown, missing: ReadonlySet<string>) {
  const role = path === undefined ? null : answerIn(path, cell, 'choice', missing);
  if (role === null) return {};
  const found = customerRoles.find((name) => name === role);
  if (found === undefined)
    refuse(path as string, cell, `one of ${customerRoles.join(', ')}`, 'unknown-name');
  return { role: found as CustomerRole };
}

/** Refuses a table without a column; one that may be meant is named. */
export function refuseLacking(
  name: string,
  names: readonly string[],
  wanted: string,
  hint = '',
): never {
  const unseen = unseenAround(names, name);
  if (unseen) return refuse(`rows[0].${name}`, undefined, wanted, 'missing', unseen);
  const meant = names.find((known) => nearMiss(known, [name], []) !== undefined);
  const expected = meant === undefined ? `${wanted}${hint}` : `${wanted}; is it ${meant}?`;
  return refuse(`rows[0].${name}`, undefined, expected, 'missing');
}
