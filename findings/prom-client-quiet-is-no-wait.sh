#!/usr/bin/env bash
# prom-client 15.1.3: a Summary of waits with maxAgeSeconds, in an hour in which nobody came.
#
# Guess before running: there is no 90% of nothing: NaN, or no line at all.
# Seen: 0, once the last wait is older than maxAgeSeconds, and from the start until the first. Count and sum stay.
# Whoever watches waits sees them at their best when nobody is served, and an average over the day is the better the longer it was closed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact prom-client@15.1.3
cat > ask.mjs <<'JS'
import { setTimeout } from 'node:timers/promises';
import { Summary } from 'prom-client';
const waits = new Summary({
  name: 'wait_minutes',
  help: 'Minutes until served',
  percentiles: [0.5, 0.9],
  maxAgeSeconds: 2,
  ageBuckets: 2,
});
const ask = async () => (await waits.get()).values.map(({ value }) => value).join(' ');
const before = await ask();
for (const wait of [10, 20, 20, 20, 30]) waits.observe(wait);
const then = await ask();
await setTimeout(5000);
console.log(`before ${before}, then ${then}, quiet ${await ask()}`);
JS
expected='before 0 0 0 0, then 20 30 100 5, quiet 0 0 100 5'
seen=$(node ask.mjs)
echo "prom-client 15.1.3, 50%, 90%, sum and count: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
