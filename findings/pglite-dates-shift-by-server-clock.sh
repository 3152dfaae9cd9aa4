#!/usr/bin/env bash
# @electric-sql/pglite 0.5.17 (PostgreSQL in the process): a Date written into a column TIMESTAMP, and read again.
#
# Guess before running: it comes back as it went in, wherever the server is.
# Seen: it is written by the clock of UTC and read by the server's. On a server in Berlin 22:30 of 5 June is two hours earlier once
# read, in New York four hours later; written back, it moves on. TIMESTAMPTZ keeps it. A DATE is midnight of UTC, in New York the
# evening before.
# Whoever tests against it on a server in UTC sees nothing; elsewhere what was delivered in time comes out late, or the other way.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @electric-sql/pglite@0.5.17
cat > ask.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
const database = new PGlite();
await database.exec('CREATE TABLE orders (plain TIMESTAMP, zoned TIMESTAMPTZ, day DATE)');
const write = (date) => database.query('INSERT INTO orders VALUES ($1, $2, $3)', [date, date, '2026-06-05']);
const last = async () => (await database.query('SELECT * FROM orders ORDER BY ctid DESC LIMIT 1')).rows[0];
await write(new Date('2026-06-05T22:30:00Z'));
const once = await last();
await write(once.plain);
const twice = await last();
const short = (date) => date.toISOString().slice(8, 16);
const dates = [once.plain, twice.plain, once.zoned].map(short);
console.log(`${process.env.TZ}: ${dates.join(', ')}, day ${once.day.getDate()}`);
JS
expected='UTC: 05T22:30, 05T22:30, 05T22:30, day 5
Europe/Berlin: 05T20:30, 05T18:30, 05T22:30, day 5
America/New_York: 06T02:30, 06T06:30, 05T22:30, day 4'
seen=$(for zone in UTC Europe/Berlin America/New_York; do TZ=$zone node ask.mjs; done)
echo "@electric-sql/pglite 0.5.17: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
