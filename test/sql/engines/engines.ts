import { inject } from 'vitest';
import { clickHouseEngine } from './clickhouse';
import { startDuckDb } from './duckdb';
import type { Engine } from './engine';
import { postgresEngine } from './postgres';
import { startSqlite } from './sqlite';

/** Every engine that a dialect is offered for. */
export const engines: readonly Engine[] = [
  await startDuckDb(),
  startSqlite(),
  postgresEngine(inject('postgres')),
  clickHouseEngine(inject('clickhouse')),
];
