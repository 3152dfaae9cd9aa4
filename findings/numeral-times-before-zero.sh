#!/usr/bin/env bash
# numeral 2.0.6: an hour and a half early, as a time (`00:00:00`), written and read.
#
# Guess before running: -1:30:00, which reads as -5400 seconds again.
# Seen: it writes -2:30:00, and reads -1:30:00 as -1800; a minute early is -1:59:00, and -0:01:00 a minute late. Hours are rounded down and
# the rest counted from there; in reading, the sign belongs to the hours alone. 59.7 seconds are 0:00:60.
# Whoever shows how early orders were shows them up to two hours earlier, and whoever reads it back reads those of the first
# hour as late.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact numeral@2.0.6
cat > ask.mjs <<'JS'
import numeral from 'numeral';
const write = (seconds) => numeral(seconds).format('00:00:00');
const read = (text) => numeral(text).value();
console.log([...[5400, -5400, -60, 59.7].map(write), ...['1:30:00', '-1:30:00', '-0:01:00'].map(read)].join(' '));
JS
expected='1:30:00 -2:30:00 -1:59:00 0:00:60 5400 -1800 60'
seen=$(node ask.mjs)
echo "numeral 2.0.6, 5400, -5400, -60 and 59.7 seconds; 1:30:00, -1:30:00 and -0:01:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
