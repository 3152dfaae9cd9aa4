#!/usr/bin/env bash
# typebox 1.4.3: Value.Convert and Value.Decode of a survey answer that was left out.
#
# Guess before running: null and an empty text are not converted, as in @sinclair/typebox 0.34.52, so that the check after it refuses them.
# Seen: both are 0 where a number is expected, and pass. An integer of 1.9 is 1. Where null or a number is expected, in this order,
# an answer "0" becomes null. 0.34.52 leaves null and "" as they are, and makes 1 of 1.9 as well.
# Whoever reads answers so has each empty one as a detractor, and in the other order loses each "0" that was given.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact typebox@1.4.3 @sinclair/typebox@0.34.52
cat > ask.mjs <<'JS'
import * as older from '@sinclair/typebox';
import { Value as OlderValue } from '@sinclair/typebox/value';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
const versions = [
  [Type, Value],
  [older.Type, OlderValue],
].map(([type, value]) => {
  const convert = (schema, given) => `${JSON.stringify(given)} ${JSON.stringify(value.Convert(schema, given))}`;
  const score = type.Number({ minimum: 0, maximum: 10 });
  return [
    convert(score, null),
    convert(score, ''),
    convert(type.Integer(), 1.9),
    convert(type.Union([type.Null(), type.Number()]), '0'),
  ].join(', ');
});
console.log(`${versions.join('; ')}; decoded ${JSON.stringify(Value.Decode(Type.Object({ nps: Type.Number() }), { nps: null }))}`);
JS
expected='null 0, "" 0, 1.9 1, "0" null; null null, "" "", 1.9 1, "0" 0; decoded {"nps":0}'
seen=$(node ask.mjs)
echo "typebox 1.4.3; @sinclair/typebox 0.34.52: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
