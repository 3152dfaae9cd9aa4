/**
 * A survey of 150 customers of a bicycle workshop, from a CSV with empty cells: where service falls short (SERVQUAL),
 * who would recommend it, what they take for granted (Kano), what a model fitted to their answers predicts, and why, in
 * points. The data are made up; run it with `npx tsx examples/survey.ts`.
 */

import { readFileSync } from 'node:fs';
import {
  explainSatisfaction,
  fitSatisfaction,
  netPromoterScore,
  type QualityItems,
  scoreServqual,
} from 'overdeliver';
import { inEnglish } from 'overdeliver/english';
import { completeRows } from 'overdeliver/satisfaction';
import {
  answersFromRows,
  classifyKano,
  kanoInstrument,
  qualityLevels,
  responsesFromRows,
  servqualInstrument,
} from 'overdeliver/survey';
import Papa from 'papaparse';
import { table } from './lib/table.ts';

const csv = readFileSync(new URL('data/survey.csv', import.meta.url), 'utf8');
const rows = Papa.parse<object>(csv, { header: true, skipEmptyLines: true }).data;
const columns = { respondent: 'who' };

const items: QualityItems = {
  id: 'workshop',
  scale: { min: 1, max: 7 },
  items: [
    { id: 'prompt', dimension: 'time', text: 'Repairs are done soon.' },
    { id: 'punctual', dimension: 'time', text: 'Bicycles are ready when promised.' },
    { id: 'skilled', dimension: 'work', text: 'The mechanics know their trade.' },
    { id: 'safe', dimension: 'work', text: 'The bicycle is safe afterwards.' },
    { id: 'friendly', dimension: 'people', text: 'The staff are friendly.' },
    { id: 'explained', dimension: 'people', text: 'What was done is explained.' },
  ],
};
const responses = responsesFromRows(servqualInstrument(items), rows, columns);
const { dimensions, overall } = scoreServqual(items, responses);
const round = (x: number | null, digits = 1) => x?.toFixed(digits) ?? '-';
console.log(`Levels expected and perceived; over all ${round(overall.mean)} points`);
console.log(
  table([
    ['dimension', 'expected', 'perceived', 'gap', 'n', 'alpha'],
    ...dimensions.map(({ dimension, expected, perceived, gap, reliability }) => [
      dimension,
      round(expected.mean),
      round(perceived.mean),
      round(gap.mean),
      String(gap.n),
      round(reliability.perceived.alpha, 2),
    ]),
  ]),
);

const nps = netPromoterScore(answersFromRows(rows, 'recommend'));
console.log(
  `\nNet promoter score ${round(nps.score, 2)} of ${nps.n}, ${nps.missing} without an answer`,
);

const features = [
  { id: 'reminder', functional: 'If we call when it is ready?', dysfunctional: 'If not?' },
  { id: 'coffee', functional: 'If there is coffee?', dysfunctional: 'If not?' },
];
const kano = classifyKano(features, responsesFromRows(kanoInstrument(features), rows, columns));
for (const { feature, category, n } of kano.features)
  console.log(`${feature}: ${category}, of ${n}`);

const levels = qualityLevels(items, responses).overall;
const given = completeRows(levels, answersFromRows(rows, 'satisfied'));
const fit = fitSatisfaction(given.columns, given.answers, {
  form: {
    answers: { min: 1, max: 7 },
    dimensions: {
      level: { kind: 'level', unit: 'points', terms: ['performance', 'gap'], value: 'identity' },
    },
  },
  pool: true,
  id: 'workshop/2026',
  setting: 'customers of our workshop',
  data: 'our survey',
  licence: 'internal',
});
console.log(`\nA model of ${given.answers.length} customers; ${given.leftOut} left something out`);
for (const flag of fit.flags) console.log(inEnglish(flag));

const customer = { expected: 85, perceived: 60 };
const { prediction, reference, contributions } = explainSatisfaction(customer, {
  model: fit.model,
  reference: 'typical',
});
console.log(`85 expected and 60 perceived: a score of ${round(prediction.score)}`);
console.log(`the typical customer: ${round(reference.score)}`);
for (const { term, points } of contributions) console.log(`${term}: ${round(points)} points`);
