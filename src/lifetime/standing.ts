import { aliveProbability } from './bg-nbd';
import type { LifetimeNotes, ModelRead } from './notes';
import type { PurchaseHistory } from './rows';

/** How a customer stands, and what the model's numbers are for them if they are alive. */
export function standing(
  { values, notes }: ModelRead,
  customer: PurchaseHistory | null,
): {
  readonly alive: number;
  readonly posterior: readonly number[];
  readonly notes: LifetimeNotes;
} {
  if (customer === null) return { alive: 1, notes, posterior: values };
  const { frequency, recency, age } = customer;
  const [r, alpha, a, b] = values as [number, number, number, number];
  const single = { code: 'alive-by-assumption', path: 'customer.frequency' } as const;
  return {
    alive: aliveProbability(values, frequency, recency, age),
    notes: frequency === 0 ? { ...notes, warnings: [...notes.warnings, single] } : notes,
    posterior: [r + frequency, alpha + age, a, b + frequency],
  };
}
