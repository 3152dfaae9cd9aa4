import { marketplaceSatisfaction, type SatisfactionModel } from 'overdeliver';
import { mixedSatisfaction, surveySatisfaction, tk92Satisfaction } from 'overdeliver/satisfaction';
import type { Random } from '../random';
import { named } from '../show';
import { level, levels } from './pieces';

export const modelNamed = {
  marketplaceSatisfaction,
  mixedSatisfaction,
  surveySatisfaction,
  tk92Satisfaction,
} as const;

/** Columns that a model speaks of: each model its own. */
export function columnsFor(r: Random, name: keyof typeof modelNamed, rows: number) {
  const amounts = (to: number) => Float64Array.from(r.list(rows, () => r.real(1, to)));
  if (name === 'surveySatisfaction')
    return { expected: levels(r, rows), perceived: levels(r, rows) };
  const time = {
    promised: amounts(30),
    actual: amounts(40),
    unit: 'days' as const,
    ...r.some({ stillWaiting: Uint8Array.from(r.list(rows, () => r.int(0, 1))) }),
  };
  if (name === 'marketplaceSatisfaction') return time;
  return {
    dimensions: {
      time,
      service: { expected: levels(r, rows), perceived: levels(r, rows) },
      ...r.some({ cost: { promised: amounts(90), actual: amounts(99), currency: 'EUR' } }),
    },
  };
}

export const model = (name: keyof typeof modelNamed): SatisfactionModel =>
  named(name, structuredClone(modelNamed[name]));

export const modelName = (r: Random) =>
  r.pick(Object.keys(modelNamed) as (keyof typeof modelNamed)[]);

const uncertain = (r: Random, x: number) => (r.flip(0.7) ? x : { mean: x, sd: r.real(0.1, 9) });
export const time = (r: Random) => ({
  promised: r.real(1, 30),
  actual: uncertain(r, r.real(0, 40)),
  unit: r.pick(['minutes', 'hours', 'days', 'open-hours', 'business-days'] as const),
  ...r.some({ stillWaiting: r.flip() }),
});
export const cost = (r: Random) => ({
  promised: r.real(1, 90),
  actual: uncertain(r, r.real(0, 99)),
  currency: 'EUR',
});
export const service = (r: Random) => ({ expected: level(r), perceived: uncertain(r, level(r)) });
export const mixed = (r: Random) => ({
  dimensions: { time: time(r), ...r.some({ cost: cost(r), service: service(r) }) },
});
