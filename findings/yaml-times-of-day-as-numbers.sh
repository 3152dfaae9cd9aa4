#!/usr/bin/env bash
# yaml 2.9.1 and js-yaml 3.15.2: opening hours and durations as texts, written by one and read by the other.
#
# Guess before running: what one writes of a text the other reads as that text, since both know which texts need quotation marks.
# Seen: yaml writes 9:30 and 26:30 without, and js-yaml 3 reads the numbers 570 and 1590, by YAML 1.1; 09:30 stays text, and a time without
# a zone is one of UTC. js-yaml 5.5.0 reads all of them as text.
# Whoever keeps opening hours or durations in a file has numbers of minutes where an older library reads it, for some of the times.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact yaml@2.9.1 js-yaml@3.15.2 newest@npm:js-yaml@5.5.0
cat > ask.mjs <<'JS'
import old from 'js-yaml';
import * as newest from 'newest';
import { stringify } from 'yaml';
const file = stringify(['9:30', '09:30', '26:30', '2026-06-05 18:00:00']);
console.log(`${JSON.stringify(old.load(file))} ${JSON.stringify(newest.load(file))}`);
JS
expected='[570,"09:30",1590,"2026-06-05T18:00:00.000Z"] ["9:30","09:30","26:30","2026-06-05 18:00:00"]'
seen=$(node ask.mjs)
echo "js-yaml 3.15.2 and 5.5.0 read of yaml 2.9.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
