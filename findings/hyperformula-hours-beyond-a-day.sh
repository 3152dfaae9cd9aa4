#!/usr/bin/env bash
# hyperformula 3.5.0: TEXT of a duration of 26.5 hours, with the spreadsheet's format for hours beyond a day.
#
# Guess before running: TEXT(26.5/24, "[h]:mm") is "26:30", as in Excel and in fast-formula-parser 1.0.19.
# Seen: "[2]:30": the brackets are text to it, and the h between them is the hour of the day. "[m]" is the month: "[12]". "[hh]:mm" and
# "[mm]" are understood: "26:30" and "1590".
# Whoever shows how long orders took, in the format that the workbook uses, shows less by whole days; below a day only the brackets
# tell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact hyperformula@3.5.0 fast-formula-parser@1.0.19
cat > ask.mjs <<'JS'
import parser from 'fast-formula-parser';
import { HyperFormula } from 'hyperformula';
const sheet = HyperFormula.buildFromArray([[]], { licenseKey: 'gpl-v3' });
const other = new parser();
const at = { sheet: 'S', row: 1, col: 1 };
const say = (hours, format) => {
  const formula = `TEXT(${hours}/24, "${format}")`;
  return `${format} of ${hours} h ${sheet.calculateFormula(`=${formula}`, 0)} (other: ${other.parse(formula, at)})`;
};
console.log([say(26.5, '[h]:mm'), say(50, '[h]:mm'), say(26.5, '[m]'), say(26.5, '[hh]:mm'), say(26.5, '[mm]')].join('; '));
JS
expected='[h]:mm of 26.5 h [2]:30 (other: 26:30); [h]:mm of 50 h [2]:00 (other: 50:00); [m] of 26.5 h [12] (other: 1590); [hh]:mm of 26.5 h 26:30 (other: 26:30); [mm] of 26.5 h 1590 (other: 1590)'
seen=$(node ask.mjs)
echo "hyperformula 3.5.0, fast-formula-parser 1.0.19: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
