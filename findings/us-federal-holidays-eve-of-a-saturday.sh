#!/usr/bin/env bash
# @18f/us-federal-holidays 4.0.0: New Year's Day of 2028, a Saturday, which is kept on Friday, 31 December 2027.
#
# Guess before running: that Friday is a holiday by isAHoliday, in the list for 2027, and in a range of December 2027.
# Seen: by isAHoliday alone. allForYear(2027) goes from 1 January to 24 December and leaves it out, allForYear(2028) begins with it, and
# inRange of December 2027 has but the 24th. 31 December 2021 was such a day as well.
# Whoever fills a calendar with the list of each year, one by one, promises for a day on which banks and offices are closed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @18f/us-federal-holidays@4.0.0
cat > ask.mjs <<'JS'
import holidays from '@18f/us-federal-holidays';
const ask = (year) => {
  const at = (day) => new Date(`${year}-12-${day}T12:00:00Z`);
  const dates = (list) => list.map(({ dateString }) => dateString);
  return [
    year,
    holidays.isAHoliday(at(31), { utc: true }),
    `list to ${dates(holidays.allForYear(year)).at(-1)}`,
    `next from ${dates(holidays.allForYear(year + 1))[0]}`,
    `range ${dates(holidays.inRange(at('01'), at(31)))}`,
  ].join(', ');
};
console.log([2021, 2027].map(ask).join('; '));
JS
expected='2021, true, list to 2021-12-24, next from 2021-12-31, range 2021-12-24; 2027, true, list to 2027-12-24, next from 2027-12-31, range 2027-12-24'
seen=$(TZ=UTC node ask.mjs)
echo "@18f/us-federal-holidays 4.0.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
