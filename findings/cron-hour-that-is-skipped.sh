#!/usr/bin/env bash
# cron-parser 5.10.6, croner 11.0.1, rrule-temporal 2.2.8: half past two in Berlin, in the night in which the clocks go from 2:00 to 3:00.
#
# Guess before running: all run at 3:30, as Temporal moves such a time.
# Seen: cron-parser at 3:30, croner at 3:00, rrule-temporal not at all (RFC 5545 has it so for rules). Of "*/30 2 * * *" cron-parser makes 3:00 and 3:30, croner nothing.
# Whoever makes plans, or sends reminders, every night at such a time has one less in a year, or one when the other program thinks not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact cron-parser@5.10.6 croner@11.0.1 rrule-temporal@2.2.8 temporal-polyfill@1.0.8
cat > ask.mjs <<'JS'
import parser from 'cron-parser';
import { Cron } from 'croner';
import { RRuleTemporal } from 'rrule-temporal';
const zone = 'Europe/Berlin';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
const [from, to] = [new Date('2026-03-28T23:00:00Z'), new Date('2026-03-29T22:00:00Z')];
const say = (dates) => dates.filter((date) => date < to).map((date) => clock.format(date)).join(' ') || 'none';
const ask = (rule) => {
  const runs = parser.CronExpressionParser.parse(rule, { currentDate: from, tz: zone });
  const first = say([1, 2, 3].map(() => runs.next().toDate()));
  const second = say(new Cron(rule, { timezone: zone, paused: true }).nextRuns(3, from));
  return `${rule} cron-parser ${first}, croner ${second}`;
};
const daily = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:20260328T023000\nRRULE:FREQ=DAILY;COUNT=3` });
const third = say(daily.all().map(({ epochMilliseconds }) => new Date(epochMilliseconds)).filter((date) => date > from));
console.log(`${ask('30 2 * * *')}, rrule-temporal ${third}; ${ask('*/30 2 * * *')}`);
JS
expected='30 2 * * * cron-parser 03:30, croner 03:00, rrule-temporal none; */30 2 * * * cron-parser 03:00 03:30, croner none'
seen=$(node ask.mjs)
echo "29 March 2026 in Berlin: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
