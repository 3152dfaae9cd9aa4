#!/usr/bin/env bash
# lokijs 1.5.12: answers below 7, with some that were left out.
#
# Guess before running: null and what is absent are below nothing, as in MongoDB, whose operators it has: of 3, 9, null, absent and an empty
# text $lt: 7 finds the 3.
# Seen: all but the 9. Whatever is absent, null or an empty text comes before all numbers, and sift 17.1.4 finds the 3 alone.
# $between from 0 to 6 finds the 3.
# Whoever counts detractors so has all who did not answer among them; of open orders, all are done in under a week.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact lokijs@1.5.12 sift@17.1.4
cat > ask.mjs <<'JS'
import Loki from 'lokijs';
import sift from 'sift';
const rows = [{ nps: 3 }, { nps: 9 }, { nps: null }, {}, { nps: '' }];
const answers = new Loki('survey').addCollection('answers');
for (const row of rows) answers.insert({ ...row });
const shown = (found) => JSON.stringify(found.map(({ nps = 'absent' }) => nps));
console.log(
  [
    `$lt ${shown(answers.find({ nps: { $lt: 7 } }))}`,
    `$between ${shown(answers.find({ nps: { $between: [0, 6] } }))}`,
    `sift ${shown(rows.filter(sift({ nps: { $lt: 7 } })))}`,
  ].join('; '),
);
JS
expected='$lt [3,null,"absent",""]; $between [3]; sift [3]'
seen=$(node ask.mjs)
echo "lokijs 1.5.12: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
