#!/usr/bin/env bash
# rrule-temporal 2.2.8: `toText` of slots on weekdays at 17:00 in Berlin, which begin in June.
#
# Guess before running: "every weekday at 5 PM", with the zone's name or without.
# Seen: "every weekday at 5 PM GMT+2", for a rule that goes on all year, and in winter runs at 5 PM GMT+1, as it should. Begun in December
# it is "GMT+1" all year.
# Whoever tells a customer by it tells those elsewhere a time that is an hour off for half of the year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact rrule-temporal@2.2.8 temporal-polyfill@1.0.8
cat > ask.mjs <<'JS'
import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
const ask = (start) => {
  const rruleString = `DTSTART;TZID=Europe/Berlin:${start}T170000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR`;
  const rule = new RRuleTemporal({ rruleString });
  const runs = rule.all((_, count) => count < 190);
  return `${toText(rule)}, on ${runs.at(-1).toString().slice(0, 22)}`;
};
console.log(['20260601', '20261201'].map(ask).join('; '));
JS
expected='every weekday at 5 PM GMT+2, on 2027-02-19T17:00:00+01; every weekday at 5 PM GMT+1, on 2027-08-23T17:00:00+02'
seen=$(node ask.mjs)
echo "rrule-temporal 2.2.8: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
