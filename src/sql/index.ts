/**
 * Scored where the rows lie: models and promises as SELECTs for DuckDB, PostgreSQL, SQLite and ClickHouse, with the numbers that
 * the functions of the other modules give. No engine is among the dependencies.
 *
 * @module
 */
export { type BacktestRows, backtestSql } from './backtest-sql';
export { type EstimateRows, estimatesSql } from './estimates-sql';
export { type ExpectationRows, expectationSql } from './expectation-sql';
export type { SqlGroups } from './input-groups';
export type { IntentionNames } from './intentions-plan';
export { type IntentionRows, intentionsSql } from './intentions-sql';
export { type KeptRateRows, keptRatesSql } from './kept-rates-sql';
export { type LifetimeRows, lifetimeSql } from './lifetime-sql';
export { type PromiseRows, promisesSql } from './promises-sql';
export type { SqlColumn, SqlDialect, SqlQuery, SqlRows, SqlSource } from './query';
export type { DimensionNames, SatisfactionNames } from './satisfaction-names';
export { type SatisfactionRows, satisfactionSql } from './satisfaction-sql';
export type { SignalNames } from './signal-names';
