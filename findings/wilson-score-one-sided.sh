#!/usr/bin/env bash
# wilson-score 1.0.0: how sure a share is that was counted, such as 9 promises kept of 10.
#
# Guess before running: the interval of Wilson (1927) at 95%, .596 to .982.
# Seen: one number, the lower end alone, and by default with z = 2.326348, of which 98% lie between both ends: .533. With z = 1.96 as
# the third argument it is the lower end of 95%, .596. There is no upper end.
# Whoever shows it beside intervals of 95% shows the kept rate of a shop as lower, by 6 in 100 here, than the others'.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > package.log
npm install --silent --no-audit --no-fund --save-exact wilson-score@1.0.0
expected='default 0.533, z 1.959964 0.596, z 2.326348 0.533'
seen=$(node --print "
const score = require('wilson-score');
const [none, usual, wide] = [score(9, 10), score(9, 10, 1.959964), score(9, 10, 2.326348)];
'default ' + none.toFixed(3) + ', z 1.959964 ' + usual.toFixed(3) + ', z 2.326348 ' + wide.toFixed(3)")
echo "wilson-score 1.0.0, 9 of 10: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
