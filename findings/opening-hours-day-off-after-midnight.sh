#!/usr/bin/env bash
# opening_hours 3.15.0: a day off, where the hours run over midnight.
#
# Guess before running: in "Mo-Su 18:00-02:00; Dec 24 off" the evening of the 24th is off, with its hours after midnight, and
# the evening of the 23rd runs until 2:00 as on any other day.
# Seen: the day off is cut out from midnight to midnight. The evening of the 23rd ends at 0:00, and the bar is open from
# 0:00 to 2:00 on the 25th, after an evening on which it never opened.
# Whoever writes a day off into hours over midnight meets it: a due date may fall into those two hours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact opening_hours@3.15.0
cat > ask.mjs <<'JS'
import OpeningHours from 'opening_hours';
const bar = new OpeningHours('Mo-Su 18:00-02:00; Dec 24 off');
const spans = bar.getOpenIntervals(new Date('2026-12-23T12:00:00Z'), new Date('2026-12-25T12:00:00Z'));
console.log(spans.map(([from, to]) => `${from.toISOString().slice(5, 16)} to ${to.toISOString().slice(5, 16)}`).join(', '));
JS
expected='12-23T18:00 to 12-24T00:00, 12-25T00:00 to 12-25T02:00'
seen=$(TZ=UTC node ask.mjs)
echo "opening_hours 3.15.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
