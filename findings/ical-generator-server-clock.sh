#!/usr/bin/env bash
# ical-generator 11.1.2: a delivery between 18:00 and 20:00 in Berlin as an event for the customer's calendar, on a server in UTC.
#
# Guess before running: with timezone 'Europe/Berlin' a Date is written by the clock of Berlin, 18:00.
# Seen: by the server's clock, 16:00, under the name of Berlin, so that the customer reads 16:00. A luxon DateTime is written right,
# and without a timezone so is the Date, as 16:00 of UTC. (Its page asks for times that match the zone.)
# Whoever names the customer's zone invites them two hours too early, and sees nothing of it on a computer in Berlin.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact ical-generator@11.1.2 luxon@3.7.2
cat > ask.mjs <<'JS'
import ical from 'ical-generator';
import { DateTime } from 'luxon';
const ask = (start, timezone) => {
  const calendar = ical();
  calendar.createEvent({ start, timezone, summary: 'Delivery' });
  return calendar.toString().match(/DTSTART.*/)[0].trim();
};
const from = new Date('2026-06-05T16:00:00Z');
const zone = 'Europe/Berlin';
console.log([ask(from, zone), ask(DateTime.fromJSDate(from), zone), ask(from)].join(', '));
JS
expected='UTC: DTSTART;TZID=Europe/Berlin:20260605T160000, DTSTART;TZID=Europe/Berlin:20260605T180000, DTSTART:20260605T160000Z
Europe/Berlin: DTSTART;TZID=Europe/Berlin:20260605T180000, DTSTART;TZID=Europe/Berlin:20260605T180000, DTSTART:20260605T160000Z'
seen=$(for zone in UTC Europe/Berlin; do echo "$zone: $(TZ=$zone node ask.mjs)"; done)
echo "ical-generator 11.1.2: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
