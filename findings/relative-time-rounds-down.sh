#!/usr/bin/env bash
# luxon 3.7.2 (toRelative), timeago.js 4.0.2: "in 1 hour", for what takes two.
#
# Guess before running: 119 minutes from now is "in 2 hours", as date-fns and dayjs say.
# Seen: both drop what is beyond the last whole hour. 119 minutes are "in 1 hour", 47 hours "in 1 day". date-fns 4.4.0 and
# dayjs 1.11.23 go to the nearest: 89 minutes are an hour there, 91 are two.
# Whoever shows an expected time with them tells the customer less than it takes, by up to half of it: a promise that was kept
# reads as a broken one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact luxon@3.7.2 timeago.js@4.0.2 date-fns@4.4.0 dayjs@1.11.23
cat > ask.mjs <<'JS'
import { formatDistance } from 'date-fns';
import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime.js';
import { DateTime } from 'luxon';
import { format } from 'timeago.js';
dayjs.extend(relativeTime);
const now = Date.UTC(2026, 5, 6, 10);
const say = (minutes) => {
  const at = now + minutes * 60_000;
  return [
    DateTime.fromMillis(at).setLocale('en').toRelative({ base: DateTime.fromMillis(now) }),
    format(at, 'en_US', { relativeDate: now }),
    formatDistance(at, now, { addSuffix: true }),
    dayjs(at).from(dayjs(now)),
  ].join(', ');
};
console.log(`119 min: ${say(119)}; 47 h: ${say(47 * 60)}; 89 min: ${say(89)}`);
JS
expected='119 min: in 1 hour, in 1 hour, in about 2 hours, in 2 hours; 47 h: in 1 day, in 1 day, in 2 days, in 2 days; 89 min: in 1 hour, in 1 hour, in about 1 hour, in an hour'
seen=$(TZ=UTC node ask.mjs)
echo "luxon 3.7.2, timeago.js 4.0.2, date-fns 4.4.0, dayjs 1.11.23: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
