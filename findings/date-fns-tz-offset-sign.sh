#!/usr/bin/env bash
# @date-fns/tz 1.5.0: the offset of a zone that lies between -1 hour and 0.
#
# Guess before running: tzOffset gives minutes ahead of UTC with their sign, so that Africa/Monrovia in 1970, which was
# 44 minutes and 30 seconds behind, is -44.5, as Intl's longOffset (GMT-00:44:30) says.
# Seen: +44.5. The sign is lost where the hours of the offset are 0, and a wall time of 9:00 comes out 89 minutes early.
# Whoever works out times there before 1972, or in Europe/Dublin before 1916, meets it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @date-fns/tz@1.5.0
cat > ask.mjs <<'JS'
import { tzOffset } from '@date-fns/tz/tzOffset';
const at = new Date('1970-06-01T12:00:00Z');
const format = new Intl.DateTimeFormat('en-US', { timeZone: 'Africa/Monrovia', timeZoneName: 'longOffset' });
const said = format.formatToParts(at).find(({ type }) => type === 'timeZoneName').value;
console.log(`Intl ${said}, tzOffset ${tzOffset('Africa/Monrovia', at)}`);
JS
expected='Intl GMT-00:44:30, tzOffset 44.5'
seen=$(node ask.mjs)
echo "@date-fns/tz 1.5.0 on node $(node --version): $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
