#!/usr/bin/env bash
# cronstrue 3.39.0, and cron-parser 5.10.6, croner 11.0.1, which run what it describes: the first Monday of a month.
#
# Guess before running: where both the day of the month and the weekday are given, cron takes either, so cronstrue says "or".
# Seen: it says "and", which reads as the first Monday alone, while both run on each of the first seven days and on every Monday.
# Whoever shows customers or colleagues in words when slots open tells another rule than the one that runs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact cronstrue@3.39.0 cron-parser@5.10.6 croner@11.0.1
cat > ask.mjs <<'JS'
import parser from 'cron-parser';
import { Cron } from 'croner';
import cronstrue from 'cronstrue';
const from = '2026-06-05T00:00:00Z';
const ask = (rule) => {
  const runs = parser.CronExpressionParser.parse(rule, { currentDate: from, tz: 'UTC' });
  const first = Array.from({ length: 5 }, () => runs.next().toISOString());
  const second = new Cron(rule, { timezone: 'UTC', paused: true }).nextRuns(5, from).map((date) => date.toISOString());
  const both = first.join() === second.join() ? first : ['they differ'];
  return `${cronstrue.toString(rule)}: ${both.map((date) => date.slice(8, 16)).join(' ')}`;
};
console.log(ask('0 9 1-7 * 1'));
JS
expected='At 09:00 AM, between day 1 and 7 of the month, and on Monday: 05T09:00 06T09:00 07T09:00 08T09:00 15T09:00'
seen=$(node ask.mjs)
echo "cronstrue 3.39.0, and the runs of cron-parser 5.10.6 and croner 11.0.1 from Friday, 5 June: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
