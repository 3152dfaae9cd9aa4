/**
 * A survey of 150 customers of a bicycle workshop, from a CSV with empty cells: where service falls short (SERVQUAL),
 * who would recommend it, what they take for granted (Kano), what a model fitted to their answers predicts, and why, in
 * points. The data are made up; run it with `npx tsx examples/survey.ts`.
 */
import { readFileSync } from 'node:fs';
import { explainSatisfaction, fitSatisfaction, netPromoterScore, scoreServqual } from 'overdeliver';
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
import { newServices, serviceItems } from './data/made-up.ts';
import { show } from './lib/show.ts';

const csv = readFileSync(new URL('data/survey.csv', import.meta.url), 'utf8').trim();
const { data: rows } = Papa.parse<object>(csv, { header: true });
const columns = { respondent: 'who' };
const responses = responsesFromRows(servqualInstrument(serviceItems), rows, columns);
const { dimensions, overall } = scoreServqual(serviceItems, responses);
const means = 'expected.mean perceived.mean gap.mean gap.n reliability.perceived.alpha';
const all = [...dimensions, { dimension: 'overall', gap: overall }];
show('levels from 0 to 100', all, `dimension ${means}`);
const promoters = netPromoterScore(answersFromRows(rows, 'recommend'));
show('net promoter score', [promoters], 'score low high n missing');
const choices = responsesFromRows(kanoInstrument(newServices), rows, columns);
show('new services', classifyKano(newServices, choices).features, 'feature category n');

const levels = qualityLevels(serviceItems, responses).overall;
const given = completeRows(levels, answersFromRows(rows, 'satisfied'));
const level = { kind: 'level', unit: 'points', value: 'identity' } as const;
const { model, flags } = fitSatisfaction(given.columns, given.answers, {
  form: {
    answers: { min: 1, max: 7 },
    dimensions: { level: { ...level, terms: ['performance', 'gap'] } },
  },
  pool: true,
  id: 'workshop/2026',
  setting: 'customers of our workshop',
  data: 'our survey',
  licence: 'internal',
});
console.log(`\nA model of ${given.answers.length} customers; ${given.leftOut} left something out`);
for (const flag of flags) console.log(inEnglish(flag));
const why = explainSatisfaction({ expected: 85, perceived: 60 }, { model, reference: 'typical' });
show('85 expected, 60 perceived, beside a typical one', [why], 'prediction.score reference.score');
show('where the difference comes from', why.contributions, 'term points');
