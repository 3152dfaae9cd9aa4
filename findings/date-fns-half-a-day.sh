#!/usr/bin/env bash
# date-fns 4.4.0: a day and a half, added to a date and taken from it.
#
# Guess before running: what is beyond a whole day is dropped, so that a day is added, and a day taken away.
# Seen: a day is added, and two are taken away, with `subDays`, `sub` and negative days alike. `addBusinessDays` goes up: half a
# day is one. Hours may have halves.
# Whoever counts a lead time of a day and a half back from a due date, and forth again, promises half a day less than it took.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact date-fns@4.4.0
cat > ask.mjs <<'JS'
import { add, addBusinessDays, addDays, addHours, sub, subDays } from 'date-fns';
const monday = new Date('2026-06-08T10:00:00Z');
const at = (date) => date.toISOString().slice(8, 16);
const pairs = {
  days: [addDays(monday, 1.5), subDays(monday, 1.5)],
  duration: [add(monday, { days: 1.5 }), sub(monday, { days: 1.5 })],
  'business days': [addBusinessDays(monday, 1.5), addBusinessDays(monday, 0.5)],
  hours: [addHours(monday, 36.5), addHours(monday, -36.5)],
};
console.log(Object.entries(pairs).map(([name, dates]) => `${name} ${dates.map(at).join(', ')}`).join('; '));
JS
expected='days 09T10:00, 06T10:00; duration 09T10:00, 06T10:00; business days 10T10:00, 09T10:00; hours 09T22:30, 06T21:30'
seen=$(TZ=UTC node ask.mjs)
echo "date-fns 4.4.0, from the 8th, 10:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
