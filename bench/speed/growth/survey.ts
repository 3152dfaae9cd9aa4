import { netPromoterScore } from 'overdeliver';
import {
  type Answers,
  answerLevels,
  answersFromRows,
  answersSchema,
  askedItems,
  byRole,
  classifyKano,
  cronbachAlpha,
  customerEffortScore,
  customerSatisfactionScore,
  eightInstrument,
  englishCues,
  evidenceFrom,
  expectationScorecard,
  findCues,
  fitIndexModel,
  type Instrument,
  importancePerformance,
  indexScores,
  kanoInstrument,
  needProfile,
  qualityLevels,
  responsesFromRows,
  type SurveyResponse,
  scoreInstrument,
  scoreServqual,
  servqual,
  servqualInstrument,
} from 'overdeliver/survey';
import { uniforms } from '../../uniforms';
import { type GrowthCase, listOf, names } from './case';

const scale = { min: 1, max: 5 };
const questions = (n: number): Instrument => ({
  id: 'many',
  items: listOf(n, (i) => ({
    kind: 'scale',
    id: `q${i}`,
    text: `Question ${i}`,
    scale,
    dimension: `d${i >> 1}`,
  })),
});
const answersTo = ({ items }: Instrument): Answers =>
  Object.fromEntries(items.map(({ id }, i) => [id, 1 + (i % 5)]));

/** People who answer an instrument's items of 1 to 5 (or as many as its scale has), alike in part. */
function responsesTo(instrument: Instrument, n: number): SurveyResponse[] {
  const next = uniforms(n);
  return listOf(n, (i) => {
    const level = next();
    const answers = instrument.items.map(({ id }) => [id, 1 + Math.floor(2.5 * (level + next()))]);
    return { respondent: `r${i}`, answers: Object.fromEntries(answers) };
  });
}

const listOfAnswers = (n: number) => {
  const next = uniforms(n);
  return listOf(n, () => 1 + Math.floor(5 * next()));
};

const index: Instrument = {
  id: 'visit',
  items: ['quality', 'quality', 'value', 'satisfaction'].map((dimension, i) => ({
    kind: 'scale',
    id: `q${i}`,
    text: `Question ${i}`,
    scale,
    dimension,
  })),
};
const paths = [
  ['quality', 'value'],
  ['quality', 'satisfaction'],
  ['value', 'satisfaction'],
] as const;
const quality = { id: 'ours', scale, items: servqual.items };

/** What takes answers of so many people to a small instrument. */
const ofPeople = (
  of: string,
  n: number,
  instrument: Instrument,
  run: (responses: readonly SurveyResponse[]) => unknown,
  rows?: GrowthCase['rows'],
): GrowthCase => ({
  of: [of],
  by: 'respondents',
  n,
  ...(rows && { rows, ofObjects: true }),
  make: (count) => {
    const responses = responsesTo(instrument, count);
    return () => run(responses);
  },
});

const ofItems = (
  of: string,
  n: number,
  run: (instrument: Instrument, answers: Answers) => unknown,
): GrowthCase => ({
  of: [of],
  by: 'items',
  n,
  make: (count) => {
    const instrument = questions(count);
    const answers = answersTo(instrument);
    return () => run(instrument, answers);
  },
});

const ofAnswers = (of: string, run: (answers: readonly number[]) => unknown): GrowthCase => ({
  of: [of],
  by: 'answers',
  n: 50_000,
  rows: 'prediction',
  make: (n) => {
    const answers = listOfAnswers(n);
    return () => run(answers);
  },
});

const four = questions(4);
const kano = { 'f.functional': 'like', 'f.dysfunctional': 'dislike' } as const;
const featuresOf = (n: number) =>
  listOf(n, (i) => ({ id: `f${i}`, functional: 'With?', dysfunctional: 'Without?' }));

