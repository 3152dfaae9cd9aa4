#!/usr/bin/env bash
# yaml 2.9.1 and js-yaml 3.14.2: opening hours and durations as texts, written by one and read by the other.
#
# Guess before running: what one writes of a text the other reads as that text, since both know which texts need quotation marks.
# Seen: yaml writes 9:30 and 26:30 without, and js-yaml 3 reads the numbers 570 and 1590, by YAML 1.1; 2026-06-05 becomes a Date. 09:00 and
# 17:00-18:00 stay text, so that opening at 8:30 is a number, and at 08:30 is none. js-yaml 5.5.0 reads all as text.
# Whoever keeps hours in a file that another program writes meets it where an older library reads.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact yaml@2.9.1 js-yaml@3.14.2 newest@npm:js-yaml@5.5.0
cat > ask.mjs <<'JS'
import old from 'js-yaml';
import * as newest from 'newest';
import { stringify } from 'yaml';
const file = stringify(['9:30', '26:30', '09:00', '08:30', '2026-06-05', '2026-06-05 18:00:00']);
console.log(`${JSON.stringify(old.load(file))} ${JSON.stringify(newest.load(file))}`);
JS
expected=''
seen=$(node ask.mjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
