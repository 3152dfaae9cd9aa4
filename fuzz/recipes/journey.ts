import type { TouchpointModel } from 'overdeliver/journey';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import type * as room from '../../src/journey/index';
import type { Random } from '../random';
import { named } from '../show';
import { date, later, level, parameters, share } from './pieces';
import type { Recipes } from './recipe';

const parameterOptions = (r: Random) =>
  r.some({ parameters: parameters(r, 'outcomeDefaults', outcomeDefaults) });
const options = (r: Random) => ({ ...r.some({ confidence: share(r) }), ...parameterOptions(r) });
/** Touchpoints without an importance of their own, and a set that has one for each. */
const weighed = (r: Random) =>
  [
    touchpoints(r).map(({ importance: _, ...one }) => one),
    { ...options(r), importance: learnt(r) },
  ] as const;

function touchpoints(r: Random) {
  const people = r.int(2, 6);
  const column = () => r.list(people, () => level(r));
  const summary = () => ({ mean: level(r), sd: r.real(0, 20), n: r.int(2, 40) });
  return r.list(r.int(1, 5), (i) => ({
    id: `t${i}`,
    ...r.pick([
      { expected: level(r), perceived: level(r) },
      { expected: column(), perceived: column() },
      { expected: summary(), perceived: summary() },
    ]),
    ...r.some({ importance: r.real(0.1, 5), mayGoWrong: ['queue'] }),
  }));
}

function series(r: Random) {
  let at = date(r, 0, 30);
  const counted = r.flip(0.5);
  return r.list(r.int(5, 24), () => {
    at = later(at, r.real(1, 900));
    return { at, value: r.pick([level(r), r.int(60, 70)]), ...(counted && { n: r.int(1, 50) }) };
  });
}

const seasons = named('(at, place) => String(place % 3)', (_: Date, place: number) =>
  String(place % 3),
);
const trend = (r: Random) => r.some({ confidence: share(r), season: seasons });

const names = { id: 'ours/fuzz', setting: 'a fuzzer', data: 'none', licence: 'none' };

/** Importances of the touchpoints above, as a fit would give them. */
const learnt = (r: Random) => {
  const known = {
    unit: 'percent',
    range: [0, 100] as const,
    status: 'fitted' as const,
    source: 'a fuzzer',
  };
  const parameters = Object.fromEntries(
    r.list(5, (i) => [`t${i}`, { value: r.real(1, 100), ...known }] as const),
  );
  return { id: 'ours/fuzz/new', setting: 'a fuzzer', parameters };
};

const touchpointModel = (r: Random): TouchpointModel => ({
  version: 1,
  id: 'ours/fuzz',
  setting: 'a fuzzer',
  fit: { data: 'none', licence: 'none', n: 50, converged: true },
  stages: {
    new: {
      intercept: r.real(-2, 2),
      touchpoints: Object.fromEntries(
        ['desk', 'room'].map((id) => [
          id,
          {
            levels: [0, 50, 100].map((at) => ({ level: at, logOdds: r.real(-3, 3) })),
            unrated: r.pick([null, 0.5]),
          },
        ]),
      ),
    },
  },
});

function ratedRows(r: Random) {
  const isLevel = r.flip(0.3);
  const rating = () => (r.flip(0.1) ? null : r.pick([level(r), 25 * r.int(0, 4)]));
  return r.list(r.int(12, 30), (i) => ({
    ratings: { desk: rating(), room: rating() },
    satisfied: isLevel ? level(r) : r.flip(),
    ...r.some({ respondent: `p${i % 20}` }),
  }));
}

const bySpeed = named(
  "(row) => (row.ratings.desk > 50 ? 'fast' : 'slow')",
  (row: { ratings: Readonly<Record<string, number | null>> }) =>
    (row.ratings.desk ?? 0) > 50 ? 'fast' : 'slow',
);

export const journey: Recipes<typeof room> = {
  breakOf: (r) => [series(r), { ...trend(r), ...r.some({ seed: r.int(0, 9) }) }],
  journeyScore: (r) => (r.flip(0.3) ? weighed(r) : [touchpoints(r), options(r)]),
  predictJourney: (r) => [
    { stage: 'new', ratings: { desk: level(r), room: r.real(0, 100) } },
    { model: touchpointModel(r) },
  ],
  reviewTrend: (r) => [
    series(r),
    {
      ...trend(r),
      ...r.some({ seed: 1, lag: r.int(0, 90), events: [{ at: date(r), what: 'new sign' }] }),
    },
  ],
  touchpointGaps: (r) => [
    touchpoints(r),
    {
      ...options(r),
      ...r.some({
        feeling: named(
          '(x) => x.perceived - x.expected',
          (x: { expected: number; perceived: number }) => x.perceived - x.expected,
        ),
      }),
    },
  ],
  touchpointImportance: (r) => [
    ratedRows(r),
    {
      ...names,
      ...r.some({ stage: bySpeed, folds: r.int(3, 5), seed: r.int(0, 9), confidence: share(r) }),
    },
  ],
  touchpointModelSchema: (r) => [touchpointModel(r)],
  touchpointRowSchema: (r) => [ratedRows(r)[0]],
  trendOf: (r) => [series(r), trend(r)],
};
