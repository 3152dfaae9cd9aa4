import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { checkColumn } from './columns';
import { greatest, moneySchema } from './limits';

/** What a customer is still worth; `byPeriod` adds up to `value`. */
export interface LifetimeValue {
  /** In the money of the margin, as of now. */
  readonly value: number;
  /** The purchases expected in all. */
  readonly purchases: number;
  /** The same, each counted for what money then is worth now. */
  readonly discountedPurchases: number;
  readonly byPeriod: readonly number[];
}

/** What a purchase brings, and what it is worth now. */
export interface LifetimeValueOptions {
  /** What one purchase leaves after its costs: order value times margin rate. May be a loss. */
  readonly margin: number;
  /**
   * The discount rate per period, above -1 up to 1, such as .1 for 10%: a yearly rate d is
   * `(1 + d) ** (1 / 52) - 1` per week.
   */
  readonly discountRate: number;
}

const rateText = 'a discount rate above -1 up to 1: a share, such as .1 for 10%';
export const rateSchema = z.number().check(z.gt(-1, rateText), z.lte(1, rateText));
const optionsSchema = z.strictObject({ margin: moneySchema, discountRate: rateSchema });

/**
 * What a customer is still worth: the margin of the purchases expected in each period ahead, discounted from
 * the period's end, `sum of margin * purchases[t] / (1 + discountRate)^t`, t = 1, 2, ... (Berger & Nasr 1998;
 * over the horizon that you forecast, rather than for ever). What was bought up to now is not counted, nor
 * the first purchase of a new customer.
 *
 * @param purchases the purchases expected in each period: `forecastPurchases(...).purchases`,
 *   `forecastRetention(...).survival` or `repurchases(...)`
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
  options: LifetimeValueOptions,
): LifetimeValue {
  return door('lifetimeValue', () => {
    const { margin, discountRate } = read(optionsSchema, options, 'options');
    const discounted = discountedPurchases('purchases', purchases, discountRate);
    const byPeriod = discounted.map((count) => margin * count);
    const sum = (numbers: readonly number[]) =>
      numbers.reduce((total, number) => total + number, 0);
    return {
      value: sum(byPeriod),
      purchases: sum(Array.from(purchases)),
      discountedPurchases: sum(discounted),
      byPeriod,
    };
  });
}

/** The purchases of each period for what money then is worth now. */
export function discountedPurchases(
  path: string,
  purchases: ArrayLike<number>,
  discountRate: number,
): number[] {
  checkColumn(path, purchases);
  const counts = reading(path, purchases, () => Array.from(purchases));
  return counts.map((count, i) => {
    if (!(typeof count === 'number' && count >= 0 && count <= greatest)) {
      refuse(`${path}[${i}]`, count, 'a number of purchases from 0 to 1e15');
    }
    const discounted = count / (1 + discountRate) ** (i + 1);
    if (discounted <= 1e200) return discounted;
    return refuse('options.discountRate', discountRate, 'what keeps purchases below 1e200');
  });
}
