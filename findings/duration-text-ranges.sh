#!/usr/bin/env bash
# parse-duration 2.1.9 and timestring 7.0.0: a range, and a decimal comma, in the text of a duration.
#
# Guess before running: "3-5 days" is refused or gives nothing, since it is two durations, and "1,5 h" is an hour and a half.
# Seen, in hours: of "3-5 days" parse-duration makes 123, which is 3 hours (its word for a number without a unit) and 5 days,
# timestring 120; of "30-45 min" 30.75 and .75; of "1,5 h" both make 15.
# Whoever reads what carriers and shops say of their deliveries meets it, and whoever reads durations of a German or French
# export: nothing is refused, and the hours look like hours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact parse-duration@2.1.9 timestring@7.0.0
cat > ask.mjs <<'JS'
import parse from 'parse-duration';
import timestring from 'timestring';
const texts = ['3-5 days', '30-45 min', '1,5 h'];
console.log(texts.map((text) => `${text}: ${parse(text, 'h')} and ${timestring(text, 'h')}`).join('; '));
JS
expected='3-5 days: 123 and 120; 30-45 min: 30.75 and 0.75; 1,5 h: 15 and 15'
seen=$(node ask.mjs)
echo "parse-duration 2.1.9 and timestring 7.0.0, hours: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
