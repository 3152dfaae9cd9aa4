#!/usr/bin/env bash
# jstat 1.9.6: the chance that no more than so many orders come in an hour, when 90, 120, 140 or 150 are expected.
#
# Guess before running: right up to 170, whose factorial is the last that a double holds.
# Seen: right for 140 where 120 are expected. For 160 where 140 are it is Infinity, for 180 where 150 are NaN (right: .956, .992).
# Whoever staffs by it is told nothing from some 140 orders an hour on, and a comparison with NaN or Infinity says yes or no all the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact jstat@1.9.6
cat > ask.mjs <<'JS'
import jstat from 'jstat';
const { poisson } = jstat.jStat;
// The same sum, each chance by its logarithm.
const right = (most, mean) => {
  let [sum, log] = [0, -mean];
  for (let k = 0; k <= most; log += Math.log(mean / ++k)) sum += Math.exp(log);
  return sum;
};
const ask = ([most, mean]) => `${most} of ${mean}: ${poisson.cdf(most, mean).toFixed(3)} (${right(most, mean).toFixed(3)})`;
console.log([[100, 90], [140, 120], [160, 140], [180, 150]].map(ask).join('; '));
JS
expected='100 of 90: 0.865 (0.865); 140 of 120: 0.967 (0.967); 160 of 140: Infinity (0.956); 180 of 150: NaN (0.992)'
seen=$(node ask.mjs)
echo "jstat 1.9.6: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
