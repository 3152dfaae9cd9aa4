#!/usr/bin/env bash
# apache-arrow 21.2.0: orders as objects, of which one is open and has no field for what is not known yet, to a table.
#
# Guess before running: what is absent is null, as in JSON's other readers, and counted in `nullCount`.
# Seen: nullCount is 0. An absent number is NaN, an absent boolean false, an absent text ''. Only `null` is null. With an absent date
# it throws.
# Whoever writes an export to Arrow has open orders on time (`late` is false), and means that are NaN.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact apache-arrow@21.2.0
cat > ask.mjs <<'JS'
import { tableFromIPC, tableFromJSON, tableToIPC } from 'apache-arrow';
const done = [{ took: 30, late: true, reason: 'rain' }, { took: 20, late: false, reason: 'none' }];
const ask = (open) => {
  const table = tableFromIPC(tableToIPC(tableFromJSON([...done, open])));
  const column = (name) => table.getChild(name);
  return ['took', 'late', 'reason'].map((name) => `${name} ${JSON.stringify(String(column(name).get(2)))}, nulls ${column(name).nullCount}`).join('; ');
};
console.log(`absent: ${ask({})}. null: ${ask({ took: null, late: null, reason: null })}`);
JS
expected='absent: took "NaN", nulls 0; late "false", nulls 0; reason "", nulls 0. null: took "null", nulls 1; late "null", nulls 1; reason "null", nulls 1'
seen=$(node ask.mjs)
echo "apache-arrow 21.2.0, $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
