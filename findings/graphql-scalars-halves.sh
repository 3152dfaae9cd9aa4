#!/usr/bin/env bash
# graphql-scalars 2.0.0 (with graphql 16.15.0): an hour and a half in a field NonNegativeInt or PositiveInt.
#
# Guess before running: it is refused, as Int of GraphQL refuses it, of which these are a narrower kind.
# Seen: it is 1, whether it comes in or goes out, and three quarters are 0; 2.999 is 2. PositiveInt refuses .75 and takes 1.5 for 1.
# Whoever narrows Int so that no lead time is negative has halves cut off, and promises up to a unit less than was meant.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact graphql-scalars@2.0.0 graphql@16.15.0
cat > ask.mjs <<'JS'
import { GraphQLInt } from 'graphql';
import { GraphQLNonNegativeInt, GraphQLPositiveInt } from 'graphql-scalars';
const ask = (type) => {
  const answer = (way, value) => {
    try {
      return type[way](value);
    } catch {
      return 'refused';
    }
  };
  return `${type.name} ${[1.5, 0.75, 2.999].map((value) => `${answer('parseValue', value)} ${answer('serialize', value)}`).join(', ')}`;
};
console.log([GraphQLInt, GraphQLNonNegativeInt, GraphQLPositiveInt].map(ask).join('; '));
JS
expected='Int refused refused, refused refused, refused refused; NonNegativeInt 1 1, 0 0, 2 2; PositiveInt 1 1, refused refused, 2 2'
seen=$(node ask.mjs)
echo "graphql-scalars 2.0.0, 1.5, 0.75 and 2.999 in and out: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
