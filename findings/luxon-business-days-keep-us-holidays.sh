#!/usr/bin/env bash
# luxon-business-days 3.0.1 on luxon 3.7.2: business days from a Friday in May in Berlin.
#
# Guess before running: without a calendar it knows Saturday and Sunday alone, as date-fns does: a business day after Friday, 22
# May 2026, is Monday, 25 May.
# Seen: it is Tuesday, 26 May. Unless told otherwise it keeps holidays of the United States, in any zone and language, so that
# a shop in Europe promises a day too late on Memorial Day, Labor Day and Thanksgiving, and knows none of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact luxon@3.7.2 luxon-business-days@3.0.1
cat > ask.mjs <<'JS'
import luxon from 'luxon-business-days';
const { DateTime } = luxon;
const friday = DateTime.fromISO('2026-05-22T10:00', { zone: 'Europe/Berlin' });
const next = () => friday.plusBusiness({ days: 1 }).toISODate();
const before = next();
DateTime.prototype.setupBusiness({ holidayMatchers: [] });
console.log(`by itself ${before}; without holidays ${next()}`);
JS
expected='by itself 2026-05-26; without holidays 2026-05-25'
seen=$(node ask.mjs)
echo "luxon-business-days 3.0.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
