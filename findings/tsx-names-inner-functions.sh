#!/usr/bin/env bash
# tsx 4.23.15 (esbuild 0.28.2): a benchmark written in TypeScript, run as it is.
#
# Guess before running: tsx takes the types away, so that a loop takes as long as the same file built by esbuild.
# Seen: a function with a function of its own inside takes some twenty times as long: tsx has esbuild keep names, which names every
# inner function again at each call. Whoever times a library from its sources by tsx times that: a live event took twice what users get.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact tsx@4.23.15 esbuild@0.28.2
cat > loop.ts <<'TS'
/** The mean of those up to a limit. */
function meanUpTo(limit: number, numbers: readonly number[]): number {
  const fits = (x: number) => x <= limit;
  let [sum, count] = [0, 0];
  for (const x of numbers) {
    if (!fits(x)) continue;
    sum += x;
    count++;
  }
  return sum / count;
}
const numbers = [3, 1, 4, 1, 5];
function run(): number {
  let sum = 0;
  for (let i = 0; i < 1_000_000; i++) sum += meanUpTo(4 + (i % 2), numbers);
  return sum;
}
run();
const start = process.cpuUsage();
run();
const { user, system } = process.cpuUsage(start);
console.log(Math.round((user + system) / 1000));
TS
npx esbuild loop.ts --format=esm --log-level=error --outfile=loop.mjs
with=$(npx tsx loop.ts)
without=$(node loop.mjs)
echo "tsx 4.23.15: $with ms of a processor, built $without ms"
# The ratio was 19; machines differ.
if [ "$with" -lt $((4 * without)) ]; then
  echo "changed: expected at least 4 times as long"
  exit 1
fi
