#!/usr/bin/env bash
# SQLite 3.53.2 (better-sqlite3 12.11.1): a column that is called "true" or "false", in a nested select.
#
# Guess before running: a name in double quotes is a name, so that the inner column comes out as "true", 5, at any depth.
# Seen: a table's own column does, once. In a nested select the inner column is renamed "column1": asking for it by its name
# fails with "no such column", and SELECT * gives it under a name that nobody wrote, without an error.
# Whoever nests selects over an export with such a column, or lets a query builder do it, meets it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# npm asks leave to run the package's install script, which puts the binary in place.
echo '{ "private": true, "type": "module", "allowScripts": { "better-sqlite3": true } }' > package.json
npm install --silent --no-audit --no-fund --save-exact better-sqlite3@12.11.1
cat > ask.mjs <<'JS'
import Database from 'better-sqlite3';
const db = new Database(':memory:');
db.exec('CREATE TABLE answers ("true" REAL); INSERT INTO answers VALUES (5)');
const ask = (query) => {
  try {
    return JSON.stringify(db.prepare(query).get());
  } catch (error) {
    return error.message.split(' - ')[0];
  }
};
const seen = [
  'SELECT "true" FROM answers',
  'SELECT "true" FROM (SELECT "true" FROM answers)',
  'SELECT * FROM (SELECT "true" FROM answers)',
].map(ask);
console.log(`${db.prepare('SELECT sqlite_version() AS v').get().v}: ${seen.join(', ')}`);
JS
expected='3.53.2: {"true":5}, no such column: "true", {"column1":5}'
seen=$(node ask.mjs)
echo "SQLite $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
