#!/usr/bin/env bash
# ml-logistic-regression 2.0.0: who comes back, by how many minutes they waited.
#
# Guess before running: it has an intercept: of 40 customers who waited 1 to 40 minutes, of whom the first 30 came back, those who
# waited 5 are told to come back, and those who waited 39 not.
# Seen: nobody comes back, whatever the wait. It fits one weight and no intercept, so that its line goes through 0 minutes. With a
# column of ones beside the minutes it tells them apart.
# Whoever learns from their own customers gets one answer for all where the outcome turns at some point other than 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact ml-logistic-regression@2.0.0 ml-matrix@6.12.1
cat > ask.mjs <<'JS'
import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
const waits = Array.from({ length: 40 }, (_, i) => i + 1);
const cameBack = Matrix.columnVector(waits.map((wait) => (wait <= 30 ? 1 : 0)));
const asked = [1, 5, 20, 39];
const ask = (toRow) => {
  const regression = new LogisticRegression({ numSteps: 50_000, learningRate: 5e-3 });
  regression.train(new Matrix(waits.map(toRow)), cameBack);
  const answers = regression.predict(new Matrix(asked.map(toRow)));
  return `${answers.join(' ')} by ${regression.classifiers[0].weights.columns} weights`;
};
console.log(`alone ${ask((wait) => [wait])}, with ones ${ask((wait) => [1, wait])}`);
JS
expected='alone 0 0 0 0 by 1 weights, with ones 1 1 1 0 by 2 weights'
seen=$(node ask.mjs)
echo "ml-logistic-regression 2.0.0, waits of 1, 5, 20 and 39 minutes: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
