import { clock } from './clock.ts';
import { table } from './table.ts';

/** Prints rows of plain data as a table: columns by their paths, such as `n gap.mean`, dates by the clocks of a zone. */
export function show(rows: readonly object[], paths: string, zone = 'UTC'): void {
  const columns = paths.split(' ');
  const cells = (row: object) => columns.map((path) => cellOf(at(row, path), zone));
  console.log(`\n${table([columns, ...rows.map(cells)])}`);
}

const at = (row: object, path: string): unknown =>
  path.split('.').reduce<unknown>((part, name) => Object(part)[name], row);

function cellOf(value: unknown, zone: string): string {
  if (value instanceof Date) return clock(value, zone);
  if (typeof value !== 'number') return `${value ?? ''}`;
  if (Number.isInteger(value)) return `${value}`;
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
