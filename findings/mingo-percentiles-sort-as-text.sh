#!/usr/bin/env bash
# mingo 7.2.7 (MongoDB's queries over objects in memory): $percentile and $median of durations.
#
# Guess before running: the value at its rank: 90% of 2, 3, 4, 5, 7, 9 and 30 is 30.
# Seen: 9, and the median is 4 (right: 5). The numbers are sorted as text, 30 between 3 and 4. Of 1 to 100 the value for 90% is
# 20, that for 10% is 2. As long as all have as many digits, nothing shows.
# Whoever tests an aggregation without a database, or ranks in the browser, is told that almost all orders are quick.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact mingo@7.2.7
cat > ask.mjs <<'JS'
import { aggregate } from 'mingo';
const method = 'approximate'; // the one method that MongoDB has
const ask = (durations) => {
  const group = {
    _id: null,
    ranks: { $percentile: { input: '$took', p: [0.1, 0.9], method } },
    median: { $median: { input: '$took', method } },
  };
  const [{ ranks, median }] = aggregate(durations.map((took) => ({ took })), [{ $group: group }]);
  return `${ranks.join(' and ')}, median ${median}`;
};
const upTo = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
console.log(`seven orders: ${ask([2, 3, 4, 5, 7, 9, 30])}; 1 to 100: ${ask(upTo(1, 100))}; 101 to 200: ${ask(upTo(101, 200))}`);
JS
expected='seven orders: 2 and 9, median 4; 1 to 100: 2 and 20, median 53; 101 to 200: 110 and 190, median 150'
seen=$(node ask.mjs)
echo "mingo 7.2.7: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
