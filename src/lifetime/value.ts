import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { discounted } from './discounted';
import { moneySchema, purchasesSchema, rateSchema } from './input';

/** What a customer is still worth; `byPeriod` adds up to `value`. */
export interface LifetimeValue {
  /** In the money of the margin, as of now. */
  readonly value: number;
  /** The purchases expected in all. */
  readonly purchases: number;
  /** The same, each counted for what money then is worth now. */
  readonly discountedPurchases: number;
  /** What each period adds to the value. */
  readonly byPeriod: readonly number[];
}

const optionsSchema = once(() => z.strictObject({ margin: moneySchema, discountRate: rateSchema }));

/**
 * What a customer is still worth: the margin of the purchases expected in each period ahead, discounted from
 * the period's end, `sum of margin * purchases[t] / (1 + discountRate)^t`, t = 1, 2, ... (Berger & Nasr 1998;
 * over the horizon that you forecast, rather than for ever). What was bought up to now is not counted, nor
 * the first purchase of a new customer.
 *
 * @param purchases the purchases expected in each period: `forecastPurchases(...).purchases`,
 *   `forecastRetention(...).survival` or `repurchases(...)`
 * @param options `margin`, what one purchase leaves after its costs: order value times margin rate, may be a loss;
 *   `discountRate` per period, above -1 up to 1, such as .1 for 10%: a yearly rate d is `(1 + d) ** (1 / 52) - 1` per week
 * @throws InvalidInputError `out-of-range`, `missing` or `wrong-type`
 * @example
 * ```ts
 * import { forecastRetention, highEndRetention } from 'overdeliver/lifetime';
 * import { lifetimeValue } from 'overdeliver';
 *
 * const { survival } = forecastRetention(highEndRetention, { periods: 12 });
 * const { value, purchases } = lifetimeValue(survival, { margin: 100, discountRate: 0.1 });
 * purchases; // => 6.53
 * value; // => 402.33
 * ```
 */
export function lifetimeValue(
  purchases: ArrayLike<number>,
  options: { readonly margin: number; readonly discountRate: number },
): LifetimeValue {
  return door('lifetimeValue', () => {
    const { margin, discountRate } = read(optionsSchema, options, 'options');
    const counts = read(purchasesSchema, purchases, 'purchases');
    const nowWorth = discounted(counts, discountRate);
    const byPeriod = nowWorth.map((count) => margin * count);
    const sum = (numbers: readonly number[]) =>
      numbers.reduce((total, number) => total + number, 0);
    return {
      value: sum(byPeriod),
      purchases: sum(counts),
      discountedPurchases: sum(nowWorth),
      byPeriod,
    };
  });
}
