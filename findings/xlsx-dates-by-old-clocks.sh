#!/usr/bin/env bash
# xlsx 0.18.5 (the latest on npm): cells with a date, read with cellDates on a server in Paris, Kolkata or São Paulo.
#
# Guess before running: 5 June 2026, 18:00 in the cell is 18:00 by the server's clock, to the second.
# Seen: in Paris it is 17:59:39, and a cell with the day alone is 23:59:39 of the day before. In Kolkata it is 10 seconds early, in
# São Paulo 28 late, in Berlin and New York right: what the clocks there were off by in 1899, where such cells begin to count,
# less whole minutes.
# Whoever reads orders so finds each that is due at midnight due the day before, and what came on time a few seconds late.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact xlsx@0.18.5
cat > ask.mjs <<'JS'
import { read, utils, write } from 'xlsx';
// The numbers that a spreadsheet keeps for 5 June 2026 and for 18:00 of it, and their formats.
const sheet = {
  '!ref': 'A1:A2',
  A1: { t: 'n', v: 46178, z: 'yyyy-mm-dd' },
  A2: { t: 'n', v: 46178.75, z: 'yyyy-mm-dd hh:mm' },
};
const file = write({ SheetNames: ['orders'], Sheets: { orders: sheet } }, { type: 'buffer', bookType: 'xlsx' });
const pad = (number) => String(number).padStart(2, '0');
const byClock = (date) =>
  `${pad(date.getDate())} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(':')}`;
const rows = utils.sheet_to_json(read(file, { cellDates: true }).Sheets.orders, { header: 1 });
console.log(`${process.env.TZ}: ${rows.map(([date]) => byClock(date)).join(', ')}`);
JS
expected='Europe/Berlin: 05 00:00:00, 05 18:00:00
Europe/Paris: 04 23:59:39, 05 17:59:39
Asia/Kolkata: 04 23:59:50, 05 17:59:50
America/Sao_Paulo: 05 00:00:28, 05 18:00:28
America/New_York: 05 00:00:00, 05 18:00:00'
seen=$(for zone in Europe/Berlin Europe/Paris Asia/Kolkata America/Sao_Paulo America/New_York; do TZ=$zone node ask.mjs; done)
echo "xlsx 0.18.5: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