export const surveyCases: readonly GrowthCase[] = [
  ofAnswers('netPromoterScore', (answers) => netPromoterScore(answers)),
  ofAnswers('customerEffortScore', (answers) => customerEffortScore(answers, scale)),
  ofAnswers('customerSatisfactionScore', (answers) => customerSatisfactionScore(answers, scale)),
  ofPeople('scoreInstrument', 2000, four, (responses) => scoreInstrument(four, responses)),
  ofPeople('scoreServqual', 500, servqualInstrument(quality), (responses) =>
    scoreServqual(quality, responses),
  ),
  ofPeople('byRole', 20_000, four, (responses) => byRole(responses)),
  ofPeople('qualityLevels', 500, servqualInstrument(quality), (responses) =>
    qualityLevels(quality, responses),
  ),
  ofPeople('evidenceFrom', 1000, eightInstrument, (responses) =>
    evidenceFrom(eightInstrument, responses),
  ),
  ofPeople(
    'fitIndexModel',
    1000,
    index,
    (responses) => fitIndexModel(index, responses, { paths, ...names, resamples: 100 }),
    'fit',
  ),
  {
    of: ['indexScores'],
    by: 'respondents',
    n: 2000,
    make: (n) => {
      const { model } = fitIndexModel(index, responsesTo(index, 500), {
        paths,
        ...names,
        resamples: 100,
      });
      const responses = responsesTo(index, n);
      return () => indexScores(index, responses, { model });
    },
  },
  ofItems('scoreInstrument', 100, (instrument, answers) =>
    scoreInstrument(
      instrument,
      listOf(10, (i) => ({ respondent: `r${i}`, answers })),
    ),
  ),
  ofItems('needProfile', 4000, (instrument, answers) => needProfile(instrument, answers)),
  ofItems('answerLevels', 4000, (instrument, answers) => answerLevels(instrument, answers)),
  ofItems('answersSchema', 4000, (instrument) => answersSchema(instrument)),
  ofItems('askedItems', 4000, (instrument, answers) => askedItems(instrument, answers)),
  {
    of: ['servqualInstrument'],
    by: 'items',
    n: 2000,
    make: (n) => {
      const items = listOf(n, (i) => ({ id: `q${i}`, dimension: `d${i % 9}`, text: 'Prompt' }));
      return () => servqualInstrument({ id: 'ours', scale, items });
    },
  },
  {
    of: ['kanoInstrument'],
    by: 'features',
    n: 2000,
    make: (n) => {
      const features = featuresOf(n);
      return () => kanoInstrument(features);
    },
  },
  {
    of: ['classifyKano'],
    by: 'respondents',
    n: 2000,
    make: (n) => {
      const feature = { id: 'f', functional: 'With?', dysfunctional: 'Without?' };
      const responses = listOf(n, (i) => ({ respondent: `r${i}`, answers: kano }));
      return () => classifyKano([feature], responses);
    },
  },
  {
    of: ['classifyKano'],
    by: 'features',
    n: 200,
    make: (n) => {
      const features = featuresOf(n);
      const answers = Object.fromEntries(
        features.flatMap(({ id }) => [
          [`${id}.functional`, 'like' as const],
          [`${id}.dysfunctional`, 'dislike' as const],
        ]),
      );
      const responses = listOf(10, (i) => ({ respondent: `r${i}`, answers }));
      return () => classifyKano(features, responses);
    },
  },
  {
    of: ['responsesFromRows'],
    by: 'rows',
    n: 2000,
    make: (n) => {
      const rows = listOf(n, (i) => ({ q0: `${1 + (i % 5)}`, q1: '', q2: '4', q3: 'NA' }));
      return () => responsesFromRows(four, rows, { missing: ['NA'] });
    },
  },
  {
    of: ['answersFromRows'],
    by: 'rows',
    n: 20_000,
    make: (n) => {
      const rows = listOf(n, (i) => ({ again: i % 9 ? `${1 + (i % 5)}` : '' }));
      return () => answersFromRows(rows, 'again', { scale });
    },
  },
  {
    of: ['expectationScorecard'],
    by: 'evidence from one respondent',
    n: 2000,
    make: (n) => {
      const evidence = listOf(
        n,
        (i) => ({ expectation: 'trust', level: i % 100, respondent: 'ada', source: 's' }) as const,
      );
      return () => expectationScorecard(evidence);
    },
  },
  {
    of: ['expectationScorecard'],
    by: 'respondents',
    n: 2000,
    make: (n) => {
      const evidence = listOf(
        n,
        (i) =>
          ({ expectation: 'trust', level: i % 100, respondent: `r${i}`, source: 's' }) as const,
      );
      return () => expectationScorecard(evidence);
    },
  },
  {
    of: ['cronbachAlpha'],
    by: 'respondents',
    n: 10_000,
    make: (n) => {
      const next = uniforms(n);
      const rows = listOf(n, () => listOf(4, () => Math.floor(5 * next())));
      return () => cronbachAlpha(rows);
    },
  },
  {
    of: ['cronbachAlpha'],
    by: 'items',
    n: 200,
    make: (n) => {
      const next = uniforms(n);
      const rows = listOf(50, () => listOf(n, () => Math.floor(5 * next())));
      return () => cronbachAlpha(rows);
    },
  },
  {
    of: ['importancePerformance'],
    by: 'items',
    n: 2000,
    make: (n) => {
      const items = listOf(n, (i) => ({ id: `i${i}`, importance: i % 90, performance: i % 80 }));
      return () => importancePerformance(items);
    },
  },
  {
    of: ['findCues'],
    by: 'characters with many cues',
    n: 20_000,
    make: (n) => {
      const text = 'it is not safe, quick and cheap. '.repeat(n / 33);
      return () => findCues(text, englishCues);
    },
  },
  {
    of: ['findCues'],
    by: 'characters without a space',
    n: 20_000,
    make: (n) => () => findCues('not,safe,'.repeat(n / 9), englishCues),
  },
];
