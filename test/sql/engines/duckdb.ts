import { DuckDBInstance } from '@duckdb/node-api';
import { type Engine, isText } from './engine';

/** DuckDB in this process, in memory. */
export async function startDuckDb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    async load(table, columns) {
      const types = Object.entries(columns).map(
        ([name, column]) => `"${name}" ${isText(column) ? 'VARCHAR' : 'DOUBLE'}`,
      );
      await connection.run(`CREATE OR REPLACE TABLE ${table} (${types.join(', ')})`);
      const appender = await connection.createAppender(table);
      const all = Object.values(columns);
      for (let i = 0; i < (all[0]?.length ?? 0); i++) {
        for (const column of all) {
          const value = column[i];
          if (value === null || value === undefined) appender.appendNull();
          else if (typeof value === 'string') appender.appendVarchar(value);
          else appender.appendDouble(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    async ask(text) {
      const reader = await connection.runAndReadAll(text);
      const columns = reader.getColumnsJS();
      return Object.fromEntries(
        reader.columnNames().map((name, i) => [name, (columns[i] ?? []).map(plain)]),
      );
    },
    async run(text) {
      await connection.run(text);
    },
  };
}

function plain(value: unknown): number | string | null {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return Number(value);
  throw new TypeError(`a value of another kind: ${String(value)}`);
}
