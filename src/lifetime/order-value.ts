import { door } from '../input/door';
import { read } from '../input/read';
import { gammaGammaSchema, spendingOrNewSchema } from './input';
import type { LifetimeNotes } from './notes';
import type { cdnowOrderValues } from './published';
import type { CustomerSpending } from './rows';

/** What an order is expected to be worth: `ownWeight` times the customer's own mean, the rest times that of all. */
export interface ExpectedOrderValue extends LifetimeNotes {
  /** In the money of the model. Null where the model's q is so low that the mean is infinite. */
  readonly value: number | null;
  /** How much the customer's own orders count, 0 to 1 (more where q < 1); 0 for a new customer. */
  readonly ownWeight: number | null;
  /** The mean over all customers; null where q <= 1. */
  readonly meanOfAll: number | null;
}

/**
 * What the next order of a customer is expected to be worth, by the gamma-gamma model: between their own mean
 * and that of all customers, `p (gamma + x m) / (p x + q - 1)` after x orders of mean m, and
 * `p gamma / (q - 1)` for a new customer, passed as null (Fader & Hardie 2013, equation 5).
 *
 * @param model what {@link fitGammaGamma} found
 * @throws InvalidInputError for spending that cannot be, or numbers no such model has
 * @example
 * ```ts
 * import { cdnowOrderValues, expectedOrderValue } from 'overdeliver/lifetime';
 *
 * const { value, ownWeight } = expectedOrderValue(cdnowOrderValues, { frequency: 2, value: 22.35 });
 * value; // => 24.6637
 * ownWeight; // => 0.82
 * expectedOrderValue(cdnowOrderValues, null).value; // => 35.22
 * ```
 */
export function expectedOrderValue(
  model: typeof cdnowOrderValues,
  customer: CustomerSpending | null,
): ExpectedOrderValue {
  return door('expectedOrderValue', () => {
    const { values, notes } = read(gammaGammaSchema, model, 'model');
    const [p, q, gamma] = values as [number, number, number];
    const spent = read(spendingOrNewSchema, customer, 'customer');
    const { frequency: x, value: m } = spent ?? { frequency: 0, value: 0 };
    const all = p * x + q - 1;
    return {
      value: all > 0 ? (p * (gamma + x * m)) / all : null,
      ownWeight: all > 0 ? (p * x) / all : null,
      meanOfAll: q > 1 ? (p * gamma) / (q - 1) : null,
      ...notes,
    };
  });
}
