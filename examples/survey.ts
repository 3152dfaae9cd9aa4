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
import { about, features, items } from './data/made-up.ts';
import { show } from './lib/show.ts';

const csv = readFileSync(new URL('data/survey.csv', import.meta.url), 'utf8').trim();
const { data: rows } = Papa.parse<object>(csv, { header: true });
const columns = { respondent: 'who' };
const responses = responsesFromRows(servqualInstrument(items), rows, columns);
const { dimensions, overall } = scoreServqual(items, responses);
const means = 'expected.mean perceived.mean gap.mean gap.n reliability.perceived.alpha';
show([...dimensions, { dimension: 'overall', gap: overall }], `dimension ${means}`);
show([netPromoterScore(answersFromRows(rows, 'recommend'))], 'score low high n missing');
const kano = classifyKano(features, responsesFromRows(kanoInstrument(features), rows, columns));
show(kano.features, 'feature category n');

const { overall: levels } = qualityLevels(items, responses);
const given = completeRows(levels, answersFromRows(rows, 'satisfied'));
const { model, flags } = fitSatisfaction(given.columns, given.answers, { ...about, pool: true });
console.log(`\n${given.answers.length} customers; ${flags.map(inEnglish).join('; ')}`);
const why = explainSatisfaction({ expected: 85, perceived: 60 }, { model, reference: 'typical' });
show([why], 'prediction.score reference.score');
show(why.contributions, 'term points');
