import {
  businessCalendar,
  capabilityAsOf,
  capabilityByGroup,
  capabilityFromSamples,
  chooseDimension,
  fitEstimator,
  followExpectation,
  formExpectation,
  judgeOutcome,
  promiseClocks,
} from 'overdeliver';
import {
  capabilityFromQuantiles,
  fitCapability,
  lognormal,
  mixCapabilities,
  pipelineCapability,
} from 'overdeliver/capability';
import { rankOrderCentroid } from 'overdeliver/expectation';
import { journeyScore, reviewTrend, touchpointGaps, trendOf } from 'overdeliver/journey';
import { cusum } from 'overdeliver/ledger';
import { cdnowPurchases, forecastPurchases } from 'overdeliver/lifetime';
import { wordOfMouthAmong } from 'overdeliver/loyalty';
import {
  auditPractices,
  type BonusCustomer,
  consistencyOf,
  planBonuses,
} from 'overdeliver/response';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import {
  classifyKano,
  cronbachAlpha,
  englishCues,
  expectationScorecard,
  findCues,
  type Instrument,
  importancePerformance,
  needProfile,
  scoreInstrument,
} from 'overdeliver/survey';
import { uniforms } from '../uniforms';

/** What takes n of something, at a size from which the fixed part of its time no longer shows. */
export interface GrowthCase {
  readonly name: string;
  readonly n: number;
  readonly make: (n: number) => () => unknown;
}

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(Date.UTC(2000, 0, 1) + day * dayMs);
const listOf = <Item>(n: number, item: (i: number) => Item) =>
  Array.from({ length: n }, (_, i) => item(i));
const columnOf = (n: number, scale = 1) => {
  const next = uniforms(n);
  return Float64Array.from({ length: n }, () => scale * (1 + next()));
};
const samples = (n: number) => capabilityFromSamples(columnOf(n, 30), { unit: 'minutes' });
const seriesOf = (n: number, level: (i: number) => number) =>
  listOf(n, (i) => ({ at: dateOf(i), value: level(i) }));
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
const answersTo = ({ items }: Instrument) =>
  Object.fromEntries(items.map(({ id }, i) => [id, 1 + (i % 5)]));
const touchpoints = (n: number) =>
  listOf(n, (i) => ({ id: `t${i}`, expected: 70, perceived: 60 + (i % 20) }));
const kano = { 'f.functional': 'like', 'f.dysfunctional': 'dislike' } as const;

