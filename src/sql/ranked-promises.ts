import { conformalRank, justUnder } from './conformal-rank';
import type { Dialect } from './dialects';
import { firstFault, groupBy } from './input-groups';
import { v } from './nested';

const value = v('value');
const n = v('n');
const quantile = v('quantile');
const rank = v('rank');

/** Gives `quantile`, the value of the conformal rank, and `n` and `rank`, of groups of finished rows. */
export function rankedText(
  rows: string,
  keys: readonly string[],
  keepRate: number,
  dialect: Dialect,
  source: string,
): string {
  const rankOf = (count: string) => conformalRank(count, keepRate, dialect);
  const selected = (made: string, count: string) =>
    [
      ...keys,
      `${made} AS ${quantile}`,
      `${count} AS ${n}`,
      `${rankOf(count)} AS ${rank}`,
      firstFault(dialect),
    ].join(',\n  ');
  if (dialect.name === 'postgres') {
    // An array that nodes of a cluster can make of their own groups.
    const made = `(array_agg(${value} ORDER BY ${value}))[${rankOf(`count(${value})`)}]`;
    return `SELECT ${selected(made, `count(${value})`)}\nFROM (${rows}) AS od_rows${groupBy(keys)}`;
  }
  if (dialect.name === 'sqlite') {
    const over = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
    const ranked = `SELECT *,
  row_number() OVER (${over} ORDER BY ${value} IS NULL, ${value}) AS od_place,
  count(${value}) OVER (${over}) AS od_count
FROM (${rows})`;
    const made = `max(CASE WHEN od_place = ${rankOf('od_count')} THEN ${value} END)`;
    return `SELECT ${selected(made, `count(${value})`)}\nFROM (${ranked})${groupBy(keys)}`;
  }
  // The rank of n + 1 is a quantile of the values and one without end, which takes no sorting.
  const share = dialect.number(justUnder(keepRate));
  const [made, endless] =
    dialect.name === 'duckdb'
      ? [`quantile_disc(${value}, ${share})`, `CAST('Infinity' AS DOUBLE)`]
      : [`quantileExact(${share})(${value})`, 'inf'];
  const from =
    keys.length === 0
      ? ''
      : `\nFROM (SELECT DISTINCT ${keys.join(', ')} FROM ${source}) AS od_groups`;
  const next = [...keys, `${endless} AS ${value}`, `0 AS ${v('fault')}`].join(', ');
  // Unions go by place: rows have keys, the value and the fault, in this order.
  return `SELECT ${selected(made, `(count(${value}) - 1)`)}\nFROM (${rows}\nUNION ALL\nSELECT ${next}${from}) AS od_rows${groupBy(keys)}`;
}
