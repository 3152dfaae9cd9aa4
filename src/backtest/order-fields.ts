/** What a column of a table may hold of an order. */
export const orderFields = [
  'id',
  'started',
  'finished',
  'cancelled',
  'lost',
  'group',
  'estimate',
  'promise',
  'due',
  'from',
] as const;

/** What a column of a table of orders may hold. */
export type OrderField = (typeof orderFields)[number];

/** Which column of a table holds what, by the names of its columns. */
export type OrderColumns = { readonly [Field in OrderField]?: string | undefined };

export const dateFields = ['started', 'finished', 'cancelled', 'lost', 'due', 'from'] as const;
/** Of these a day that is alone among times lasts until its end. */
export const endFields = ['finished', 'cancelled', 'lost', 'due'] as const;
export const numberFields = ['estimate', 'promise'] as const;

/** A row of a table, such as Papa Parse makes with a header. */
export type TableRow = Readonly<Record<string, unknown>>;

/** What stands in a column of a row; null where it has none. */
export const cellIn = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, name)
    ? (row as TableRow)[name]
    : null;

/** A cell as text without spaces around; empty for none, null for what is no text and no number, such as a date. */
export function cellText(cell: unknown): string | null {
  if (typeof cell === 'string') return cell.trim();
  if (cell === null || cell === undefined || Number.isNaN(cell)) return '';
  return ['number', 'bigint', 'boolean'].includes(typeof cell) ? String(cell) : null;
}
