#!/usr/bin/env bash
# openapi-fetch 0.17.0 and ofetch 1.5.1: the orders since a date, asked of a shop.
#
# Guess before running: a Date in a query goes out as ISO 8601 text, as in JSON (and as axios and qs send it).
# Seen: openapi-fetch leaves it out, name and all, and keeps the rest. ofetch sends it in quotation marks, as JSON. Neither says so.
# Whoever asks for the orders of the last 30 days gets all there are, or what the shop makes of a date in quotation marks.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-fetch@0.17.0 ofetch@1.5.1
cat > ask.mjs <<'JS'
import { createServer } from 'node:http';
import { ofetch } from 'ofetch';
import createClient from 'openapi-fetch';
const asked = [];
const shop = createServer((request, response) => {
  asked.push(decodeURIComponent(request.url));
  response.setHeader('content-type', 'application/json').end('{}');
});
await new Promise((done) => shop.listen(0, '127.0.0.1', done));
const baseUrl = `http://127.0.0.1:${shop.address().port}`;
const query = { since: new Date('2026-06-05T10:00:00Z'), page: 1 };
await createClient({ baseUrl }).GET('/orders', { params: { query } });
await ofetch('/orders', { baseURL: baseUrl, query });
shop.close();
shop.closeAllConnections();
console.log(asked.join('; '));
JS
expected='/orders?&page=1; /orders?since="2026-06-05T10:00:00.000Z"&page=1'
seen=$(node ask.mjs)
echo "openapi-fetch 0.17.0; ofetch 1.5.1: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
