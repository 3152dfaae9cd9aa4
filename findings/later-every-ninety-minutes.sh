#!/usr/bin/env bash
# @breejs/later 4.2.0, by which Bree reads its intervals: "every 90 minutes" as text.
#
# Guess before running: every hour and a half, or refused by its `error`, as "on the first Monday of the month at 9:00 am" is.
# Seen: every hour, and "every 36 hours" every day, both without an error. What goes beyond the next unit is every whole one of it; 45
# minutes are 45 and 15 by turns.
# Whoever plans again, or tells customers, every 90 minutes does so half as often again, and "every 36 hours" is a day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @breejs/later@4.2.0
cat > ask.mjs <<'JS'
import later from '@breejs/later';
later.date.UTC();
const ask = (text) => {
  const read = later.parse.text(text);
  const next = later.schedule(read).next(4, new Date('2026-06-05T12:10:00Z'));
  return `${text} (error ${read.error}): ${next.map((date) => date.toISOString().slice(8, 16)).join(' ')}`;
};
console.log(['every 45 minutes', 'every 90 minutes', 'every 36 hours'].map(ask).join('\n'));
JS
expected='every 45 minutes (error -1): 05T12:45 05T13:00 05T13:45 05T14:00
every 90 minutes (error -1): 05T13:00 05T14:00 05T15:00 05T16:00
every 36 hours (error -1): 06T00:00 07T00:00 08T00:00 09T00:00'
seen=$(node ask.mjs)
echo "@breejs/later 4.2.0, from 5 June, 12:10 on: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
