import { tz } from '@date-fns/tz';
import { format } from 'date-fns';

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

/** Lines of aligned columns: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, c) =>
    Math.max(...rows.map((row) => (row[c] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A share as whole percent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}

/** A date as the clocks of a zone show it. */
export function clock(date: Date | null, zone: string): string {
  return date === null ? '' : format(date, 'EEE d MMM HH:mm', { in: tz(zone) });
}
