import * as z from 'zod/mini';
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

/** The names of the columns of a table, in words. */
export const namesOf = (rows: readonly TableRow[]): string =>
  Object.keys(rows.find((row) => typeof row === 'object' && row !== null) ?? {}).join(', ');

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
    refuse(`${root}${path}`, name, `one of the columns ${namesOf(rows)}`, 'unknown-name');
  }
}
