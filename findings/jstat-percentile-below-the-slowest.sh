#!/usr/bin/env bash
# jstat 1.9.6: `percentile` of a hundred waits, of which the slowest took 1,000 minutes.
#
# Guess before running: as Excel's PERCENTILE.INC, between neighbours in a straight line: 90% of 1 to 10 is 9.1, 99.5% of the waits 554.
# Seen: 9 and 99. Between the last two values it takes the lower one, so that short of 100% no share comes near the slowest; with `true`,
# as PERCENTILE.EXC, too (9, right 9.9). Between all others it draws the line: 85% of 1 to 10 is 8.65.
# Whoever promises by it a share that few orders miss gets the second slowest, as if the slowest had never been.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact jstat@1.9.6
cat > ask.mjs <<'JS'
import jstat from 'jstat';
const { percentile } = jstat.jStat;
const ten = Array.from({ length: 10 }, (_, i) => i + 1);
const waits = [...Array.from({ length: 99 }, (_, i) => i + 1), 1000];
const ask = (values, ...rest) => Number(percentile(values, ...rest).toFixed(3));
console.log(
  [ask(ten, 0.85), ask(ten, 0.9), ask(ten, 0.9, true), ask(waits, 0.98), ask(waits, 0.995), ask(waits, 1)].join(', '),
);
JS
expected='8.65, 9, 9, 98.02, 99, 1000'
seen=$(node ask.mjs)
echo "jstat 1.9.6, 85%, 90%, 90% exclusive of 1 to 10; 98%, 99.5%, 100% of 1 to 99 and 1000: $seen (right: 8.65, 9.1, 9.9; 98.02, 554.5, 1000)"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
