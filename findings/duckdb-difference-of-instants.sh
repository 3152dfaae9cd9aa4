#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): the difference of two instants over a change of the clocks.
#
# Guess before running: noon of 28 March 2026 to noon of the 29th in Berlin are 23 hours (as in PostgreSQL 15), so that the epoch
# of the difference is 82,800 seconds.
# Seen: with the session's zone Europe/Berlin it is "1 day", and its epoch 86,400; with UTC it is 23:00:00. date_diff('hour', ...)
# has 23 in both, and so has the difference of the epochs.
# Whoever computes durations as delivered - ordered gets others by the zone of the session, and a day of 25 hours for 24.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @duckdb/node-api@1.5.6-r.1
cat > ask.mjs <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';
const duckdb = await (await DuckDBInstance.create()).connect();
const ask = async (zone, from, to) => {
  await duckdb.run(`SET TimeZone = '${zone}'`);
  const read = await duckdb.runAndReadAll(`SELECT (b - a)::VARCHAR, epoch(b - a), epoch(b) - epoch(a), date_diff('hour', a, b)
    FROM (SELECT TIMESTAMPTZ '${from}' AS a, TIMESTAMPTZ '${to}' AS b)`);
  return `${zone} ${read.getRows()[0].join(', ')}`;
};
const spring = ['2026-03-28 12:00:00+01', '2026-03-29 12:00:00+02'];
const autumn = ['2026-10-24 12:00:00+02', '2026-10-25 12:00:00+01'];
const answers = [];
for (const dates of [spring, autumn]) for (const zone of ['Europe/Berlin', 'UTC']) answers.push(await ask(zone, ...dates));
console.log(answers.join('; '));
JS
expected='Europe/Berlin 1 day, 86400, 82800, 23; UTC 23:00:00, 82800, 82800, 23; Europe/Berlin 1 day, 86400, 90000, 25; UTC 1 day 01:00:00, 90000, 90000, 25'
seen=$(node ask.mjs)
echo "DuckDB 1.5.6: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
