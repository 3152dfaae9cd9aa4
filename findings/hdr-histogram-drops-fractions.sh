#!/usr/bin/env bash
# hdr-histogram-js 3.0.1: waits of 0.5, 0.7, 1.5 and 1.9 hours.
#
# Guess before running: refused, since it counts whole numbers, or kept to its three digits: 90% is 1.9, the mean 1.15.
# Seen: 90% is 1, the mean 0.5, and only the greatest is 1.9: fractions are cut off, without an error. In minutes all is right.
# Whoever records waits in hours sees them shorter by up to an hour each, and none at all for what took less than one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact hdr-histogram-js@3.0.1
cat > ask.mjs <<'JS'
import hdr from 'hdr-histogram-js';
const ask = (waits) => {
  const histogram = hdr.build();
  for (const wait of waits) histogram.recordValue(wait);
  return [histogram.getValueAtPercentile(90), histogram.mean, histogram.maxValue].join(' ');
};
const hours = [0.5, 0.7, 1.5, 1.9];
console.log(`hours ${ask(hours)}, minutes ${ask(hours.map((hour) => Math.round(hour * 60)))}`);
JS
expected='hours 1 0.5 1.9, minutes 114 69 114'
seen=$(node ask.mjs)
echo "hdr-histogram-js 3.0.1, 90%, mean and greatest: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
