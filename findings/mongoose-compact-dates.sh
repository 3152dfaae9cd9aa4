#!/usr/bin/env bash
# mongoose 9.12.1: due dates in a field of type Date, written without hyphens, as GTFS, EDIFACT and many data warehouses write them.
#
# Guess before running: "20260605" is 5 June 2026, a date of ISO 8601, or refused, as "20260605T1800" is.
# Seen: it is 1 January 1970, 5:37:40, milliseconds as text; with hour, minute and second, "20260605180000", it is the year 2612. "2026-06-05" is
# right, and 46178, the day as a spreadsheet keeps it, is the year 46178 as text.
# Whoever loads such a file has all orders due 56 years ago, or never: none is refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact mongoose@9.12.1
cat > ask.mjs <<'JS'
import mongoose from 'mongoose';
const Order = mongoose.model('Order', new mongoose.Schema({ due: Date }));
const ask = (text) => {
  const { due, errors } = new Order({ due: text });
  return `${text} ${errors ? 'refused' : due.toISOString()}`;
};
console.log(['2026-06-05', '20260605', '20260605180000', '20260605T1800', '46178'].map(ask).join('; '));
JS
expected='2026-06-05 2026-06-05T00:00:00.000Z; 20260605 1970-01-01T05:37:40.605Z; 20260605180000 2612-01-13T17:53:00.000Z; 20260605T1800 refused; 46178 +046178-01-01T00:00:00.000Z'
seen=$(TZ=UTC node ask.mjs)
echo "mongoose 9.12.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
