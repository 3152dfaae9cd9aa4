import Database from 'better-sqlite3';
import { type Answer, type Engine, isText } from './engine';

/** SQLite in this process, in memory. */
export function startSqlite(): Engine {
  const database = new Database(':memory:');
  return {
    dialect: 'sqlite',
    async load(table, columns) {
      const names = Object.keys(columns);
      const types = Object.entries(columns).map(
        ([name, column]) => `"${name}" ${isText(column) ? 'TEXT' : 'REAL'}`,
      );
      database.exec(`DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} (${types.join(', ')})`);
      const insert = database.prepare(
        `INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`,
      );
      const all = Object.values(columns);
      const rows = all[0]?.length ?? 0;
      database.transaction(() => {
        for (let i = 0; i < rows; i++) insert.run(all.map((column) => column[i] ?? null));
      })();
    },
    async ask(text) {
      const statement = database.prepare(text).raw();
      const rows = statement.all() as (number | string | null)[][];
      const columns = statement
        .columns()
        .map(({ name }, i): [string, Answer[string]] => [name, rows.map((row) => row[i] ?? null)]);
      return Object.fromEntries(columns);
    },
    async run(text) {
      database.exec(text);
    },
  };
}
