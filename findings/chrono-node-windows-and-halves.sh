#!/usr/bin/env bash
# chrono-node 2.10.3: how long it takes, and between when and when, as shops and carriers say it.
#
# Guess before running: "tomorrow between 2 and 4 pm" is 14:00 to 16:00 of the day after, "3 to 5 days" goes from three days to five,
# and "in a day and a half" are 36 hours.
# Seen, said on Thursday at 10:00: tomorrow at 10:00, and 16:00 of today beside it; 3:00 to 5:00 in the next night, as hours of the
# clock; 24 hours. "in an hour and a half" is one hour, and "in a quarter of an hour" begins with a quarter of a year. "tomorrow 2-4 pm"
# and "in 1.5 days" are right.
# Whoever reads what was promised out of a message gets a date each time: mostly too early, so that what was kept counts as late.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact chrono-node@2.10.3
cat > ask.mjs <<'JS'
import { parse } from 'chrono-node';
const said = { instant: new Date('2026-06-04T10:00:00Z'), timezone: 'UTC' };
const time = (part) => part.date().toISOString().slice(5, 16);
const read = (text) =>
  parse(text, said, { forwardDate: true })
    .map(({ start, end }) => (end ? `${time(start)} to ${time(end)}` : time(start)))
    .join(' and ');
const texts = [
  'tomorrow between 2 and 4 pm',
  'tomorrow 2-4 pm',
  '3 to 5 days',
  'in a day and a half',
  'in 1.5 days',
  'in an hour and a half',
  'in a quarter of an hour',
];
console.log(texts.map((text) => `${text}: ${read(text)}`).join('; '));
JS
expected='tomorrow between 2 and 4 pm: 06-05T10:00 and 06-04T16:00; tomorrow 2-4 pm: 06-05T14:00 to 06-05T16:00; 3 to 5 days: 06-05T03:00 to 06-05T05:00; in a day and a half: 06-05T10:00; in 1.5 days: 06-05T22:00; in an hour and a half: 06-04T11:00; in a quarter of an hour: 09-04T10:00 and 06-04T11:00'
seen=$(TZ=UTC node ask.mjs)
echo "chrono-node 2.10.3, said on 2026-06-04 at 10:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
