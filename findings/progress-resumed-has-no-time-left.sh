#!/usr/bin/env bash
# progress 2.0.3: the time left, where half of the work was done before this run began (`curr: 50`).
#
# Guess before running: by the pace of this run, as cli-progress 3.12.0 does: 10 of 100 in 10 seconds leave 40 seconds for the other 40; or
# by that of all 60, 6.7 seconds.
# Seen: 0.0 seconds, now and until the end. Its clock starts at the first tick that finds nothing done, and there is none.
# Whoever goes on with a queue after a restart tells everybody that it is their turn now.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact progress@2.0.3 cli-progress@3.12.0
cat > ask.mjs <<'JS'
import cli from 'cli-progress';
import Progress from 'progress';
// Ten seconds go by where it is said.
let now = Date.UTC(2026, 5, 5, 10);
globalThis.Date = class extends Date {
  static now = () => now;
  constructor(...at) {
    super(...(at.length > 0 ? at : [now]));
  }
};
const left = (total, curr) => {
  let written;
  const stream = { isTTY: true, columns: 80, clearLine() {}, cursorTo() {}, write: (text) => (written = text) };
  const bar = new Progress(':eta', { total, curr, stream, renderThrottle: 0 });
  bar.tick(1);
  now += 10_000;
  bar.tick(9);
  return written;
};
const bar = new cli.SingleBar({ noTTYOutput: true, stream: { write() {}, isTTY: false } });
bar.start(100, 50);
now += 10_000;
bar.update(60);
console.log(`progress from 0 of 50 ${left(50, 0)}, from 50 of 100 ${left(100, 50)}; cli-progress from 50 of 100 ${bar.eta.getTime()}`);
bar.stop();
JS
expected='progress from 0 of 50 40.0, from 50 of 100 0.0; cli-progress from 50 of 100 40'
seen=$(node ask.mjs)
echo "seconds left after 10 in 10 seconds: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
