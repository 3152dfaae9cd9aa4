#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: NETWORKDAYS from a due date back to an earlier arrival.
#
# Guess before running: as many days as the other way round, with a minus, as in Excel: five days from Monday, 8, to Friday, 12
# June 2026 are -5 from Friday to Monday. (hyperformula 3.5.0 and fast-formula-parser 1.0.19 say so.)
# Seen: -3. From Friday to Thursday it is 0 where the other way has 2, and from 30 to 1 June -28 where the other way has 22: two
# days of the end are left out, and weekends are counted.
# Whoever computes how early or late orders were with a sheet's own formula outside of Excel is wrong for each early one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @formulajs/formulajs@4.6.1 hyperformula@3.5.0 fast-formula-parser@1.0.19
cat > ask.mjs <<'JS'
import { NETWORKDAYS } from '@formulajs/formulajs';
import FormulaParser from 'fast-formula-parser';
import { HyperFormula } from 'hyperformula';
const peers = (from, to) => {
  const formula = `NETWORKDAYS(DATE(2026,6,${from}),DATE(2026,6,${to}))`;
  const cells = HyperFormula.buildFromArray([[`=${formula}`]], { licenseKey: 'gpl-v3' });
  return [cells.getCellValue({ sheet: 0, row: 0, col: 0 }), new FormulaParser().parse(formula)];
};
const june = (day) => new Date(2026, 5, day);
const ask = (from, to) =>
  `${from} to ${to}: ${NETWORKDAYS(june(from), june(to))} (back ${NETWORKDAYS(june(to), june(from))}, peers ${peers(to, from).join(' ')})`;
console.log([[8, 12], [11, 12], [1, 30]].map(([from, to]) => ask(from, to)).join('; '));
JS
expected='8 to 12: 5 (back -3, peers -5 -5); 11 to 12: 2 (back 0, peers -2 -2); 1 to 30: 22 (back -28, peers -22 -22)'
seen=$(TZ=UTC node ask.mjs)
echo "@formulajs/formulajs 4.6.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
