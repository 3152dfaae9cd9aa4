import { door } from '../input/door';
import { read } from '../input/read';
import { bgNbdSchema, purchaseHistorySchema } from './input';
import type { LifetimeNotes } from './notes';
import type { cdnowPurchases } from './published';
import type { PurchaseHistory } from './rows';
import { standing } from './standing';

/** How likely a customer is still one. */
export interface AliveProbability extends LifetimeNotes {
  /** 0 to 1. */
  readonly probability: number;
}

/**
 * How likely a customer without a contract will buy again at all, by the BG/NBD model:
 * `1 / (1 + a / (b + x - 1) ((alpha + age) / (alpha + recency))^(r + x))` for x > 0 repeat purchases.
 *
 * For a single buyer it is 1, with the warning `alive-by-assumption`: the model lets customers go after a
 * repeat purchase only. Do not read it as loyalty; they are worth what `expectedPurchases` says.
 *
 * @param model what {@link fitBgNbd} found
 * @throws InvalidInputError for a history that cannot be, or numbers no such model has
 * @example
 * ```ts
 * import { cdnowPurchases } from 'overdeliver/lifetime';
 * import { probabilityAlive } from 'overdeliver';
 *
 * const history = { frequency: 2, recency: 30.43, age: 38.86 };
 * probabilityAlive(cdnowPurchases, history).probability; // => 0.7266
 * const single = probabilityAlive(cdnowPurchases, { frequency: 0, recency: 0, age: 38.86 });
 * single.probability; // => 1
 * single.warnings[0]?.code; // => 'alive-by-assumption'
 * ```
 */
export function probabilityAlive(
  model: typeof cdnowPurchases,
  customer: PurchaseHistory,
): AliveProbability {
  return door('probabilityAlive', () => {
    const known = read(bgNbdSchema, model, 'model');
    const { alive, notes } = standing(known, read(purchaseHistorySchema, customer, 'customer'));
    return { probability: alive, ...notes };
  });
}
