#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): read_csv, where a date could be read day first or month first.
#
# Guess before running: 05/06/2026 is read month first, in every file alike.
# Seen: day first, unless another row of the same file has a day above 12 in second place. One more row turns 5 June into
# 6 May, without a word: yesterday's export and today's read the same order on two dates.
# Whoever reads daily exports that write dates with slashes meets it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @duckdb/node-api@1.5.6-r.1
cat > ask.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
const db = await (await DuckDBInstance.create()).connect();
const first = async (...dates) => {
  writeFileSync('orders.csv', ['ordered,minutes', ...dates.map((date) => `${date},41`)].join('\n'));
  const read = await db.runAndReadAll("SELECT ordered::VARCHAR FROM read_csv('orders.csv')");
  return read.getRows()[0][0];
};
console.log(`${await first('05/06/2026', '05/07/2026')}, with one row more ${await first('05/06/2026', '05/07/2026', '05/13/2026')}`);
JS
expected='2026-06-05, with one row more 2026-05-06'
seen=$(node ask.mjs)
echo "DuckDB 1.5.6: 05/06/2026 is $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
