#!/usr/bin/env bash
# exceljs 4.4.0: a cell that holds a duration, such as 26:30 in the format [h]:mm.
#
# Guess before running: it comes as the number that the cell holds, 1.104 days.
# Seen: it comes as a date, 2:30 of 31 December 1899, since its format has an h and an m in it. Minutes and seconds
# ([mm]:ss) come as a time of 30 December 1899.
# Whoever reads how long jobs took from a workbook meets it: getHours() of 26:30 is 2, or another hour where the host's zone is
# not UTC.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact exceljs@4.4.0
cat > ask.mjs <<'JS'
import ExcelJS from 'exceljs';
const written = new ExcelJS.Workbook();
const sheet = written.addWorksheet('jobs');
const put = (cell, days, numFmt) => Object.assign(sheet.getCell(cell), { value: days, numFmt });
put('A1', 26.5 / 24, '[h]:mm');
put('A2', 41.5 / 1440, '[mm]:ss');
put('A3', 26.5 / 24, '0.00');
const read = new ExcelJS.Workbook();
await read.xlsx.load(await written.xlsx.writeBuffer());
const values = ['A1', 'A2', 'A3'].map((cell) => read.getWorksheet('jobs').getCell(cell).value);
console.log(values.map((value) => (value instanceof Date ? value.toISOString() : value.toFixed(3))).join(', '));
JS
expected='1899-12-31T02:30:00.000Z, 1899-12-30T00:41:30.000Z, 1.104'
seen=$(node ask.mjs)
echo "exceljs 4.4.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
