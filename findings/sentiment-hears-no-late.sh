#!/usr/bin/env bash
# sentiment 5.0.2 and vader-sentiment 1.1.3: what a customer writes about a broken promise.
#
# Guess before running: "Arrived two days late" is below 0 for both.
# Seen: 0 for both, as for an empty text; so are "It took 90 minutes instead of 45", "Never arrived" and "I had to wait an
# hour". "On time, as promised" is above 0, "not as good as expected" too in sentiment (a score of 3).
# Whoever watches reviews with them for promises that were not kept sees the kept ones alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact sentiment@5.0.2 vader-sentiment@1.1.3
cat > ask.mjs <<'JS'
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
const sentiment = new Sentiment();
const score = (text) =>
  `${sentiment.analyze(text).score} and ${vader.SentimentIntensityAnalyzer.polarity_scores(text).compound}`;
const texts = [
  'Arrived two days late',
  'It took 90 minutes instead of 45',
  'Never arrived',
  'I had to wait an hour',
  'On time, as promised',
  'not as good as expected',
];
console.log(texts.map(score).join(', '));
JS
expected='0 and 0, 0 and 0, 0 and 0, 0 and 0, 1 and 0.3612, 3 and -0.3412'
seen=$(node ask.mjs)
echo "sentiment 5.0.2 and vader-sentiment 1.1.3: $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi
