import {
  breakOf,
  journeyScore,
  reviewTrend,
  touchpointGaps,
  touchpointImportance,
  trendOf,
} from 'overdeliver/journey';
import { uniforms } from '../../uniforms';
import { columnOf, dateOf, type GrowthCase, listOf, names } from './case';

const seriesOf = (n: number, level: (i: number) => number) =>
  listOf(n, (i) => ({ at: dateOf(i), value: level(i) }));
const touchpoints = (n: number) =>
  listOf(n, (i) => ({ id: `t${i}`, expected: 70, perceived: 60 + (i % 20) }));
const differing = (n: number) => {
  const column = columnOf(n);
  return seriesOf(n, (i) => column[i] as number);
};

export const journeyCases: readonly GrowthCase[] = [
  {
    of: ['trendOf'],
    by: 'values that differ, of which there may be 5,000',
    n: 600,
    make: (n) => {
      const series = differing(n);
      return () => trendOf(series);
    },
  },
  {
    of: ['trendOf'],
    by: 'answers from 1 to 5',
    n: 600,
    make: (n) => {
      const column = columnOf(n, 4);
      const series = seriesOf(n, (i) => Math.round(column[i] as number));
      return () => trendOf(series);
    },
  },
  {
    of: ['breakOf'],
    by: 'values that differ, of which there may be 5,000',
    n: 600,
    make: (n) => {
      const series = differing(n);
      return () => breakOf(series);
    },
  },
  {
    of: ['reviewTrend'],
    by: 'values',
    n: 600,
    make: (n) => {
      const series = seriesOf(n, (i) => i % 7);
      return () => reviewTrend(series);
    },
  },
  {
    of: ['touchpointGaps', 'journeyScore'],
    by: 'touchpoints',
    n: 8000,
    make: (n) => {
      const all = touchpoints(n);
      return () => [touchpointGaps(all), journeyScore(all)];
    },
  },
  {
    of: ['touchpointGaps'],
    by: 'people at one touchpoint',
    n: 20_000,
    make: (n) => {
      const all = [{ id: 'desk', expected: columnOf(n, 30, 1), perceived: columnOf(n, 30, 2) }];
      return () => touchpointGaps(all);
    },
  },
  {
    of: ['touchpointImportance'],
    by: 'rows',
    n: 200,
    rows: 'fit',
    ofObjects: true,
    make: (n) => {
      const next = uniforms(n);
      const rows = listOf(n, () => {
        const [desk, room] = [25 * Math.floor(5 * next()), 25 * Math.floor(5 * next())];
        return { ratings: { desk, room }, satisfied: 200 * next() < desk + room };
      });
      return () => touchpointImportance(rows, names);
    },
  },
];
