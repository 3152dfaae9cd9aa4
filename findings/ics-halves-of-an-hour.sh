#!/usr/bin/env bash
# ics 3.12.0 writes an event of an hour and a half, ical.js 2.2.1 and node-ical 0.26.1 read it.
#
# Guess before running: iCalendar has whole numbers alone (RFC 5545, 3.3.6), so it is written as PT1H30M, and ends at 11:30.
# Seen: it is written as PT1.5H. It ends at 11:00 for ical.js, and at 15:00 for node-ical, five hours later. A day and a half is P1.5DT: one
# day, or five. { hours: 1, minutes: 30 } is right in both.
# Whoever sends a window of delivery so, or reads one back, has another due date in each calendar, and none is the one that was promised.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact ics@3.12.0 ical.js@2.2.1 node-ical@0.26.1
cat > ask.mjs <<'JS'
import ical from 'ical.js';
import { createEvent } from 'ics';
import nodeIcal from 'node-ical';
const ask = (duration) => {
  const { value } = createEvent({ title: 'Delivery', start: [2026, 6, 5, 10, 0], startInputType: 'utc', duration });
  const event = new ical.Event(new ical.Component(ical.parse(value)).getFirstSubcomponent('vevent'));
  const read = Object.values(nodeIcal.sync.parseICS(value)).find(({ type }) => type === 'VEVENT');
  const ends = [event.endDate.toJSDate(), read.end].map((end) => end.toISOString().slice(8, 16));
  return `${/DURATION:(.*)/.exec(value)[1].trim()} until ${ends.join(' or ')}`;
};
console.log([{ hours: 1, minutes: 30 }, { hours: 1.5 }, { days: 1.5 }].map(ask).join('; '));
JS
expected='PT1H30M until 05T11:30 or 05T11:30; PT1.5H until 05T11:00 or 05T15:00; P1.5DT until 06T10:00 or 10T10:00'
seen=$(node ask.mjs)
echo "ics 3.12.0, read by ical.js 2.2.1 or node-ical 0.26.1, from 05T10:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
