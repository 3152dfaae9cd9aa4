import { netPromoterScore } from 'overdeliver';
import {
  adjustedWaldInterval,
  eightInstrument,
  eightNames,
  type Instrument,
  kanoAnswers,
  needsInterview,
  servqual,
  servqualInstrument,
  waldInterval,
} from 'overdeliver/survey';
import type * as room from '../../src/survey/index';
import type { Random } from '../random';
import { named } from '../show';
import { indexModels } from './index-model';
import { listening } from './listening';
import { level, role, scale, share } from './pieces';
import type { Recipes } from './recipe';

const options = (r: Random) => r.some({ confidence: share(r), leastAnswers: r.int(1, 5) });
const own: Instrument = {
  id: 'visit',
  items: [
    { kind: 'scale', id: 'again', text: 'Again?', scale: { min: 0, max: 10 }, dimension: 'people' },
    {
      kind: 'scale',
      id: 'rushed',
      text: 'Rushed?',
      scale: { min: 1, max: 5 },
      dimension: 'people',
      reversed: true,
    },
    {
      kind: 'choice',
      id: 'how',
      text: 'How?',
      choices: [
        { value: 'a', text: 'A' },
        { value: 'b', text: 'B' },
      ],
    },
    { kind: 'text', id: 'why', text: 'Why not?', onlyIf: { item: 'again', atMost: 6 } },
  ],
};
const instrument = (r: Random): Instrument =>
  r.flip()
    ? own
    : r.pick([named('needsInterview', needsInterview), named('eightInstrument', eightInstrument)]);

/** Answers to some items of an instrument. */
function answersTo({ items }: Instrument, r: Random) {
  const answer = (item: Instrument['items'][number]) => {
    if (item.kind === 'scale') return r.int(item.scale.min, item.scale.max);
    return item.kind === 'choice' ? r.pick(item.choices).value : 'because';
  };
  const taken = items.filter((item) => item.onlyIf === undefined && r.flip(0.8));
  return Object.fromEntries(taken.map((item) => [item.id, r.flip(0.1) ? null : answer(item)]));
}
const responses = (r: Random, to: Instrument) =>
  r.list(r.int(0, 6), (i) => ({
    respondent: `p${i}`,
    answers: answersTo(to, r),
    ...r.some({ role: role(r) }),
  }));

const features = (r: Random) =>
  r.list(r.int(1, 3), (i) => ({ id: `f${i}`, functional: 'With?', dysfunctional: 'Without?' }));
const quality = (r: Random) =>
  r.flip()
    ? named('servqual', { ...servqual })
    : {
        id: 'ours',
        scale: { min: 1, max: 5 },
        items: r.list(r.int(1, 3), (i) => ({
          id: `q${i}`,
          dimension: `d${i % 2}`,
          text: 'Prompt',
        })),
      };
const onScale = (r: Random) => {
  const on = scale(r);
  return { on, answers: r.list(r.int(0, 15), () => (r.flip(0.1) ? null : r.int(on.min, on.max))) };
};
const counts = (r: Random) =>
  r.some({
    attractive: r.int(0, 9),
    'one-dimensional': r.int(0, 9),
    'must-be': r.int(0, 9),
    indifferent: r.int(0, 9),
    reverse: 1,
    questionable: 1,
  });
const estimate = (r: Random) => {
  const mean = level(r);
  return r.flip()
    ? mean
    : { mean, low: Math.max(0, mean - r.real(0, 9)), high: Math.min(100, mean + r.real(0, 9)) };
};
const interval = (r: Random) => {
  const n = r.int(1, 40);
  const promoters = r.int(0, n);
  return [promoters, r.int(0, n - promoters), n, share(r)] as const;
};

const shareCount = (r: Random) => {
  const n = r.int(1, 90);
  return { count: r.int(0, n), n };
};
const netPromoter = (r: Random) => netPromoterScore(r.list(r.int(30, 60), () => r.int(0, 10)));
const meanSummary = (r: Random) => ({ n: r.int(2, 90), mean: r.real(0, 100), sd: r.real(0, 30) });
/** Rows of a table whose cells are text, some of them empty. */
const rowsOf = (r: Random, to: Instrument) =>
  r.list(r.int(1, 6), (i) => ({
    who: `p${i}`,
    ...Object.fromEntries(to.items.map(({ id }) => [id, ''])),
    ...Object.fromEntries(
      Object.entries(answersTo(to, r)).map(([id, answer]) => [
        id,
        answer === null ? 'NA' : `${answer}`,
      ]),
    ),
  }));

