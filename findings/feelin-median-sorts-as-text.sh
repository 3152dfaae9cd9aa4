#!/usr/bin/env bash
# feelin 8.2.0 (FEEL, the expressions of DMN decision tables): the median of durations.
#
# Guess before running: median([10, 9, 2]) is 9, as in the standard, which sorts the numbers.
# Seen: 2. The numbers are sorted as text, 10 before 2. Of 2, 3, 4, 5, 7, 9 and 30 the median is 4 (right: 5), of 1, 2, 3 and 10 it is 6 (2.5).
# sort() with a function of one's own, max and mean are right.
# Whoever decides by the typical time has one that is too long or too short, as soon as some have a digit more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact feelin@8.2.0
cat > ask.mjs <<'JS'
import { evaluate } from 'feelin';
const ask = (text) => `${text} ${JSON.stringify(evaluate(text).value)}`;
console.log(
  ['median([10, 9, 2])', 'median([2, 3, 4, 5, 7, 9, 30])', 'median([1, 2, 3, 10])', 'median([2, 3, 4, 5, 7])', 'max([10, 9, 2])']
    .map(ask)
    .join('; '),
);
JS
expected='median([10, 9, 2]) 2; median([2, 3, 4, 5, 7, 9, 30]) 4; median([1, 2, 3, 10]) 6; median([2, 3, 4, 5, 7]) 4; max([10, 9, 2]) 10'
seen=$(node ask.mjs)
echo "feelin 8.2.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
