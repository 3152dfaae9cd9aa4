#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1) reads instants that hyparquet-writer 0.17.0 and @dsnp/parquetjs 1.8.8 wrote.
#
# Guess before running: a Date in JavaScript is an instant, and in the file as well: its column is TIMESTAMPTZ.
# Seen: TIMESTAMP, the clock of UTC without a zone. In a session of Berlin an instant made from it, or compared with one, lies two
# hours before. A file that DuckDB itself writes from TIMESTAMPTZ says that it means UTC, and keeps its type.
# Whoever holds deliveries from such a file against due dates of the database counts what came up to two hours late as kept.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact \
  @duckdb/node-api@1.5.6-r.1 hyparquet-writer@0.17.0 @dsnp/parquetjs@1.8.8
cat > ask.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import parquetjs from '@dsnp/parquetjs';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';
const came = new Date('2026-06-05T17:00:00Z');
writeFileSync('hyparquet.parquet', Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'came', data: [came] }] })));
const schema = new parquetjs.ParquetSchema({ came: { type: 'TIMESTAMP_MILLIS' } });
const writer = await parquetjs.ParquetWriter.openFile(schema, 'parquetjs.parquet');
await writer.appendRow({ came });
await writer.close();
const duckdb = await (await DuckDBInstance.create()).connect();
await duckdb.run("SET TimeZone = 'Europe/Berlin'");
await duckdb.run("COPY (SELECT TIMESTAMPTZ '2026-06-05 17:00:00Z' AS came) TO 'duckdb.parquet'");
const ask = async (name) => {
  const [[type, inTime, hours]] = (
    await duckdb.runAndReadAll(`
      SELECT typeof(came), came <= TIMESTAMPTZ '2026-06-05 16:00:00Z',
        (epoch_ms(came::TIMESTAMPTZ) - epoch_ms(TIMESTAMPTZ '2026-06-05 16:00:00Z')) / 3600000
      FROM '${name}.parquet'`)
  ).getRows();
  return `${name} ${type}, ${inTime ? 'in time' : 'late'}, ${hours} h`;
};
console.log([await ask('hyparquet'), await ask('parquetjs'), await ask('duckdb')].join('; '));
JS
expected='hyparquet TIMESTAMP, in time, -1 h; parquetjs TIMESTAMP, in time, -1 h; duckdb TIMESTAMP WITH TIME ZONE, late, 1 h'
seen=$(node ask.mjs)
echo "DuckDB 1.5.6, due at 16:00, came at 17:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
