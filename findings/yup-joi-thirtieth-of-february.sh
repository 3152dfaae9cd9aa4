#!/usr/bin/env bash
# yup 1.7.1 and joi 18.3.2 (and its iso()): dates as text from a form or an API, on a server in UTC.
#
# Guess before running: a day that there is not is refused, as zod 4 refuses it in z.iso.date().
# Seen: 30 February is 2 March for both, also with iso(), and the 31st of June 1 July. For yup the 13th month of 2026 is January 2027.
# joi refuses that, and 32 January.
# Whoever reads due dates or deliveries so takes a slip of a digit for a date days, or a year, away: durations out of nowhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact yup@1.7.1 joi@18.3.2 zod@4.6.7
cat > ask.mjs <<'JS'
import joi from 'joi';
import { date } from 'yup';
import { z } from 'zod';
const day = (value) => value.toISOString().slice(0, 10);
const byYup = (text) => (date().isValidSync(text) ? day(date().cast(text)) : 'refused');
const byJoi = (schema, text) => {
  const { error, value } = schema.validate(text);
  return error ? 'refused' : day(value);
};
const ask = (text) =>
  `${text}: ${byYup(text)}, ${byJoi(joi.date(), text)}, ${byJoi(joi.date().iso(), text)}, ` +
  (z.iso.date().safeParse(text).success ? 'taken' : 'refused');
console.log(['2026-02-28', '2026-02-30', '2026-06-31', '2026-13-01', '2026-01-32'].map(ask).join('; '));
JS
expected='2026-02-28: 2026-02-28, 2026-02-28, 2026-02-28, taken; 2026-02-30: 2026-03-02, 2026-03-02, 2026-03-02, refused; 2026-06-31: 2026-07-01, 2026-07-01, 2026-07-01, refused; 2026-13-01: 2027-01-01, refused, refused, refused; 2026-01-32: 2026-02-01, refused, refused, refused'
seen=$(TZ=UTC node ask.mjs)
echo "yup 1.7.1, joi 18.3.2, its iso(), zod 4.6.7: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
