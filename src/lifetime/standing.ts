import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { read } from '../input/read';
import { rowOf } from '../input/rows';
import { aliveProbability } from './bg-nbd';
import { type LifetimeNotes, readModel } from './fitted-model';
import { checkHistory, type PurchaseHistory } from './history';
import type { BgNbdParameter } from './models';
import { cdnowPurchases } from './published';

const historySchema = rowOf({
  frequency: z.number(),
  recency: z.number(),
  age: z.number(),
});

/** How a customer stands, and what the model's numbers are for them if they are alive. */
export function standing(
  model: ParameterSet<BgNbdParameter>,
  customer: PurchaseHistory | null,
): {
  readonly alive: number;
  readonly posterior: readonly number[];
  readonly notes: LifetimeNotes;
} {
  const { values, notes } = readModel(model, cdnowPurchases);
  if (customer === null) return { alive: 1, notes, posterior: values };
  const { frequency, recency, age } = read(historySchema, customer, 'customer');
  checkHistory((name) => `customer.${name}`, frequency, recency, age);
  const [r, alpha, a, b] = values as [number, number, number, number];
  const single = { code: 'alive-by-assumption', path: 'customer.frequency' } as const;
  return {
    alive: aliveProbability(values, frequency, recency, age),
    notes: frequency === 0 ? { ...notes, warnings: [...notes.warnings, single] } : notes,
    posterior: [r + frequency, alpha + age, a, b + frequency],
  };
}
