#!/usr/bin/env bash
# ml-array-median 2.0.0: the median of an even number of waits.
#
# Guess before running: the mean of the two in the middle, 5 of 1, 1, 9 and 9.
# Seen: the lower of the two, 1, and of 2 and 10 it is 2; ml-stat 1.3.3, of the same makers, says 5 and 6.
# Whoever takes it for the middle, of an even number of waits, is told the shorter of two that may lie far apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact ml-array-median@2.0.0 ml-stat@1.3.3
cat > ask.mjs <<'JS'
import * as module from 'ml-array-median';
import stat from 'ml-stat';
const median = module.default.xMedian ?? module.default;
console.log([[1, 1, 9, 9], [2, 10], [2, 9, 10]].map((waits) => `${median(waits)} (${stat.array.median(waits)})`).join(', '));
JS
expected='1 (5), 2 (6), 9 (9)'
seen=$(node ask.mjs)
echo "ml-array-median 2.0.0 (ml-stat 1.3.3) of 1 1 9 9, 2 10 and 2 9 10: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
