import { tz } from '@date-fns/tz';
import { format } from 'date-fns';

/** Prints rows of plain data as a table: columns by their paths, such as `n gap.mean`, dates by the clocks of a zone. */
export function show(title: string, rows: readonly object[], paths: string, zone = 'UTC'): void {
  const columns = paths.split(' ').map((path) => [path, ...columnOf(rows, path, zone)]);
  const lines = ['', ...rows].map((_, i) => columns.map((column) => column[i] ?? ''));
  console.log(`\n${title}\n${table(lines)}`);
}

function columnOf(rows: readonly object[], path: string, zone: string): readonly string[] {
  const values = rows.map((row) =>
    path.split('.').reduce<unknown>((part, name) => Object(part)[name], row),
  );
  if (values.every((value) => value === undefined)) throw new Error(`no row has ${path}`);
  const numbers = values.filter((value) => typeof value === 'number');
  const digits = numbers.every(Number.isInteger)
    ? 0
    : digitsFor(Math.max(...numbers.map(Math.abs)));
  return values.map((value) => {
    if (value instanceof Date) return clock(value, zone);
    return typeof value === 'number' ? value.toFixed(digits) : `${value ?? ''}`;
  });
}

/** Shares are told to the thousandth, as others are to three digits or so. */
const digitsFor = (most: number) => (most <= 1 ? 3 : most < 10 ? 2 : 1);

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
