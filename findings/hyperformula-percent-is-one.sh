#!/usr/bin/env bash
# hyperformula 3.5.0: `TEXT` of a share in the formats for percentages.
#
# Guess before running: 88% of 0.875 in "0%" and 87.5% in "0.0%", as in Excel, since those are its usual formats for a share.
# Seen: "1%" and "0.9%": the number is rounded as it is, and a percent sign put behind it. 0.4 is "0%".
# Whoever shows a kept rate in words says that one in a hundred orders was in time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact hyperformula@3.5.0
cat > ask.mjs <<'JS'
import { HyperFormula } from 'hyperformula';
const row = ['=TEXT(0.875,"0%")', '=TEXT(0.875,"0.0%")', '=TEXT(0.4,"0%")', '=TEXT(87.5,"0.0")&"%"'];
const sheet = HyperFormula.buildFromArray([row], { licenseKey: 'gpl-v3' });
console.log(row.map((_, col) => sheet.getCellValue({ sheet: 0, row: 0, col })).join(' '));
JS
expected='1% 0.9% 0% 87.5%'
seen=$(node ask.mjs)
echo "hyperformula 3.5.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