export const survey: Recipes<typeof room> = {
  ...indexModels,
  ...listening,
  answersFromRows: (r) => [
    r.list(r.int(1, 6), () => ({ again: r.pick(['7', ' 3', '', 'NA']) })),
    'again',
    { missing: ['NA'], ...r.some({ scale: { min: 0, max: 10 } }) },
  ],
  responsesFromRows: (r) => {
    const to = instrument(r);
    const columns = { [to.items[0]?.id ?? '']: 'who' };
    return [to, rowsOf(r, to), { missing: ['NA'], ...r.some({ respondent: 'who', columns }) }];
  },
  qualityLevels: (r) => {
    const items = quality(r);
    return [
      items,
      responses(r, servqualInstrument(items)),
      r.some({ answeredShare: r.pick([0, 0.5, 1]) }),
    ];
  },
  answersSchema: (r) => [instrument(r)],
  askedItems: (r) => {
    const to = instrument(r);
    return [to, answersTo(to, r)];
  },
  importancePerformance: (r) => [
    r.list(r.int(1, 5), (i) => ({
      id: `i${i}`,
      importance: estimate(r),
      performance: estimate(r),
    })),
    r.some({ importance: level(r), performance: level(r) }),
  ],
  instrumentSchema: (r) => [instrument(r)],
  classifyKano: (r) => {
    const asked = features(r);
    const answer = () => r.pick(kanoAnswers);
    const answers = () =>
      Object.fromEntries(
        asked.flatMap(({ id }) => [
          [`${id}.functional`, answer()],
          [`${id}.dysfunctional`, answer()],
        ]),
      );
    return [
      asked,
      r.list(r.int(0, 9), (i) => ({ respondent: `p${i}`, answers: answers() })),
      options(r),
    ];
  },
  kanoCoefficients: (r) => [counts(r), r.some({ confidence: share(r) })],
  kanoInstrument: (r) => [features(r)],
  kanoCategory: (r) => [r.pick(kanoAnswers), r.pick(kanoAnswers)],
  needProfile: (r) => [
    named('needsInterview', needsInterview),
    answersTo(needsInterview, r),
    r.some({ answerSd: r.real(0.1, 3) }),
  ],
  adjustedWaldInterval: (r) => interval(r),
  waldInterval: (r) => interval(r),
  shareDifference: (r) => [shareCount(r), shareCount(r), r.some({ confidence: r.real(0.5, 0.99) })],
  netPromoterDifference: (r) => [netPromoter(r), netPromoter(r)],
  meanDifference: (r) => [meanSummary(r), meanSummary(r)],
  netPromoterScore: (r) => [
    r.list(r.int(1, 20), () => (r.flip(0.1) ? null : r.int(0, 10))),
    { ...options(r), ...r.some({ interval: r.pick([waldInterval, adjustedWaldInterval]) }) },
  ],
  cronbachAlpha: (r) => {
    const items = r.int(2, 4);
    return [
      r.list(r.int(0, 9), () => r.list(items, () => (r.flip(0.1) ? null : r.int(1, 7)))),
      options(r),
    ];
  },
  byRole: (r) => [responses(r, own)],
  customerEffortScore: (r) => {
    const { answers, on } = onScale(r);
    return [
      answers,
      on,
      {
        ...options(r),
        ...r.some({ better: r.pick(['lower', 'higher'] as const), satisfiedLevel: level(r) }),
      },
    ];
  },
  customerSatisfactionScore: (r) => {
    const { answers, on } = onScale(r);
    return [answers, on, { ...options(r), ...r.some({ satisfiedLevel: level(r) }) }];
  },
  answerLevels: (r) => {
    const to = instrument(r);
    return [to, answersTo(to, r)];
  },
  scoreInstrument: (r) => {
    const to = instrument(r);
    return [to, responses(r, to), { ...options(r), ...r.some({ answeredShare: r.real(0, 1) }) }];
  },
  scoreServqual: (r) => {
    const items = quality(r);
    return [
      items,
      responses(r, servqualInstrument(items)),
      { ...options(r), ...r.some({ answeredShare: r.real(0, 1) }) },
    ];
  },
  evidenceFrom: (r) => [named('eightInstrument', eightInstrument), responses(r, eightInstrument)],
  expectationScorecard: (r) => [
    r.list(r.int(0, 6), (i) => ({
      expectation: r.pick(eightNames),
      level: level(r),
      respondent: `p${i}`,
      source: 'talk',
      ...r.some({ role: role(r) }),
    })),
    options(r),
  ],
  servqualInstrument: (r) => (r.flip() ? [] : [quality(r)]),
};
