#!/usr/bin/env bash
# @internationalized/date 3.12.4: isWeekend in the United Arab Emirates.
#
# Guess before running: Saturday and Sunday, as it has been there since January 2022, and as Intl says in Node 20.
# Seen: Friday and Saturday. Sunday is a working day and Friday is not. In India it is Saturday and Sunday, where Intl has Sunday
# alone. For the United States, Germany, Saudi Arabia, Israel and Iran both agree.
# Whoever builds open days or a date picker from it has a shop closed on its Friday, and promises deliveries on Sunday.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @internationalized/date@3.12.4
cat > ask.mjs <<'JS'
import { isWeekend, parseDate } from '@internationalized/date';
// Thursday to Sunday: 4 to 7 of ISO 8601, as Intl counts them.
const days = { 4: '2026-06-04', 5: '2026-06-05', 6: '2026-06-06', 7: '2026-06-07' };
const byPackage = (locale) => Object.keys(days).filter((day) => isWeekend(parseDate(days[day]), locale));
const byIntl = (name) => {
  const locale = new Intl.Locale(name);
  return (locale.getWeekInfo?.() ?? locale.weekInfo).weekend;
};
const locales = ['ar-AE', 'en-IN', 'en-US', 'de-DE', 'ar-SA', 'he-IL', 'fa-IR'];
console.log(locales.map((locale) => `${locale} ${byPackage(locale)} (Intl ${byIntl(locale)})`).join('; '));
JS
expected='ar-AE 5,6 (Intl 6,7); en-IN 6,7 (Intl 7); en-US 6,7 (Intl 6,7); de-DE 6,7 (Intl 6,7); ar-SA 5,6 (Intl 5,6); he-IL 5,6 (Intl 5,6); fa-IR 5 (Intl 5)'
seen=$(node ask.mjs)
echo "@internationalized/date 3.12.4 on node $(node --version): $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
