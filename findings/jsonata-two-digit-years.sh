#!/usr/bin/env bash
# jsonata 2.2.2: $toMillis and $fromMillis with a picture, of dates as an export writes them.
#
# Guess before running: 05.06.26 by [D01].[M01].[Y01] is 5 June 2026, and what $fromMillis writes, $toMillis reads as the same moment.
# Seen: it is 1926, and so is each year of two digits from 00 to 99. By [f] 50 thousandths of a second are written .50, and read as half a second.
# Whoever maps orders with it has a hundred years of lead time, from a date that its own [Y01] writes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact jsonata@2.2.2
cat > ask.mjs <<'JS'
import jsonata from 'jsonata';
const ask = (text) => jsonata(text).evaluate({});
const date = (text) => ask(`$fromMillis($toMillis("${text}", "[D01].[M01].[Y01]"))`);
const picture = '[Y]-[M01]-[D01] [H01]:[m01]:[s01].[f]';
const written = await ask(`$fromMillis(1780653600050, "${picture}")`);
const read = await ask(`$fromMillis($toMillis("${written}", "${picture}"))`);
const seen = [await ask('$fromMillis(1780653600050, "[D01].[M01].[Y01]")'), await date('05.06.26'), await date('01.01.00')];
console.log([...seen, written, read].join('; '));
JS
expected='05.06.26; 1926-06-05T00:00:00.000Z; 1900-01-01T00:00:00.000Z; 2026-06-05 10:00:00.50; 2026-06-05T10:00:00.500Z'
seen=$(node ask.mjs)
echo "jsonata 2.2.2, of 2026-06-05T10:00:00.050Z: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
