import { fittedExponent } from '../fitted-exponent';
import { type Bench, row } from '../report';
import { growthCases } from './growth-cases';

export const growth: Bench = {
  room: 'growth',
  run: () =>
    growthCases.map(({ name, n, make }) =>
      row('growth', name, `exponent of time from n = ${n} to 8n`, fittedExponent(n, make)),
    ),
};
