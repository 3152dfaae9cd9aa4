import { parseArgs } from 'node:util';
import { clickHouse } from './scale/clickhouse';
import { duckDb } from './scale/duckdb';
import { ordersOf } from './scale/orders';
import { postgres } from './scale/postgres';

/**
 * Models and promises on many rows, where they lie: the time of engines beside that of columns in TypeScript, and what the nodes
 * of a cluster did. `npm run bench:scale -- --rows 1000000 --turns 1 --only duckdb`
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    turns: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const rows = Number(values.rows);
const turns = Number(values.turns);
const parts = { duckdb: duckDb, clickhouse: clickHouse, postgres };
const orders = ordersOf(rows);
console.log(`${rows.toLocaleString('en')} orders in 1,000 groups, medians of ${turns} turns`);
for (const [name, part] of Object.entries(parts)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  console.log(`\n${name}`);
  await part(orders, turns, (line) => console.log(`  ${line}`));
}
