#!/usr/bin/env bash
# fast-json-stringify 7.3.10, with which Fastify answers: survey answers and orders, by a schema of plain types.
#
# Guess before running: what is null goes out as null, or is refused, since the schema has no null.
# Seen: a number is 0, a boolean false, a text "", a date-time "". An integer of 1.9 is 1. Only what is absent stays absent, and with
# type: ["number", "null"] null is null. (Known: fastify/fast-json-stringify#130.)
# Whoever reads a survey from such a service counts each question that was left out as a 0, the angriest of detractors, and each open
# order as in time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact fast-json-stringify@7.3.10
cat > ask.mjs <<'JS'
import build from 'fast-json-stringify';
const properties = {
  nps: { type: 'number' },
  late: { type: 'boolean' },
  comment: { type: 'string' },
  done: { type: 'string', format: 'date-time' },
  hours: { type: 'integer' },
  either: { type: ['number', 'null'] },
};
const write = build({ type: 'object', properties });
console.log(
  [{ nps: null, late: null, comment: null, done: null, either: null }, {}, { hours: 1.9 }].map((row) => write(row)).join('; '),
);
JS
expected='{"nps":0,"late":false,"comment":"","done":"","either":null}; {}; {"hours":1}'
seen=$(node ask.mjs)
echo "fast-json-stringify 7.3.10: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
