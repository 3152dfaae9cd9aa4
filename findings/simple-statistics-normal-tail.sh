#!/usr/bin/env bash
# simple-statistics 7.12.1: probit and cumulativeStdNormalProbability, where safety stock and safety time read them.
#
# Guess before running: three decimals are right: probit(.98) is 2.054, and a margin of four standard deviations is exceeded
# 3 times in 100,000.
# Seen: probit(.98) is 2.0504 (right: 2.0537), probit(.999) 3.0801 (3.0902), each too small; beyond 3.09 the chance stays at
# .999, whatever the margin, so that it is exceeded 1 time in 1,000.
# Whoever takes a factor of safety from it holds a little less than the level of service asked for, and cannot tell 99.9%
# from more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact simple-statistics@7.12.1
cat > ask.mjs <<'JS'
import { cumulativeStdNormalProbability, probit } from 'simple-statistics';
const quantiles = [0.95, 0.98, 0.999].map((p) => probit(p).toFixed(4));
const chances = [3.1, 4, 5].map(cumulativeStdNormalProbability);
console.log(`${quantiles.join(', ')}; ${chances.join(', ')}`);
JS
expected='1.6434, 2.0504, 3.0801; 0.999, 0.999, 0.999'
seen=$(node ask.mjs)
echo "simple-statistics 7.12.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
