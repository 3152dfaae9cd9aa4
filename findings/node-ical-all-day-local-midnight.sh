#!/usr/bin/env bash
# node-ical 0.26.1: an all-day event (VALUE=DATE), such as a holiday in a feed, on servers in three zones.
#
# Guess before running: a date without a time has no zone, so that 10 April starts at 2026-04-10T00:00Z everywhere.
# Seen: it starts at midnight where the server is: in Berlin toISOString() says 9 April, in New York 10 April, 04:00. The mark is
# `datetype: 'date'`; the day is that of getFullYear(), getMonth() and getDate().
# Who fills a calendar of holidays with the first ten characters of toISOString() is closed a day early east of Greenwich, and right on
# a server in UTC.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact node-ical@0.26.1
cat > ask.mjs <<'JS'
import ical from 'node-ical';
const lines = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//holidays//EN',
  'BEGIN:VEVENT',
  'UID:good-friday@example.com',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20260410',
  'DTEND;VALUE=DATE:20260411',
  'SUMMARY:Closed',
  'END:VEVENT',
  'END:VCALENDAR',
];
const { start, datetype } = Object.values(ical.sync.parseICS(lines.join('\r\n'))).find(({ type }) => type === 'VEVENT');
console.log(`${process.env.TZ} ${datetype} ${start.toISOString()} local ${start.getMonth() + 1}-${start.getDate()}`);
JS
expected='UTC date 2026-04-10T00:00:00.000Z local 4-10; Europe/Berlin date 2026-04-09T22:00:00.000Z local 4-10; America/New_York date 2026-04-10T04:00:00.000Z local 4-10'
seen=$(for zone in UTC Europe/Berlin America/New_York; do TZ=$zone node ask.mjs; done | paste -sd ';' | sed 's/;/; /g')
echo "node-ical 0.26.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
