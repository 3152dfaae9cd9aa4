#!/usr/bin/env bash
# dayjs 1.11.23 with its plugin duration: a lead time of 35 days, taken from a due date, in UTC.
#
# Guess before running: 15 July, 10:00, less 35 days is 10 June, 10:00, however the duration is made.
# Seen: 10 June, 20:00, for `duration(35, 'days')` and for the difference of two dates. They are kept as a month, 4 days and 14 hours, a
# month being 365/12 days, and are taken from the date one by one. Added, they end at midnight of 20 August. 30 days are right,
# and so are `{ days: 35 }`. Of P5W nothing is taken and nothing added. (The hours are known: iamkun/dayjs#2666.)
# Whoever counts back from a due date starts orders of over a month ten hours late; a promise of five weeks, read as P5W, is due at
# once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact dayjs@1.11.23
cat > ask.mjs <<'JS'
import dayjs from 'dayjs';
import duration from 'dayjs/plugin/duration.js';
import utc from 'dayjs/plugin/utc.js';
dayjs.extend(duration);
dayjs.extend(utc);
const due = dayjs.utc('2026-07-15T10:00:00Z');
const ask = (name, lead) =>
  `${name} ${lead.toISOString()}: ${[due.subtract(lead), due.add(lead)].map((date) => date.format('MM-DD HH:mm')).join(', ')}`;
const asks = [
  ask('30 days', dayjs.duration(30, 'days')),
  ask('35 days', dayjs.duration(35, 'days')),
  ask('as an object', dayjs.duration({ days: 35 })),
  ask('as weeks', dayjs.duration('P5W')),
  ask('of two dates', dayjs.duration(due.diff(due.subtract(35, 'day')))),
];
console.log(asks.join('; '));
JS
expected='30 days P30D: 06-15 10:00, 08-14 10:00; 35 days P1M4DT14H: 06-10 20:00, 08-20 00:00; as an object P35D: 06-10 10:00, 08-19 10:00; as weeks P35D: 07-15 10:00, 07-15 10:00; of two dates P1M4DT14H: 06-10 20:00, 08-20 00:00'
seen=$(node ask.mjs)
echo "dayjs 1.11.23: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
