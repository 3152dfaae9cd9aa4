#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): a promise of 1.5 hours, kept in a column, as an INTERVAL.
#
# Guess before running: INTERVAL (promise) HOUR is an hour and a half, or refused, as to_hours(1.5) is.
# Seen: one hour. What is beyond the whole number is left out in hours, days and minutes, so that 45 minutes as .75 hours are none;
# seconds keep it. promise * INTERVAL 1 HOUR and INTERVAL '1.5 hours' are right. DuckDB's page on intervals warns of it.
# Whoever computes due dates so has them up to a unit too early, and counts what was kept as late.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @duckdb/node-api@1.5.6-r.1
cat > ask.mjs <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create()).connect();
const read = async (text) => (await connection.runAndReadAll(text)).getRowsJson();
const promises = '(VALUES (1.5::DOUBLE), (0.75), (2)) AS orders(promise)';
const due = "TIMESTAMP '2026-06-05 10:00' +";
const rows = await read(`SELECT promise, strftime(${due} INTERVAL (promise) HOUR, '%H:%M'),
  strftime(${due} promise * INTERVAL 1 HOUR, '%H:%M') FROM ${promises}`);
const [[inText]] = await read("SELECT (INTERVAL '1.5 hours')::VARCHAR");
const refused = await read('SELECT to_hours(1.5)').then(() => 'taken', () => 'refused');
const times = rows.map(([promise, cut, whole]) => `${promise} h ${cut} (multiplied: ${whole})`);
console.log([...times, `as text ${inText}`, `to_hours ${refused}`].join('; '));
JS
expected='1.5 h 11:00 (multiplied: 11:30); 0.75 h 10:00 (multiplied: 10:45); 2 h 12:00 (multiplied: 12:00); as text 01:30:00; to_hours refused'
seen=$(TZ=UTC node ask.mjs)
echo "DuckDB 1.5.6, from 10:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
