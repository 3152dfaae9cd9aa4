import * as z from 'zod/mini';
import { unseenAround } from '../input/known-names';
import { namesIn } from '../input/list-of';
import { refuse } from '../input/refusal';
import { type OrderColumns, type OrderField, orderFields, type TableRow } from './order-fields';

/** The name of a column. */
export const nameSchema = z
  .string('the name of a column')
  .check(z.minLength(1, 'the name of a column'));

/** Which column holds what. */
export const columnsShape = Object.fromEntries(
  orderFields.map((field) => [field, z.optional(nameSchema)]),
) as Record<OrderField, z.ZodMiniOptional<typeof nameSchema>>;

/** Refuses a column that no row has: its name was misspelt, or the table is another one. */
export function checkColumns(
  rows: readonly TableRow[],
  columns: OrderColumns,
  features: readonly string[],
  root = '',
): void {
  if (!rows.some((row) => typeof row === 'object' && row !== null)) return;
  const named: [string, string][] = [
    ...Object.entries(columns).flatMap(([field, name]): [string, string][] =>
      name === undefined ? [] : [[`columns.${field}`, name]],
    ),
    ...features.map((name, i): [string, string] => [`features[${i}]`, name]),
  ];
  for (const [path, name] of named) {
    if (rows.some((row) => Object.hasOwn(Object(row), name))) continue;
    const names = namesIn(rows);
    const expected = `one of the columns ${names.join(', ')}`;
    refuse(`${root}${path}`, name, expected, 'unknown-name', unseenAround(names, name));
  }
}

/** Dates that are the same of no order, in the order in which the second is refused. */
const apart: readonly OrderField[] = ['started', 'finished', 'cancelled', 'lost', 'due'];

/** Refuses one column for two dates of which one is an end: every order would take no time, or come in the nick of it. */
export function checkEndsApart(columns: OrderColumns): void {
  for (const [i, field] of apart.entries()) {
    const name = columns[field];
    const other = apart.slice(0, i).find((one) => name !== undefined && columns[one] === name);
    // A promise may be for the very day.
    if (other === undefined || (field === 'due' && other === 'started')) continue;
    refuse(`options.columns.${field}`, name, `another column than that of ${other}`, 'ambiguous');
  }
}
