#!/usr/bin/env bash
# date-fns 4.4.0: business days added to a Saturday or Sunday, and counted again.
#
# Guess before running: differenceInBusinessDays undoes addBusinessDays: what was ordered on a Saturday and promised in 5
# business days is counted as 5.
# Seen: it is counted as 4. From a Monday 5 are 5; from a Saturday or Sunday each number of days comes back one nearer to 0.
# Whoever promises with the one and measures with the other finds weekend orders a day quicker than they were promised, and
# learns from them that a day less will do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact date-fns@4.4.0
cat > ask.mjs <<'JS'
import { addBusinessDays, differenceInBusinessDays } from 'date-fns';
const counted = (day, days) => {
  const from = new Date(2026, 5, day, 10);
  return differenceInBusinessDays(addBusinessDays(from, days), from);
};
const names = { 5: 'Friday', 6: 'Saturday', 7: 'Sunday', 8: 'Monday' };
console.log(Object.entries(names).map(([day, name]) => `${name} 1: ${counted(+day, 1)}, 5: ${counted(+day, 5)}`).join('; '));
JS
expected='Friday 1: 1, 5: 5; Saturday 1: 0, 5: 4; Sunday 1: 0, 5: 4; Monday 1: 1, 5: 5'
seen=$(TZ=UTC node ask.mjs)
echo "date-fns 4.4.0: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
