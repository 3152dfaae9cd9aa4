#!/usr/bin/env bash
# Node 26.10.0 (Intl.DurationFormat) and @formatjs/intl-durationformat 0.12.4: no time left, and an hour and a half early.
#
# Guess before running: "0 minutes" and "-1 hour, -30 minutes" or so, and 1.95 seconds with one digit are 2.0.
# Seen: an empty text, "-1 hour, 30 minutes", and 1.9 seconds. Units that are 0 are left out, all of them too; the sign stands before the
# first unit alone; what is beyond the digits is cut off.
# Whoever says the time left by it says nothing when it is up, and an early arrival reads like a difference of two durations.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# npm asks leave to run the package's install script, which puts the binary in place.
echo '{ "private": true, "type": "module", "allowScripts": { "node": true } }' > package.json
npm install --silent --no-audit --no-fund --save-exact node@26.10.0 @formatjs/intl-durationformat@0.12.4
cat > ask.mjs <<'JS'
import { DurationFormat } from '@formatjs/intl-durationformat';
const ask = (Format) => {
  const long = (duration, options) => `"${new Format('en', { style: 'long', ...options }).format(duration)}"`;
  const digit = { milliseconds: 'numeric', fractionalDigits: 1 };
  return [long({ minutes: 0 }), long({ hours: -1, minutes: -30 }), long({ seconds: 1, milliseconds: 950 }, digit)].join(' ');
};
console.log([Intl.DurationFormat, DurationFormat].map(ask).join('; '));
JS
expected='"" "-1 hour, 30 minutes" "1.9 seconds"; "" "-1 hour, 30 minutes" "1.9 seconds"'
seen=$(./node_modules/.bin/node ask.mjs)
echo "Node 26.10.0; @formatjs/intl-durationformat 0.12.4: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
