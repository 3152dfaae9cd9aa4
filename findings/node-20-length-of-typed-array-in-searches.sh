#!/usr/bin/env bash
# Node 20.20.2, 22.23.3 and 24.21.0: a binary search over a Float64Array whose upper bound begins as its length.
#
# Guess before running: `high = sorted.length` and `high = sorted.length | 0` take the same time, since a length is a whole number anyway.
# Seen: in Node 20 and 22 the search takes twice as long by the plain length, every step of it; in Node 24 it does not. Whoever looks up
# ranks, quantiles or rates in sorted numbers spends half of the time on that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
cat > search.mjs <<'JS'
const sorted = Float64Array.from({ length: 100_000 }, (_, i) => Math.sqrt(i));
function byLength(x) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
function byWhole(x) {
  let low = 0;
  let high = sorted.length | 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
function timed(search) {
  let least = Infinity;
  for (let round = 0; round < 25; round++) {
    const start = process.cpuUsage();
    let sum = 0;
    for (let i = 0; i < 100_000; i++) sum += search(300);
    if (sum !== 100_000 * 90_001) throw new Error('another place was found');
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return least;
}
const ratio = timed(byLength) / timed(byWhole);
console.log(ratio > 1.4 ? 'by the length it takes over 1.4 times as long' : 'by the length it takes no longer');
JS
ask() { npx --yes "node@$1" search.mjs; }
seen="20.20.2: $(ask 20.20.2); 22.23.3: $(ask 22.23.3); 24.21.0: $(ask 24.21.0)"
expected='20.20.2: by the length it takes over 1.4 times as long; 22.23.3: by the length it takes over 1.4 times as long; 24.21.0: by the length it takes no longer'
echo "Node $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
