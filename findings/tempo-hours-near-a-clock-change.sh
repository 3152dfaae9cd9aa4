#!/usr/bin/env bash
# @formkit/tempo 1.1.0: `tzDate`, a time of day in a zone, on the days on which the clocks change.
#
# Guess before running: right but for the hour that is skipped, since it takes a zone's name and asks Intl for the offset.
# Seen: it asks for the offset of that time in UTC. So hours before or after the change are an hour off, as many as the zone lies from UTC:
# in Sydney on the Saturday from 16:00 on, in Los Angeles on the Sunday until 10:00 in March, and until 9:00 in November.
# Whoever makes due times of what a shop wrote is an hour early or late on a Saturday evening or a Sunday morning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @formkit/tempo@1.1.0
cat > ask.mjs <<'JS'
import { tzDate } from '@formkit/tempo';
const ask = (local, zone) => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return `${local} is ${clock.format(tzDate(local, zone)).slice(-5)}`;
};
console.log(
  [
    ask('2026-10-03T15:30', 'Australia/Sydney'),
    ask('2026-10-03T17:30', 'Australia/Sydney'),
    ask('2026-04-04T17:30', 'Australia/Sydney'),
    ask('2026-03-08T09:30', 'America/Los_Angeles'),
    ask('2026-11-01T08:30', 'America/Los_Angeles'),
    ask('2026-11-01T09:30', 'America/Los_Angeles'),
  ].join('; '),
);
JS
expected='2026-10-03T15:30 is 15:30; 2026-10-03T17:30 is 16:30; 2026-04-04T17:30 is 18:30; 2026-03-08T09:30 is 10:30; 2026-11-01T08:30 is 07:30; 2026-11-01T09:30 is 09:30'
seen=$(TZ=UTC node ask.mjs)
echo "@formkit/tempo 1.1.0, three times in Sydney, three in Los Angeles: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
