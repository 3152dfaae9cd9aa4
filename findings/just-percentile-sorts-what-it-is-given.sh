#!/usr/bin/env bash
# just-percentile 4.2.0: the median of a column of durations, beside a column of their shops.
#
# Guess before running: the column is as it was afterwards, as with compute-quantile 1.0.1 and percentile 1.6.0.
# Seen: it is sorted in place, the shops are not. The first order, of 25 minutes in the south, has 2 now, and the south looks the quicker.
# Whoever keeps orders by columns has other orders after asking for a percentile.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact just-percentile@4.2.0 compute-quantile@1.0.1 percentile@1.6.0
cat > ask.mjs <<'JS'
import quantile from 'compute-quantile';
import justPercentile from 'just-percentile';
import percentile from 'percentile';
const shops = ['south', 'north', 'south', 'north'];
const meanOf = (shop, minutes) => {
  const own = minutes.filter((_, i) => shops[i] === shop);
  return own.reduce((sum, x) => sum + x, 0) / own.length;
};
const ask = (median) => {
  const minutes = [25, 9, 30, 2];
  const middle = median(minutes);
  return `${middle}, then ${minutes.join(' ')}, south ${meanOf('south', minutes)}, north ${meanOf('north', minutes)}`;
};
console.log(
  [(x) => justPercentile(x, 0.5), (x) => quantile(x, 0.5), (x) => percentile(50, x)].map(ask).join('; '),
);
JS
expected='17, then 2 9 25 30, south 13.5, north 19.5; 17, then 25 9 30 2, south 27.5, north 5.5; 9, then 25 9 30 2, south 27.5, north 5.5'
seen=$(node ask.mjs)
echo "just-percentile 4.2.0, compute-quantile 1.0.1, percentile 1.6.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