export const growthCases: readonly GrowthCase[] = [
  {
    name: 'findCues, characters with many cues',
    n: 20_000,
    make: (n) => {
      const text = 'it is not safe, quick and cheap. '.repeat(n / 33);
      return () => findCues(text, englishCues);
    },
  },
  {
    name: 'findCues, characters without a space',
    n: 20_000,
    make: (n) => () => findCues('not,safe,'.repeat(n / 9), englishCues),
  },
  { name: 'rankOrderCentroid', n: 50_000, make: (n) => () => rankOrderCentroid(n) },
  {
    name: 'trendOf, values that differ',
    n: 600,
    make: (n) => {
      const column = columnOf(n);
      const series = seriesOf(n, (i) => column[i] as number);
      return () => trendOf(series);
    },
  },
  {
    name: 'trendOf, answers from 1 to 5',
    n: 600,
    make: (n) => {
      const column = columnOf(n, 4);
      const series = seriesOf(n, (i) => Math.round(column[i] as number));
      return () => trendOf(series);
    },
  },
  {
    name: 'reviewTrend',
    n: 600,
    make: (n) => {
      const series = seriesOf(n, (i) => i % 7);
      return () => reviewTrend(series);
    },
  },
  {
    name: 'forecastPurchases, a new customer',
    n: 1250,
    make: (n) => () => forecastPurchases(cdnowPurchases, null, { periods: n }),
  },
  {
    name: 'forecastPurchases, a busy one',
    n: 1250,
    make: (n) => {
      const history = { frequency: 20, recency: 30, age: 40 };
      return () => forecastPurchases(cdnowPurchases, history, { periods: n });
    },
  },
  {
    name: 'capabilityByGroup, every group asked',
    n: 1000,
    make: (n) => {
      const column = columnOf(n, 30);
      const rows = listOf(n, (i) => ({ value: column[i] as number, path: [`g${i}`, `w${i % 9}`] }));
      const options = { unit: 'minutes', levels: ['group', 'wide'] };
      return () => {
        const of = capabilityByGroup(rows, options);
        let sum = 0;
        for (const { path } of rows) sum += of(path).mean() + of(path).chance(40);
        return sum;
      };
    },
  },
  {
    name: 'capabilityByGroup, levels',
    n: 2000,
    make: (n) => {
      const levels = listOf(n, (i) => `l${i}`);
      const rows = listOf(2, (value) => ({ value, path: levels }));
      return () => capabilityByGroup(rows, { unit: 'minutes', levels })(levels).chance(1);
    },
  },
  {
    name: 'mixCapabilities, parts',
    n: 100,
    make: (n) => {
      const parts = listOf(n, (i) => ({ capability: samples(20 + (i % 9)), weight: 1 }));
      return () => mixCapabilities(parts).quantile(0.9);
    },
  },
  {
    name: 'pipelineCapability, steps',
    n: 4,
    make: (n) => {
      const steps = listOf(n, (i) => samples(60 + i));
      return () => pipelineCapability(steps, { resolution: 64 }).quantile(0.9);
    },
  },
  {
    name: 'capabilityFromQuantiles, points',
    n: 2000,
    make: (n) => {
      const points = listOf(n, (i) => ({ p: i / n, value: i }));
      return () => capabilityFromQuantiles(points, { unit: 'minutes' }).chance(5);
    },
  },
  {
    name: 'capabilityAsOf, orders',
    n: 10_000,
    make: (n) => {
      const orders = listOf(n, (i) => ({
        started: dateOf(i % 300),
        finished: i % 3 ? dateOf((i % 300) + 1 + (i % 11)) : null,
      }));
      return () => capabilityAsOf(orders, { asOf: dateOf(305), unit: 'days' }).chance(5);
    },
  },
  {
    name: 'fitCapability, samples',
    n: 20_000,
    make: (n) => {
      const column = columnOf(n, 30);
      return () => fitCapability(lognormal, column, { unit: 'minutes' });
    },
  },
  {
    name: 'fitEstimator, one column of n / 4 categories',
    n: 4000,
    make: (n) => {
      const columns = { shop: listOf(n, (i) => `s${i % (n / 4)}`), items: columnOf(n, 3) };
      const history = { actuals: columnOf(n, 30), columns };
      return () => fitEstimator(history, { unit: 'minutes' });
    },
  },
  {
    name: 'predictSatisfactions, rows',
    n: 50_000,
    make: (n) => {
      const columns = { promised: columnOf(n, 9), actual: columnOf(n, 9), unit: 'days' } as const;
      return () => predictSatisfactions(columns);
    },
  },
  {
    name: 'followExpectation, events',
    n: 500,
    make: (n) => {
      const start = formExpectation({ stage: 'long-term', signals: { longTermExperience: 70 } });
      const event = (i: number) => ({ kind: 'experience', perceived: 60 + (i % 20) }) as const;
      const events = listOf(n, (i) => ({ at: dateOf(i), event: event(i) }));
      return () => followExpectation(start, events, { from: dateOf(0), judge: judgeOutcome });
    },
  },
  {
    name: 'touchpointGaps and journeyScore, touchpoints',
    n: 8000,
    make: (n) => {
      const all = touchpoints(n);
      return () => [touchpointGaps(all), journeyScore(all)];
    },
  },
  {
    name: 'chooseDimension, dimensions',
    n: 4000,
    make: (n) => {
      const all = listOf(n, (i) => ({ dimension: `d${i}`, gain: i % 7, cost: 3, kept: 0.95 }));
      return () => chooseDimension(all);
    },
  },
  {
    name: 'planBonuses, bonuses of which one customer has all',
    n: 1000,
    make: (n) => {
      const bonuses = listOf(n, (i) => ({ id: `b${i}`, cost: 5, serves: 'comfort', value: 1 }));
      const had = bonuses.map(({ id }) => id);
      const one: BonusCustomer = { id: 'ada', needs: {}, contract: had, received: had };
      const options = { budget: 5, kept: { rate: 1 }, asOf: dateOf(0), contact: { zone: 'UTC' } };
      return () => planBonuses(bonuses, [one], options);
    },
  },
  {
    name: 'auditPractices, answers',
    n: 20_000,
    make: (n) => {
      const answers = listOf(n, (i) => ({ practice: 'listen', well: i % 3 > 0 }) as const);
      return () => auditPractices(answers);
    },
  },
  {
    name: 'consistencyOf, days',
    n: 50_000,
    make: (n) => {
      const levels = columnOf(n, 40);
      return () => consistencyOf(levels);
    },
  },
  {
    name: 'classifyKano, respondents',
    n: 2000,
    make: (n) => {
      const feature = { id: 'f', functional: 'With?', dysfunctional: 'Without?' };
      const responses = listOf(n, (i) => ({ respondent: `r${i}`, answers: kano }));
      return () => classifyKano([feature], responses);
    },
  },
  {
    name: 'scoreInstrument, respondents',
    n: 2000,
    make: (n) => {
      const instrument = questions(4);
      const answers = answersTo(instrument);
      const responses = listOf(n, (i) => ({ respondent: `r${i}`, answers }));
      return () => scoreInstrument(instrument, responses);
    },
  },
  {
    name: 'needProfile, items',
    n: 4000,
    make: (n) => {
      const instrument = questions(n);
      const answers = answersTo(instrument);
      return () => needProfile(instrument, answers);
    },
  },
  {
    name: 'expectationScorecard, evidence from one respondent',
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
    name: 'cronbachAlpha, respondents',
    n: 10_000,
    make: (n) => {
      const next = uniforms(n);
      const rows = listOf(n, () => listOf(4, () => Math.floor(5 * next())));
      return () => cronbachAlpha(rows);
    },
  },
  {
    name: 'importancePerformance, items',
    n: 2000,
    make: (n) => {
      const items = listOf(n, (i) => ({ id: `i${i}`, importance: i % 90, performance: i % 80 }));
      return () => importancePerformance(items);
    },
  },
  {
    name: 'wordOfMouthAmong, groups',
    n: 4000,
    make: (n) => {
      const groups = listOf(
        n,
        (i) => ({ satisfaction: i % 100, outcome: 'met', customers: 3 }) as const,
      );
      return () => wordOfMouthAmong(groups);
    },
  },
  {
    name: 'cusum, values',
    n: 50_000,
    make: (n) => {
      const values = columnOf(n);
      return () => cusum(values, { target: 1.5, sd: 0.3, k: 0.5, h: 5 });
    },
  },
  {
    name: 'promiseClocks, events',
    n: 500,
    make: (n) => {
      const desk = businessCalendar({ zone: 'Europe/Berlin', open: { monday: ['09:00-17:00'] } });
      const kinds = ['opened', 'pending', 'resumed'] as const;
      const events = listOf(n, (i) => ({
        at: dateOf(i),
        kind: kinds[i === 0 ? 0 : 1 + ((i + 1) % 2)] as 'opened',
      }));
      const plan = { promise: 4, unit: 'open-hours' } as const;
      const promises = { first: { plan, until: 'responded', pauses: true } } as const;
      return () => promiseClocks(desk, events, promises, { asOf: dateOf(n) });
    },
  },
];
