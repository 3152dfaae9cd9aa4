import { marketplaceSatisfaction } from 'overdeliver';
import type { SatisfactionForm, SatisfactionModel } from 'overdeliver/satisfaction';
import { levels, orders } from './fixtures';

export const names = {
  id: 'ours/test-1',
  setting: 'a test',
  data: 'seeded',
  licence: 'none',
} as const;

export const levelForm: SatisfactionForm = {
  answers: { min: 1, max: 5 },
  dimensions: {
    level: {
      kind: 'level',
      unit: 'points',
      terms: ['performance', 'gain', 'loss'],
      value: 'identity',
    },
  },
};

/** The marketplace's form with covariates, a cap of 3 days and answers 1 to 4. */
export const basketForm: SatisfactionForm & { parameters: Record<string, number> } = {
  answers: { min: 1, max: 4 },
  dimensions: (marketplaceSatisfaction as SatisfactionModel).dimensions,
  covariates: { items: 'identity', price: 'log' },
  parameters: { 'time.cap': 3 },
};

const column = (numbers: readonly number[]) => Float64Array.from(numbers);

export const levelColumns = {
  expected: column(levels.columns.expected),
  perceived: column(levels.columns.perceived),
};

export const orderColumns = {
  dimensions: {
    time: {
      promised: column(orders.columns.promised),
      actual: column(orders.columns.actual),
      stillWaiting: Uint8Array.from(orders.columns.stillWaiting),
      unit: 'days' as const,
    },
  },
  covariates: { items: column(orders.columns.items), price: column(orders.columns.price) },
};
