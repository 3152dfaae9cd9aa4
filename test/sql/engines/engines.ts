import { inject } from 'vitest';
import { clickHouseEngine } from './clickhouse';
import { startDuckDb } from './duckdb';
import type { Engine } from './engine';
import { postgresEngine } from './postgres';
import { startSqlite } from './sqlite';

/** Workers share the servers, so that each has tables of its own. */
const own = `worker_${process.env.VITEST_POOL_ID ?? '0'}`;
await postgresEngine(inject('postgres')).run(`CREATE SCHEMA IF NOT EXISTS ${own}`);
await clickHouseEngine(inject('clickhouse')).run(`CREATE DATABASE IF NOT EXISTS ${own}`);

/** Every engine that a dialect is offered for. */
export const engines: readonly Engine[] = [
  await startDuckDb(),
  startSqlite(),
  postgresEngine(inject('postgres'), own),
  clickHouseEngine(inject('clickhouse'), own),
];
