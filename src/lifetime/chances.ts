import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { wholeFrom } from '../input/schemas';
import { purchaseChances } from './bg-nbd';
import { checkHorizon } from './horizon';
import { bgNbdSchema, historyOrNewSchema } from './input';
import type { LifetimeNotes } from './notes';
import type { cdnowPurchases } from './published';
import type { PurchaseHistory } from './rows';
import { standing } from './standing';

/** How likely a customer buys how often; `chances` and `more` add up to 1. */
export interface PurchaseChances extends LifetimeNotes {
  /** The chance of no purchase, of one, and so on up to what was asked; the first is that of none. */
  readonly chances: readonly number[];
  /** The chance of still more purchases. */
  readonly more: number;
}

/** Each takes a sum of its own. */
const most = 10_000;
const optionsSchema = once(() =>
  z.strictObject({ upTo: z.optional(wholeFrom(0, most, 'a whole number of purchases')) }),
);

/**
 * How likely a customer without a contract buys not at all, once, twice, ... within a time from now, by the BG/NBD model
 * (Fader, Hardie & Lee 2005, equation 8, for what is to come from a customer who is known). For a customer who makes
 * the first purchase now, pass null; it does not count.
 *
 * @param model what {@link fitBgNbd} found
 * @param horizon the time from now, in the unit of age, as far as `expectedPurchases` reaches
 * @param options `upTo`, the most purchases whose chance is told by itself, a whole number from 0 to 10,000; 1 unless given
 * @throws InvalidInputError for a history that cannot be, a horizon or option off its range, or numbers no such model has
 * @example
 * ```ts
 * import { cdnowPurchases, chancesOfPurchases } from 'overdeliver/lifetime';
 *
 * const { chances, more } = chancesOfPurchases(cdnowPurchases, null, 39, { upTo: 2 });
 * chances; // => [0.574, 0.199, 0.085]
 * more; // => 0.141
 * const history = { frequency: 2, recency: 30.43, age: 38.86 };
 * chancesOfPurchases(cdnowPurchases, history, 4).chances[0]; // => 0.869
 * ```
 */
export function chancesOfPurchases(
  model: typeof cdnowPurchases,
  customer: PurchaseHistory | null,
  horizon: number,
  options: { readonly upTo?: number | undefined } = {},
): PurchaseChances {
  return door('chancesOfPurchases', () => {
    const known = read(bgNbdSchema, model, 'model');
    const given = read(historyOrNewSchema, customer, 'customer');
    const { upTo = 1 } = read(optionsSchema, options, 'options');
    const { alive, notes, posterior } = standing(known, given);
    checkHorizon(horizon, posterior);
    const { chances, more } = purchaseChances(posterior, horizon, upTo);
    const [none = 1, ...some] = chances.map((chance) => alive * chance);
    return { chances: [1 - alive + none, ...some], more: alive * more, ...notes };
  });
}
