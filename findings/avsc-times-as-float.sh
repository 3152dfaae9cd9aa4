#!/usr/bin/env bash
# avsc 5.7.9 (Avro): orders written by the type that it infers from them.
#
# Guess before running: a number is a double, the only kind JavaScript has, or a long where it is whole, and a Date is milliseconds: each comes
# back as it went in.
# Seen: it is a float of 32 bits, unless whole and below 2^31. Times in milliseconds come back 21 seconds later, .9 as
# .8999999761581421, and a Date as {}, a record without fields. (Known of numbers: mtth/avsc#94.)
# Whoever keeps times so has orders late that were in time, and durations in steps of two minutes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact avsc@5.7.9
cat > ask.mjs <<'JS'
import avro from 'avsc';
const back = (value) => {
  const type = avro.Type.forValue(value);
  return type.fromBuffer(type.toBuffer(value));
};
const { at, took, due } = back({ at: 1780653600123, took: 0.9, due: new Date('2026-06-05T10:00:00Z') });
const minute = back([1780653600000, 1780653660000]);
console.log(`${at}, ${took}, ${JSON.stringify(due)}; a minute ${(minute[1] - minute[0]) / 1000} seconds`);
JS
expected='1780653621248, 0.8999999761581421, {}; a minute 0 seconds'
seen=$(node ask.mjs)
echo "avsc 5.7.9, of 1780653600123, 0.9 and a date: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
