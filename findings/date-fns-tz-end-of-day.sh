#!/usr/bin/env bash
# date-fns-tz 3.2.0: a due date at the end of a day, as ISO 8601 writes it, by the clocks of Berlin.
#
# Guess before running: 24:00 of 5 June is 0:00 of 6 June, as for date-fns and for Date, or no date at all.
# Seen: it is 0:00 of 5 June, with a zone, with an offset and with Z. (Known: marnusw/date-fns-tz#255.)
# Whoever promises by 24:00 promises a day less, and what came on the day itself is late.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact date-fns-tz@3.2.0 date-fns@4.4.0
cat > ask.mjs <<'JS'
import { parseISO } from 'date-fns';
import { fromZonedTime, toDate } from 'date-fns-tz';
const at = (date) => date.toISOString().slice(5, 16);
const offset = '2026-06-05T24:00:00+02:00';
const times = ['23:59', '24:00'].map((time) => `${time} ${at(fromZonedTime(`2026-06-05T${time}`, 'Europe/Berlin'))}`);
console.log([...times, `offset ${at(toDate(offset))}`, `date-fns ${at(parseISO(offset))}`, `Date ${at(new Date(offset))}`].join(', '));
JS
expected='23:59 06-05T21:59, 24:00 06-04T22:00, offset 06-04T22:00, date-fns 06-05T22:00, Date 06-05T22:00'
seen=$(node ask.mjs)
echo "date-fns-tz 3.2.0, in UTC: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
