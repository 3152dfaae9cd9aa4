import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { purchasesWhileAlive } from './bg-nbd';
import { checkHorizon, longestHorizon } from './horizon';
import { bgNbdSchema, historyOrNewSchema, periodsSchema } from './input';
import type { LifetimeNotes } from './notes';
import type { cdnowPurchases } from './published';
import { purchasesByPeriod } from './purchases-by-period';
import type { PurchaseHistory } from './rows';
import { standing } from './standing';

/** How often a customer is expected to buy: `alive` times `ifAlive`. */
export interface ExpectedPurchases extends LifetimeNotes {
  /** From 0. */
  readonly purchases: number;
  /** P(alive), 0 to 1; 1 for a new customer. */
  readonly alive: number;
  /** The purchases expected of them, from 0, if they are alive. */
  readonly ifAlive: number;
}

/** When a customer is expected to buy. */
export interface PurchaseForecast extends LifetimeNotes {
  /** The purchases expected within the next period, the one after it, and so on. */
  readonly purchases: readonly number[];
}

const optionsSchema = once(() =>
  z.strictObject({
    periods: periodsSchema,
    length: z.optional(z.number().check(z.gt(0, 'a length above 0'))),
  }),
);

/**
 * How often a customer without a contract is expected to buy within a time from now, by the BG/NBD model
 * (Fader, Hardie & Lee 2005, equations 9 and 10): the chance that they are alive times the purchases
 * expected if they are. For a customer who makes the first purchase now, pass null; it does not count.
 *
 * @param model what {@link fitBgNbd} found
 * @param horizon the time from now, in the unit of age, up to 100,000 times alpha + age or the time of a
 *   million purchases
 * @throws InvalidInputError for a history that cannot be, a horizon off its range, or numbers no such model has
 * @example
 * ```ts
 * import { cdnowPurchases } from 'overdeliver/lifetime';
 * import { expectedPurchases } from 'overdeliver';
 *
 * expectedPurchases(cdnowPurchases, null, 32).purchases; // => 1.0438
 * const history = { frequency: 2, recency: 30.43, age: 38.86 };
 * const { purchases, alive, ifAlive } = expectedPurchases(cdnowPurchases, history, 39);
 * purchases; // => 1.226
 * alive * ifAlive; // => 1.226
 * ```
 */
export function expectedPurchases(
  model: typeof cdnowPurchases,
  customer: PurchaseHistory | null,
  horizon: number,
): ExpectedPurchases {
  return door('expectedPurchases', () => {
    const known = read(bgNbdSchema, model, 'model');
    const given = read(historyOrNewSchema, customer, 'customer');
    const { alive, notes, posterior } = standing(known, given);
    checkHorizon(horizon, posterior);
    const ifAlive = purchasesWhileAlive(posterior, horizon);
    return { purchases: alive * ifAlive, alive, ifAlive, ...notes };
  });
}

/**
 * The purchases of {@link expectedPurchases} period by period, as `lifetimeValue` takes them.
 *
 * @param model what {@link fitBgNbd} found
 * @param customer what they bought; null for one who makes the first purchase now
 * @param options `periods`, how many, 1 to 10,000: they reach as far as a horizon may, beyond 300 of them
 *   300 / periods as far; `length`, how long one is in the unit of age, above 0, 1 unless given
 * @throws InvalidInputError for a history that cannot be, options off their range, or numbers no such model has
 * @example
 * ```ts
 * import { cdnowPurchases, forecastPurchases } from 'overdeliver/lifetime';
 *
 * const history = { frequency: 2, recency: 30.43, age: 38.86 };
 * const quarters = forecastPurchases(cdnowPurchases, history, { periods: 3, length: 13 });
 * quarters.purchases; // => [0.457, 0.404, 0.364]
 * ```
 */
export function forecastPurchases(
  model: typeof cdnowPurchases,
  customer: PurchaseHistory | null,
  options: { readonly periods: number; readonly length?: number | undefined },
): PurchaseForecast {
  return door('forecastPurchases', () => {
    const known = read(bgNbdSchema, model, 'model');
    const given = read(historyOrNewSchema, customer, 'customer');
    const { alive, notes, posterior } = standing(known, given);
    const { periods, length = 1 } = read(optionsSchema, options, 'options');
    // Sums take as long as the time that they reach: in more than 300 periods they reach less far.
    const longest = longestHorizon(posterior) * Math.min(1, 300 / periods);
    if (!(periods * length <= longest)) {
      const expected = `periods that end within ${longest}, as far as the model reaches in so many steps`;
      refuse('options.periods', periods, expected);
    }
    let before = 0;
    const purchases = Array.from(purchasesByPeriod(posterior, length, periods), (ifAlive) => {
      const until = alive * ifAlive;
      const within = Math.max(0, until - before);
      before = until;
      return within;
    });
    return { purchases, ...notes };
  });
}
