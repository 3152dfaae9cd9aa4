import {
  calibrateEstimates,
  capabilityAsOf,
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
} from 'overdeliver';
import {
  capabilityFromQuantiles,
  durationsAsOf,
  fitCapability,
  lognormal,
  mixCapabilities,
  pipelineCapability,
  recencyWeights,
  reviveCapability,
  rollEstimates,
  samplesSource,
} from 'overdeliver/capability';
import { columnOf, dateOf, type GrowthCase, listOf, samplesOf } from './case';

const unit = 'minutes';
const ordersOf = (n: number) =>
  listOf(n, (i) => ({
    started: dateOf(i % 300),
    finished: i % 3 ? dateOf((i % 300) + 1 + (i % 11)) : null,
  }));
const asOf = { asOf: dateOf(305), unit: 'days' } as const;
const estimatesOf = (n: number) => ({ estimates: columnOf(n, 30, 1), actuals: columnOf(n, 30, 2) });

export const capabilityCases: readonly GrowthCase[] = [
  {
    of: ['capabilityFromSamples'],
    by: 'samples',
    n: 50_000,
    rows: 'prediction',
    make: (n) => {
      const column = columnOf(n, 30);
      return () => capabilityFromSamples(column, { unit }).quantile(0.9);
    },
  },
  {
    of: ['capabilityFromCensored'],
    by: 'samples, one in five under way',
    n: 20_000,
    rows: 'prediction',
    make: (n) => {
      const column = columnOf(n, 30);
      const finished = listOf(n, (i) => i % 5 > 0);
      return () => capabilityFromCensored(column, { unit, finished }).quantile(0.5);
    },
  },
  {
    of: ['capabilityFromGuess'],
    by: 'samples',
    n: 20_000,
    make: (n) => {
      const samples = columnOf(n, 30);
      const guess = samplesOf(40);
      return () => capabilityFromGuess(guess, { priorSize: 20, samples }).quantile(0.9);
    },
  },
  {
    of: ['capabilityByGroup'],
    by: 'groups, every one asked',
    n: 1000,
    make: (n) => {
      const column = columnOf(n, 30);
      const rows = listOf(n, (i) => ({ value: column[i] as number, path: [`g${i}`, `w${i % 9}`] }));
      const options = { unit, levels: ['group', 'wide'] };
      return () => {
        const of = capabilityByGroup(rows, options);
        let sum = 0;
        for (const { path } of rows) sum += of(path).mean() + of(path).chance(40);
        return sum;
      };
    },
  },
  {
    of: ['capabilityByGroup'],
    by: 'levels, of which 50 are the most',
    n: 6,
    make: (n) => {
      const levels = listOf(n, (i) => `l${i}`);
      const rows = listOf(2, (value) => ({ value, path: levels }));
      return () => capabilityByGroup(rows, { unit, levels })(levels).chance(1);
    },
  },
  {
    of: ['capabilityFromQuantiles'],
    by: 'points',
    n: 2000,
    make: (n) => {
      const points = listOf(n, (i) => ({ p: i / n, value: i }));
      return () => capabilityFromQuantiles(points, { unit }).chance(5);
    },
  },
  {
    of: ['capabilityAsOf'],
    by: 'orders',
    n: 10_000,
    make: (n) => {
      const orders = ordersOf(n);
      return () => capabilityAsOf(orders, asOf).chance(5);
    },
  },
  {
    of: ['durationsAsOf'],
    by: 'orders',
    n: 10_000,
    make: (n) => {
      const orders = ordersOf(n);
      return () => durationsAsOf(orders, asOf);
    },
  },
  {
    of: ['recencyWeights'],
    by: 'dates',
    n: 20_000,
    make: (n) => {
      const dates = listOf(n, (i) => dateOf(i % 300));
      return () => recencyWeights(dates, { asOf: dateOf(305), halfLifeDays: 30 });
    },
  },
  {
    of: ['calibrateEstimates'],
    by: 'estimates that came true or not',
    n: 20_000,
    rows: 'fit',
    make: (n) => {
      const history = estimatesOf(n);
      return () => calibrateEstimates(history, { unit })(30).quantile(0.9);
    },
  },
  {
    of: ['calibrateEstimates'],
    by: 'estimates, whose spread is learnt',
    n: 5000,
    make: (n) => {
      const history = estimatesOf(n);
      return () => calibrateEstimates(history, { unit, learnSpread: true })(30).quantile(0.9);
    },
  },
  {
    of: ['calibrateEstimates'],
    by: 'groups of ten estimates, every one asked',
    n: 500,
    make: (n) => {
      const groups = listOf(10 * n, (i) => `g${i % n}`);
      const history = { ...estimatesOf(10 * n), groups };
      return () => {
        const of = calibrateEstimates(history, { unit });
        let sum = 0;
        for (let i = 0; i < n; i++) sum += of({ estimate: 30, group: `g${i}` }).quantile(0.9);
        return sum;
      };
    },
  },
  {
    of: ['rollEstimates'],
    by: 'estimates kept and new',
    n: 40_000,
    make: (n) => {
      const history = estimatesOf(n);
      return () => rollEstimates(history, history, { last: n });
    },
  },
  {
    of: ['fitCapability'],
    by: 'samples',
    n: 20_000,
    rows: 'fit',
    make: (n) => {
      const column = columnOf(n, 30);
      return () => fitCapability(lognormal, column, { unit });
    },
  },
  {
    of: ['mixCapabilities'],
    by: 'parts',
    n: 100,
    make: (n) => {
      const parts = listOf(n, (i) => ({ capability: samplesOf(20 + (i % 9)), weight: 1 }));
      return () => mixCapabilities(parts).quantile(0.9);
    },
  },
  {
    of: ['pipelineCapability'],
    by: 'steps',
    n: 4,
    make: (n) => {
      const steps = listOf(n, (i) => samplesOf(60 + i));
      return () => pipelineCapability(steps, { resolution: 64 }).quantile(0.9);
    },
  },
  {
    of: ['reviveCapability'],
    by: 'samples',
    n: 20_000,
    make: (n) => {
      const json: unknown = JSON.parse(JSON.stringify(samplesOf(n)));
      return () => reviveCapability(json, [samplesSource]).quantile(0.9);
    },
  },
];
