import { parseArgs } from 'node:util';
import { clickHouse } from './scale/clickhouse';
import { duckDb } from './scale/duckdb';
import { ordersOf } from './scale/orders';
import { postgres } from './scale/postgres';

/**
 * Models and promises on many rows, where they lie: the time of engines beside that of columns in TypeScript, and what the nodes
 * of a cluster did. A run in which an answer differs or a ratio is beyond its bound exits with 1.
 * `npm run bench:scale -- --rows 1000000 --turns 1 --only duckdb`
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    turns: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const rows = countOf('rows', values.rows);
const turns = countOf('turns', values.turns);
const parts = { duckdb: duckDb, clickhouse: clickHouse, postgres };
const only = values.only?.split(',') ?? Object.keys(parts);
for (const name of only) {
  if (Object.hasOwn(parts, name)) continue;
  throw new RangeError(`--only ${name}: give one or more of ${Object.keys(parts).join(',')}`);
}
const orders = ordersOf(rows);
console.log(`${rows.toLocaleString('en')} orders in 1,000 groups, medians of ${turns} turns`);
for (const [name, part] of Object.entries(parts)) {
  if (!only.includes(name)) continue;
  console.log(`\n${name}`);
  await part(orders, turns, (line) => console.log(`  ${line}`));
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new RangeError(`--${name} ${text}: give a whole number, 1 or more`);
}
