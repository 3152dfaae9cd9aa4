#!/usr/bin/env bash
# date-fns 4.4.0: durations as ISO 8601 text, for another service.
#
# Guess before running: two weeks are P14D or P2W; `Duration` has weeks, and `add` and `formatDuration` take them.
# Seen: P0Y0M0DT0H0M0S. Of two weeks and a day, a day is left. `milliseconds` counts 15 days for it. (Known: date-fns/date-fns#3344.)
# Whoever hands a promise of two weeks on as ISO text promises it at once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact date-fns@4.4.0
cat > ask.mjs <<'JS'
import { formatDuration, formatISODuration, milliseconds } from 'date-fns';
const ask = (duration) =>
  [formatDuration(duration), formatISODuration(duration), milliseconds(duration) / 86_400_000].join(', ');
console.log([{ weeks: 2 }, { weeks: 2, days: 1 }, { days: 15 }].map(ask).join('; '));
JS
expected='2 weeks, P0Y0M0DT0H0M0S, 14; 2 weeks 1 day, P0Y0M1DT0H0M0S, 15; 15 days, P0Y0M15DT0H0M0S, 15'
seen=$(node ask.mjs)
echo "date-fns 4.4.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
