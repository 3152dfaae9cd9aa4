import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/data/', import.meta.url);

/** A table of public data as records; null, said on standard error, where the file is not there. */
export function readTable(name: string): readonly Readonly<Record<string, string>>[] | null {
  const file = new URL(name, folder);
  if (!existsSync(file)) {
    process.stderr.write(`skipped: ${name} is not in ../shared/data\n`);
    return null;
  }
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, cells[i] ?? '']));
  });
}
