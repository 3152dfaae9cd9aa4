#!/usr/bin/env bash
# dayjs 1.11.23 with its plugins utc and timezone: days added in a zone, over a change of the clocks, on a server in UTC.
#
# Guess before running: noon in Berlin and three days more is noon in Berlin.
# Seen: the offset stays that of the first day. From Friday, 27 March 2026, it is Monday, 12:00+01:00, which is 13:00 in Berlin;
# from Friday, 23 October, it is 11:00. `.hour(17)` after it is an hour off as well: 18:00, 16:00. moment-timezone 0.6.2 and luxon
# 3.7.2 keep noon. (Known: iamkun/dayjs#1271.)
# Whoever promises "Monday, 17:00" on the weekends of March and October promises an hour more or less than the shop keeps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact dayjs@1.11.23 moment-timezone@0.6.2 luxon@3.7.2
cat > ask.mjs <<'JS'
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DateTime } from 'luxon';
import moment from 'moment-timezone';
dayjs.extend(utc);
dayjs.extend(timezone);
const zone = 'Europe/Berlin';
const inBerlin = (date) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(date);
const ask = (friday) => {
  const monday = dayjs.tz(`${friday} 12:00`, zone).add(3, 'day');
  return [
    monday,
    monday.hour(17),
    moment.tz(`${friday} 12:00`, zone).add(3, 'day'),
    DateTime.fromISO(`${friday}T12:00`, { zone }).plus({ days: 3 }),
  ].map((date) => inBerlin(date.valueOf()));
};
console.log(['2026-03-27', '2026-06-05', '2026-10-23'].map((friday) => `${friday}: ${ask(friday).join(', ')}`).join('; '));
JS
expected='2026-03-27: 13:00, 18:00, 12:00, 12:00; 2026-06-05: 12:00, 17:00, 12:00, 12:00; 2026-10-23: 11:00, 16:00, 12:00, 12:00'
seen=$(TZ=UTC node ask.mjs)
echo "dayjs 1.11.23, beside moment-timezone 0.6.2 and luxon 3.7.2: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
