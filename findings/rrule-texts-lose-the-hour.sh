#!/usr/bin/env bash
# rrule 2.8.1: slots of delivery from a text, and in words for the customer.
#
# Guess before running: "every day at 5pm" has BYHOUR=17, "every weekend" Saturday and Sunday, and what cannot be read is refused, as
# "every 3rd Friday" is. A rule that cannot be said in full is not `isFullyConvertibleToText()`.
# Seen: 5pm is hour 5, 9:30 is hour 9, every weekend is every week, "in June on the 5th" the whole of June. The other way, weekdays at 17 are
# "every weekday", the last weekday of a month is "every month on weekdays", and both are said to be told in full.
# (Known of toText: jkbrzt/rrule#387, jkbrzt/rrule#629.)
# Whoever takes slots from a text, or tells them to a customer, is twelve hours off, or promises every day what comes once a month.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact rrule@2.8.1
cat > ask.mjs <<'JS'
import rrule from 'rrule';
const { RRule } = rrule;
const read = (text) => `${text} ${RRule.fromText(text).toString().slice('RRULE:'.length)}`;
const say = (text) => {
  const rule = RRule.fromString(text);
  return `${text} ${rule.toText()} (${rule.isFullyConvertibleToText()})`;
};
const texts = ['every day at 5pm', 'every weekday at 9:30', 'every weekend', 'every year in June on the 5th'];
const rules = ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=17', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'];
console.log([...texts.map(read), ...rules.map(say)].join('\n'));
JS
expected='every day at 5pm FREQ=DAILY;BYHOUR=5
every weekday at 9:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9
every weekend FREQ=WEEKLY
every year in June on the 5th FREQ=YEARLY;BYMONTH=6
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=17 every weekday (true)
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 every month on weekdays (true)'
seen=$(node ask.mjs)
echo "rrule 2.8.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
