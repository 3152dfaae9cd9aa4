#!/usr/bin/env bash
# bson 7.3.4, @msgpack/msgpack 3.1.3, beside msgpackr 2.1.4 and cbor 10.0.12: a date that could not be read, `new Date('unknown')`, written and read back.
#
# Guess before running: refused, or null as in JSON.
# Seen: bson, which MongoDB's driver writes with, and @msgpack/msgpack make 1 January 1970 of it; msgpackr and
# cbor keep it invalid.
# Whoever stores when an order was delivered has a delivery fifty years before the order, or one that took half a century, and no error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact bson@7.3.4 @msgpack/msgpack@3.1.3 msgpackr@2.1.4 cbor@10.0.12
cat > ask.mjs <<'JS'
import * as msgpack from '@msgpack/msgpack';
import { deserialize, serialize } from 'bson';
import cbor from 'cbor';
import { pack, unpack } from 'msgpackr';
const order = { delivered: new Date('unknown') };
const say = ({ delivered }) => (delivered instanceof Date && !(delivered > 0 || delivered <= 0) ? 'invalid' : JSON.stringify(delivered));
console.log(
  [
    `bson ${say(deserialize(serialize(order)))}`,
    `@msgpack/msgpack ${say(msgpack.decode(msgpack.encode(order)))}`,
    `msgpackr ${say(unpack(pack(order)))}`,
    `cbor ${say(cbor.decode(cbor.encode(order)))}`,
  ].join(', '),
);
JS
expected='bson "1970-01-01T00:00:00.000Z", @msgpack/msgpack "1970-01-01T00:00:00.000Z", msgpackr invalid, cbor invalid'
seen=$(node ask.mjs)
echo "an invalid date: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
