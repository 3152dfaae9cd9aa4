#!/usr/bin/env bash
# survey-core 3.1.1 (SurveyJS): how late it was, by dateDiff and diffDays of two answers.
#
# Guess before running: whole units of end less beginning, so that 2 hours and 15 minutes are 2, and what came an hour early is -1.
# Seen: hours and minutes are rounded up and have no sign: 2 hours 15 minutes are 3, ten seconds a minute, an hour early is 1, ten
# minutes early as well. dateDiff in days and diffDays have no sign either. Years and months have one.
# Whoever asks for the promised time and the time of arrival has what came early as late, and an hour more than it was.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact survey-core@3.1.1
cat > ask.mjs <<'JS'
import { ExpressionRunner } from 'survey-core';
const ask = (text, due, came) => {
  const runner = new ExpressionRunner(text);
  return runner.runValues({ due, came });
};
const day = '2026-06-05T';
const hours = ['12:15:00', '09:00:00', '09:50:00'].map((time) => ask('dateDiff({due}, {came}, "hours")', `${day}10:00`, day + time));
const minutes = ['10:00:10', '09:00:00'].map((time) => ask('dateDiff({due}, {came}, "minutes")', `${day}10:00`, day + time));
const days = ['dateDiff({due}, {came}, "days")', 'diffDays({due}, {came})'].map((text) => ask(text, '2026-06-10', '2026-06-05'));
console.log(
  `12:15, 9:00, 9:50 in hours ${hours.join(', ')}; 10:00:10, 9:00 in minutes ${minutes.join(', ')}; five days early ${days.join(', ')}`,
);
JS
expected='12:15, 9:00, 9:50 in hours 3, 1, 1; 10:00:10, 9:00 in minutes 1, 60; five days early 5, 5'
seen=$(TZ=UTC node ask.mjs 2> warnings.log)
echo "survey-core 3.1.1, due at 10:00: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
