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
] as const;

/** What a column of a table of orders may hold. */
export type OrderField = (typeof orderFields)[number];

/** Which column of a table holds what, by the names of its columns. */
export type OrderColumns = { readonly [Field in OrderField]?: string | undefined };

export const dateFields = ['started', 'finished', 'cancelled', 'lost', 'due'] as const;
export const numberFields = ['estimate', 'promise'] as const;

/** A row of a table, such as Papa Parse makes with a header. */
export type TableRow = Readonly<Record<string, unknown>>;

/** A cell as text without spaces around; empty for none. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim();
  return cell === null || cell === undefined || Number.isNaN(cell) ? '' : String(cell);
}
