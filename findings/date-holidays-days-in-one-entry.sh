#!/usr/bin/env bash
# date-holidays 3.37.0: the holidays of a year, as a list of dates for a calendar.
#
# Guess before running: an entry for each day: of Russia's New Year's holidays 2026 one for each of 1 to 8 January.
# Seen: four entries. That of 2 January goes on until the 7th, which only its `end` says; 3 to 6 January are holidays by isHoliday, and
# no entry has their date. So it is in Korea (18 and 19 February) and Vietnam (17 to 20 February, of which the 17th has an entry of its own).
# Whoever takes the dates alone promises deliveries for the middle of a week on which everything is closed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact date-holidays@3.37.0
cat > ask.mjs <<'JS'
import Holidays from 'date-holidays';
const ask = (country, month, offset) => {
  const holidays = new Holidays(country);
  const isPublic = (list) => (list || []).filter(({ type }) => type === 'public');
  const dates = isPublic(holidays.getHolidays(2026)).map(({ date }) => date.slice(0, 10));
  const all = Array.from({ length: 28 }, (_, i) => `2026-${month}-${String(i + 1).padStart(2, '0')}`);
  const off = all.filter((day) => isPublic(holidays.isHoliday(new Date(`${day}T12:00:00${offset}`))).length > 0);
  const days = (list) => list.map((day) => Number(day.slice(8))).join(' ');
  return `${country} entries ${days(dates.filter((date) => all.includes(date)))}, off ${days(off)}`;
};
console.log([ask('RU', '01', '+03:00'), ask('KR', '02', '+09:00'), ask('VN', '02', '+07:00')].join('; '));
JS
expected='RU entries 1 2 7 8, off 1 2 3 4 5 6 7 8; KR entries 17, off 17 18 19; VN entries 16 17, off 16 17 18 19 20'
seen=$(node ask.mjs)
echo "date-holidays 3.37.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
