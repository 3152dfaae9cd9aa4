#!/usr/bin/env bash
# Bun 1.4.5: a time of day in a locale that asks for a 12-hour clock, with timeStyle "short".
#
# Guess before running: both have ICU's data, so that en-GB-u-hc-h12 gives "3:00 pm" in Bun as in Node.
# Seen: Bun gives "03:00 pm", as it does with hour "2-digit"; with hour "numeric" it gives "3:00 pm", and so it does in a locale
# whose own clock has 12 hours (en-AU). Node 20 gives "3:00 pm" for all three.
# Whoever renders times on a server under Bun and again in a browser meets it: the texts differ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# npm asks leave to run the package's install script, which puts the binary in place.
echo '{ "private": true, "type": "module", "allowScripts": { "bun": true } }' > package.json
npm install --silent --no-audit --no-fund --save-exact bun@1.4.5
cat > say.mjs <<'JS'
const three = new Date('2026-01-05T15:00:00Z');
const say = (locale, options) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(three).replace(/\s/g, ' ');
console.log(
  [
    say('en-GB-u-hc-h12', { timeStyle: 'short' }),
    say('en-GB-u-hc-h12', { hour: 'numeric', minute: '2-digit' }),
    say('en-AU', { timeStyle: 'short' }),
  ].join(', '),
);
JS
expected='03:00 pm, 3:00 pm, 3:00 pm'
seen=$(./node_modules/.bin/bun say.mjs)
echo "Bun $(./node_modules/.bin/bun --version): $seen; Node: $(node say.mjs)"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
