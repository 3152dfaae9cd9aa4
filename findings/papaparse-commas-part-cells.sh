#!/usr/bin/env bash
# papaparse 5.7.1: a table of a German spreadsheet, with semicolons between its cells and commas within them.
#
# Guess before running: the delimiter is found out, a semicolon, since the header has it as every line has.
# Seen: the comma, where the names of columns have one as well. Of "took, hours;price, EUR" and "1,5;2,5" come three columns, without
# an error: 1, "5;2" and 5. With "took;price" the semicolon is found, unless the file has but three lines more and ends in a line
# break: then it is the comma, with errors.
# Whoever averages the first column promises 1 hour for 1,5.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact papaparse@5.7.1
cat > ask.mjs <<'JS'
import Papa from 'papaparse';
const ask = (name, ...lines) => {
  const { data, errors, meta } = Papa.parse(lines.join('\n'), { header: true, dynamicTyping: true });
  return `${name} ${JSON.stringify(meta.delimiter)} ${JSON.stringify(Object.values(data[0]))} ${errors.length} errors`;
};
const lines = (count) => Array(count).fill('1,5;2,5');
console.log([
  ask('units', 'took, hours;price, EUR', ...lines(40)),
  ask('plain', 'took;price', ...lines(40)),
  ask('few and a line break', 'took;price', ...lines(3), ''),
].join('; '));
JS
expected='units "," [1,"5;2",5] 0 errors; plain ";" ["1,5","2,5"] 0 errors; few and a line break "," [1,["5;2",5]] 3 errors'
seen=$(node ask.mjs)
echo "papaparse 5.7.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
