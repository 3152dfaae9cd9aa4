import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { anySchema } from '../input/schemas';
import { checkEnough, rowsOf } from './columns';
import { gammaGammaLikelihood } from './gamma-gamma';
import { checkFitOptions, type LifetimeFitOptions, mostLikely } from './likelihood';
import { type GammaGammaParameter, gammaGammaKinds } from './models';
import { type CustomerSpending, checkSpending } from './spending';

/** What customers spent, by column, one row per customer with at least one purchase that counts. */
export type SpendingColumns = { readonly [K in keyof CustomerSpending]: ArrayLike<number> };

const columnsSchema = z.strictObject({ frequency: anySchema, value: anySchema });

/**
 * Fits the gamma-gamma model of what orders are worth, by greatest likelihood: each customer's orders scatter
 * around a mean of their own (gamma: p), and these means over customers (q, gamma). It assumes that how much
 * and how often customers buy are unrelated: look whether `frequency` and `value` correlate before you trust
 * it. Fader & Hardie 2013, "The gamma-gamma model of monetary value", equation 1a.
 *
 * Standard errors and convergence as with {@link fitBgNbd}.
 *
 * @param customers columns `frequency`, the purchases whose values were averaged, and `value`, their mean
 *   value above 0; a customer without such a purchase tells nothing, and is refused rather than dropped
 * @throws InvalidInputError `out-of-range`, `missing`, `length-mismatch` or `wrong-type`, by row
 * @throws NotEnoughDataError for fewer than 3 customers
 * @example
 * ```ts
 * import { fitGammaGamma } from 'overdeliver/lifetime';
 *
 * const customers = {
 *   frequency: [2, 1, 5, 3, 1, 8, 2, 4, 1, 6],
 *   value: [22.35, 11.77, 51.4, 30.9, 73.74, 28.1, 14.2, 41.8, 25.5, 19.9],
 * };
 * const model = fitGammaGamma(customers, { id: 'lifetime/shop-2026-values' });
 * model.fit?.converged; // => true
 * ```
 */
export function fitGammaGamma(
  customers: SpendingColumns,
  options: LifetimeFitOptions,
): ParameterSet<GammaGammaParameter> {
  return door('fitGammaGamma', () => {
    checkFitOptions(options);
    read(columnsSchema, customers, 'customers');
    const { frequency, value: values } = customers;
    const n = rowsOf({ frequency, value: values });
    let sum = 0;
    const byFrequency = new Map<number, number[]>();
    for (let i = 0; i < n; i++) {
      const value = values[i] as number;
      const x = frequency[i] as number;
      checkSpending((name) => `customers.${name}[${i}]`, x, value);
      sum += value;
      const alike = byFrequency.get(x);
      if (alike) alike.push(value);
      else byFrequency.set(x, [value]);
    }
    checkEnough('customers', 3, n, 'the three numbers of the model');
    const unit = sum / n;
    const all = Array.from(byFrequency, ([frequency, alike]) => ({
      frequency,
      values: alike.map((value) => value / unit),
    }));
    const likelihood = gammaGammaLikelihood(all);
    const problem = { n, likelihood, scales: [1, 1, unit], shift: -n * Math.log(unit) };
    return mostLikely(gammaGammaKinds, problem, options);
  });
}
