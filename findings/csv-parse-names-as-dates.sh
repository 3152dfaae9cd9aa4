#!/usr/bin/env bash
# csv-parse 7.0.3: cast_date, in a column of names that end in a number.
#
# Guess before running: "zone 4" is no date, and stays text.
# Seen: it becomes 1 April 2001, "route 66" 1 January 1966, "zone 13" stays text. A column of zones is then dates for some and
# text for others, and zones grouped by it fall apart.
# Whoever lets the reader find the dates of an export of deliveries meets it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact csv-parse@7.0.3
cat > ask.mjs <<'JS'
import { parse } from 'csv-parse/sync';
const rows = parse('zone 4\nzone 13\nroute 66\n', { cast: true, cast_date: true });
console.log(rows.map(([cell]) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)).join(', '));
JS
expected='2001-04-01, zone 13, 1966-01-01'
seen=$(TZ=UTC node ask.mjs)
echo "csv-parse 7.0.3 on node $(node --version): $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
