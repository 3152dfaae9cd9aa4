/**
 * Scored where the rows lie: models and promises as SELECTs for DuckDB, PostgreSQL, SQLite and ClickHouse, with the numbers that
 * the functions of the other modules give. No engine is among the dependencies.
 *
 * @module
 */
export { type ExpectationRows, expectationSql } from './expectation-sql';
export type { SqlColumn, SqlDialect, SqlQuery, SqlRows, SqlSource } from './query';
export type { SignalNames } from './signal-names';
