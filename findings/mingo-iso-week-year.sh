#!/usr/bin/env bash
# mingo 7.2.7 (MongoDB's queries over objects in memory): the ISO week of the first days of January.
#
# Guess before running: Friday, 1 January 2027, is in week 53 of 2026, as ISO 8601 and MongoDB have it.
# Seen: week 53 of 2027, by $isoWeekYear and by %G-%V alike. Monday, 30 December 2024, is in week 1 of 2024 (right: of 2025).
# Sunday, 1 January 2023, is in 2022 by $isoWeekYear and in 2023 by %G.
# Whoever groups by week has the week of New Year in two halves, one of them a year off and at the wrong end of the chart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact mingo@7.2.7
cat > ask.mjs <<'JS'
import { aggregate } from 'mingo';
const ask = (day) => {
  const at = new Date(`${day}T12:00:00Z`);
  const fields = { year: { $isoWeekYear: '$at' }, week: { $isoWeek: '$at' }, text: { $dateToString: { date: '$at', format: '%G-%V' } } };
  const [{ year, week, text }] = aggregate([{ at }], [{ $project: fields }]);
  return `${day} ${year}-${week} ${text}`;
};
console.log(['2024-12-30', '2023-01-01', '2026-12-31', '2027-01-01'].map(ask).join('; '));
JS
expected='2024-12-30 2024-1 2024-01; 2023-01-01 2022-52 2023-52; 2026-12-31 2026-53 2026-53; 2027-01-01 2027-53 2027-53'
seen=$(TZ=UTC node ask.mjs)
echo "mingo 7.2.7: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
