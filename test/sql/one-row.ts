import { startSqlite } from './engines/sqlite';

/** A row of a table, by the names of its columns. */
export type Row = Readonly<Record<string, number | string | null>>;

/** Where `answered` puts the row. */
export const inSqlite = { dialect: 'sqlite', from: 't' } as const;

const sqlite = startSqlite();

/** What a query answers of one row. */
export async function answered(text: string, row: Row): Promise<Row> {
  const columns = Object.entries(row).map(([name, value]) => [name, [value]]);
  await sqlite.load('t', Object.fromEntries(columns));
  const answer = Object.entries(await sqlite.ask(text));
  return Object.fromEntries(answer.map(([name, [value = null]]) => [name, value]));
}
