#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: answers of which one is blank, given as null.
#
# Guess before running: all functions leave it out, as Excel does a blank cell: the median of 10, 9, blank and 8 is 9,
# and of 10, 3 and blank only the 3 is below 7.
# Seen: AVERAGE, MIN and STDEV.S leave it out. MEDIAN and PERCENTILE.INC take it for 0 (8.5), and COUNTIF and COUNTIFS count it among those
# below 7.
# Whoever scores a survey by the formulas of their spreadsheet has more detractors than there are answers below 7.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @formulajs/formulajs@4.6.1
cat > ask.mjs <<'JS'
import { AVERAGE, COUNTIF, COUNTIFS, MEDIAN, MIN, PERCENTILE, STDEV } from '@formulajs/formulajs';
const [high, mixed] = [[10, 9, null, 8], [10, 3, null]];
const left = `AVERAGE ${AVERAGE(high)}, MIN ${MIN(high)}, STDEV.S ${STDEV.S(high)}`;
const taken = `MEDIAN ${MEDIAN(high)}, PERCENTILE.INC ${PERCENTILE.INC(high, 0.5)}`;
console.log(`${left}; ${taken}; COUNTIF ${COUNTIF(mixed, '<7')}, COUNTIFS ${COUNTIFS(mixed, '<7')}`);
JS
expected='AVERAGE 9, MIN 8, STDEV.S 1; MEDIAN 8.5, PERCENTILE.INC 8.5; COUNTIF 2, COUNTIFS 2'
seen=$(node ask.mjs)
echo "@formulajs/formulajs 4.6.1, of 10, 9, null, 8; of 10, 3, null below 7: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
