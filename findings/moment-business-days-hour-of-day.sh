#!/usr/bin/env bash
# moment-business-days 1.2.0 on moment 2.31.0: the business days between an order of Monday and its delivery on Tuesday.
#
# Guess before running: one, whatever the hour, since it counts days of the calendar.
# Seen: ordered at 10:00 it is one until Tuesday 10:00, and two from 10:01 on; from Friday to Monday likewise. On the same day it
# is none until the evening.
# Whoever promises in business days and measures so finds half of what came in time a day late, and learns to promise a day more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact moment@2.31.0 moment-business-days@1.2.0
cat > ask.mjs <<'JS'
import moment from 'moment-business-days';
const days = (from, to) => moment(from).businessDiff(moment(to));
console.log(
  [
    ['Monday to Tuesday', '2026-06-08T10:00', ['2026-06-09T09:00', '2026-06-09T10:00', '2026-06-09T10:01', '2026-06-09T16:00']],
    ['Friday to Monday', '2026-06-05T10:00', ['2026-06-08T09:00', '2026-06-08T16:00']],
    ['Monday', '2026-06-08T10:00', ['2026-06-08T18:00']],
  ]
    .map(([name, from, ends]) => `${name}: ${ends.map((to) => `${to.slice(11)} ${days(from, to)}`).join(', ')}`)
    .join('; '),
);
JS
expected='Monday to Tuesday: 09:00 1, 10:00 1, 10:01 2, 16:00 2; Friday to Monday: 09:00 1, 16:00 2; Monday: 18:00 0'
seen=$(TZ=UTC node ask.mjs)
echo "moment-business-days 1.2.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
