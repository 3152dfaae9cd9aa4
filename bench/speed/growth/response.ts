import {
  auditPractices,
  type BonusCustomer,
  consistencyOf,
  planBonuses,
} from 'overdeliver/response';
import { columnOf, dateOf, type GrowthCase, listOf } from './case';

const bonusesOf = (n: number) =>
  listOf(n, (i) => ({ id: `b${i}`, cost: 5, serves: 'comfort', value: 1 }));
const options = { kept: { rate: 1 }, asOf: dateOf(0), contact: { zone: 'UTC' } };

export const responseCases: readonly GrowthCase[] = [
  {
    of: ['planBonuses'],
    by: 'bonuses of which one customer has all',
    n: 1000,
    make: (n) => {
      const bonuses = bonusesOf(n);
      const had = bonuses.map(({ id }) => id);
      const one: BonusCustomer = { id: 'ada', needs: {}, contract: had, received: had };
      return () => planBonuses(bonuses, [one], { ...options, budget: 5 });
    },
  },
  {
    of: ['planBonuses'],
    by: 'customers, three bonuses and a budget',
    n: 300,
    make: (n) => {
      const customers = listOf(n, (i) => ({ id: `c${i}`, needs: { comfort: 50 + (i % 50) } }));
      return () => planBonuses(bonusesOf(3), customers, { ...options, budget: 1000 });
    },
  },
  {
    of: ['auditPractices'],
    by: 'answers',
    n: 20_000,
    make: (n) => {
      const answers = listOf(n, (i) => ({ practice: 'listen', well: i % 3 > 0 }) as const);
      return () => auditPractices(answers);
    },
  },
  {
    of: ['consistencyOf'],
    by: 'days',
    n: 50_000,
    make: (n) => {
      const levels = columnOf(n, 40);
      return () => consistencyOf(levels);
    },
  },
];
