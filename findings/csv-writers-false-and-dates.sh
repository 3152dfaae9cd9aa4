#!/usr/bin/env bash
# csv-stringify 6.9.0 and fast-csv 5.0.8: orders written to a CSV file, on a server in New York.
#
# Guess before running: `false` is written as false, and a Date as ISO 8601, as papaparse 5.7.1 does.
# Seen: csv-stringify writes `false` as nothing, as it writes null, true as 1, and a Date as milliseconds. fast-csv writes a Date as
# the server's clock shows it, in English, without its milliseconds.
# Whoever reads `late` back cannot tell orders in time from those nobody knows of: of those with a value, all are late.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact csv-stringify@6.9.0 fast-csv@5.0.8 papaparse@5.7.1
cat > ask.mjs <<'JS'
import { stringify } from 'csv-stringify/sync';
import { writeToString } from 'fast-csv';
import Papa from 'papaparse';
const at = new Date('2026-06-05T10:00:00.500Z');
const rows = [true, false, null].map((late) => ({ late, at }));
const lines = (text) => text.trim().split(/\r?\n/).slice(-3);
const written = {
  'csv-stringify': stringify(rows),
  'fast-csv': await writeToString(rows),
  papaparse: Papa.unparse(rows, { header: false }),
};
for (const [name, text] of Object.entries(written)) console.log(`${name}: ${lines(text).join('; ')}`);
JS
expected='csv-stringify: 1,1780653600500; ,1780653600500; ,1780653600500
fast-csv: true,Fri Jun 05 2026 06:00:00 GMT-0400 (Eastern Daylight Time); false,Fri Jun 05 2026 06:00:00 GMT-0400 (Eastern Daylight Time); ,Fri Jun 05 2026 06:00:00 GMT-0400 (Eastern Daylight Time)
papaparse: true,2026-06-05T10:00:00.500Z; false,2026-06-05T10:00:00.500Z; ,2026-06-05T10:00:00.500Z'
seen=$(TZ=America/New_York node ask.mjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
