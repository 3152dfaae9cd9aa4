#!/usr/bin/env bash
# Node 20.20.2, 26.10.0 and Bun 1.4.5, beside DuckDB 1.5.6: the offset of a zone in December 2026.
#
# Guess before running: all agree, since each brings the tz database along.
# Seen: Vancouver and Edmonton do not set their clocks back in November 2026, and Casablanca has gone by UTC since September. Node 20.20.2
# (tz database 2025c) and Bun do not know it, and are an hour off from then on; Node 26.10.0 (2026c) and the database know.
# Whoever promises "by 17:00" from such a server is an hour late in Canada and an hour early in Morocco, and server and database differ
# about when an order was due.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > ask.mjs <<'JS'
const december = new Date('2026-12-15T12:00:00Z');
const clock = (timeZone) => new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(december);
console.log(['America/Vancouver', 'America/Edmonton', 'Africa/Casablanca'].map(clock).join(' '));
JS
seen=''
for runtime in node@20.20.2 node@26.10.0 bun@1.4.5; do
  mkdir "$runtime"
  # npm asks leave to run the package's install script, which puts the binary in place.
  echo '{ "private": true, "allowScripts": { "node": true, "bun": true } }' > "$runtime/package.json"
  (cd "$runtime" && npm install --silent --no-audit --no-fund --save-exact "$runtime")
  seen="$seen$runtime $("$runtime/node_modules/.bin/${runtime%@*}" ask.mjs); "
done
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @duckdb/node-api@1.5.6-r.1
cat > query.mjs <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create()).connect();
const zones = "['America/Vancouver', 'America/Edmonton', 'Africa/Casablanca']";
const sql = `SELECT strftime(TIMESTAMPTZ '2026-12-15 12:00:00+00' AT TIME ZONE zone, '%H:%M') FROM (SELECT unnest(${zones}) AS zone)`;
console.log((await connection.runAndReadAll(sql)).getRows().flat().join(' '));
JS
seen="${seen}duckdb $(node query.mjs)"
expected='node@20.20.2 04:00 05:00 13:00; node@26.10.0 05:00 06:00 12:00; bun@1.4.5 04:00 05:00 13:00; duckdb 05:00 06:00 12:00'
echo "15 December 2026, 12:00 UTC, in Vancouver, Edmonton and Casablanca: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
