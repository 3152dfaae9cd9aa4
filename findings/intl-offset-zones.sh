#!/usr/bin/env bash
# Node 20.20.2 and 26.10.0: an offset such as +02:00 as the time zone of Intl.DateTimeFormat.
#
# Guess before running: both refuse it, since an offset is no name of the tz database and knows no summer time.
# Seen: Node 20 throws a RangeError, Node 26 takes it and answers with a fixed offset. A calendar that was written with an
# offset works on one server and not on the next, and where it works it is an hour off for half of the year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ask='try { console.log("takes it as " + new Intl.DateTimeFormat("en-US", { timeZone: "+02:00" }).resolvedOptions().timeZone) } catch (error) { console.log("throws a " + error.name) }'
seen=''
for version in 20.20.2 26.10.0; do
  mkdir "$version"
  # npm asks leave to run the package's install script, which puts the binary in place.
  echo '{ "private": true, "allowScripts": { "node": true } }' > "$version/package.json"
  (cd "$version" && npm install --silent --no-audit --no-fund --save-exact "node@$version")
  seen="$seen$version $("$version/node_modules/.bin/node" -e "$ask"); "
done
echo "$seen"
if [ "$seen" != '20.20.2 throws a RangeError; 26.10.0 takes it as +02:00; ' ]; then
  echo 'changed'
  exit 1
fi
