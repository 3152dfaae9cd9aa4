#!/usr/bin/env bash
# alasql 4.19.1: MEDIAN of the durations of orders, some of which have none yet.
#
# Guess before running: NULL is left out of MEDIAN as it is of AVG and COUNT: of 1, 3, 8 and orders under way the median is 3.
# Seen: 3 where the column says null, and 8 where it is absent from the object or from the INSERT, though IS NULL finds those rows:
# MEDIAN takes what is absent for the largest.
# Whoever selects from objects as an API sends them, or fills a table column by column, has open orders among the slowest, and
# another median once somebody writes null.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact --omit=optional alasql@4.19.1
cat > ask.mjs <<'JS'
import alasql from 'alasql';
const done = [{ took: 1 }, { took: 3 }, { took: 8 }];
const ask = (rows) => {
  const [{ average, median }] = alasql('SELECT AVG(took) AS average, MEDIAN(took) AS median FROM ?', [rows]);
  const [{ open }] = alasql('SELECT COUNT(*) AS open FROM ? WHERE took IS NULL', [rows]);
  return `average ${average}, median ${median}, ${open} open`;
};
alasql('CREATE TABLE orders (id INT, took INT)');
alasql('INSERT INTO orders (id, took) VALUES (1, 1), (2, 3), (3, 8)');
alasql('INSERT INTO orders (id) VALUES (4), (5)');
console.log(
  [
    `null: ${ask([...done, { took: null }, { took: null }])}`,
    `absent: ${ask([...done, {}, {}])}`,
    `inserted without: ${ask(alasql('SELECT * FROM orders'))}`,
  ].join('; '),
);
JS
expected='null: average 4, median 3, 2 open; absent: average 4, median 8, 2 open; inserted without: average 4, median 8, 2 open'
seen=$(node ask.mjs)
echo "alasql 4.19.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
