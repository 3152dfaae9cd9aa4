#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): the slowest three of 300 orders, from queries of queries, as views of views are.
#
# Guess before running: to sort and limit takes no longer than to sort, since all the rest is the same.
# Seen: a layer more, of which each column is used twice, takes twice the time: at 12 layers the two together take some 50 times as long as
# either alone. With a LIMIT after ORDER BY the plan reads the query twice, once for the places and once for the rows (late
# materialization), and expressions of layers are put into one another. An OFFSET 0 between two layers keeps them apart;
# SET disabled_optimizers = 'late_materialization' helps as well.
# Whoever asks for the ten slowest orders of a nested query waits for seconds, and has the whole table in no time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @duckdb/node-api@1.5.6-r.1
cat > ask.mjs <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create()).connect();
await connection.run('SET threads = 1');
await connection.run('CREATE TABLE orders AS SELECT i AS id, i * 1.0 AS a, i * 2.0 AS b FROM range(300) rows(i)');
const nested = (layers, apart = -1) => {
  let text = 'SELECT id, a, b FROM orders';
  for (let i = 0; i < layers; i++) {
    text = `SELECT id, a + b AS a, a - b AS b FROM (${text}${i === apart ? ' OFFSET 0' : ''}) AS l${i}`;
  }
  return text;
};
const least = async (text) => {
  let time = Infinity;
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    await connection.runAndReadAll(text);
    time = Math.min(time, performance.now() - start);
  }
  return time;
};
const sorted = await least(`${nested(12)} ORDER BY a`);
const limited = await least(`${nested(12)} LIMIT 3`);
const both = await least(`${nested(12)} ORDER BY a LIMIT 3`);
const apart = await least(`${nested(12, 6)} ORDER BY a LIMIT 3`);
await connection.run("SET disabled_optimizers = 'late_materialization'");
const without = await least(`${nested(12)} ORDER BY a LIMIT 3`);
const told = (time) => (time > 10 * sorted ? 'over ten times as long' : 'about as long');
console.log(`limited ${told(limited)}, both ${told(both)}, kept apart ${told(apart)}, without the optimizer ${told(without)}`);
console.error([sorted, limited, both, apart, without].map((x) => x.toFixed(1)).join(' '));
JS
expected='limited about as long, both over ten times as long, kept apart about as long, without the optimizer about as long'
seen=$(node ask.mjs)
echo "DuckDB 1.5.6, 12 layers, beside the sort alone: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
