import type { Dialect } from './dialects';

/** A share, less what a few roundings come to, so that a product that should be whole is not a touch more. */
export const justUnder = (share: number): number => share * (1 - 64 * Number.EPSILON);

/** The whole number that an expression is. */
const whole = (x: string, { name }: Dialect): string =>
  `CAST(${x} AS ${{ duckdb: 'BIGINT', postgres: 'integer', sqlite: 'INTEGER', clickhouse: 'Int64' }[name]})`;

/** The rank that the next of n + 1 keeps with at least the share; more than n where none is. */
export const conformalRank = (n: string, share: number, dialect: Dialect): string =>
  whole(`ceil((${n} + ${dialect.number(1)}) * ${dialect.number(justUnder(share))})`, dialect);
