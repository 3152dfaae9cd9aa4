import { door } from '../input/door';
import { read } from '../input/read';
import { notEnough } from '../input/refusal';
import { fitOptionsSchema, spendingColumnsSchema } from './input';
import { type LifetimeFitOptions, maximumLikelihood } from './maximum-likelihood';
import { gammaGamma } from './models';
import type { cdnowOrderValues } from './published';
import type { ColumnsOf, CustomerSpending } from './rows';

/**
 * Fits the gamma-gamma model of what orders are worth, by maximum likelihood: each customer's orders scatter
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
  customers: ColumnsOf<CustomerSpending>,
  options: LifetimeFitOptions,
): typeof cdnowOrderValues {
  return door('fitGammaGamma', () => {
    const about = read(fitOptionsSchema, options, 'options');
    const { frequency, value: values } = read(spendingColumnsSchema, customers, 'customers');
    const n = values.length;
    if (n < 3) {
      notEnough('customers', { needed: 3, available: n }, 'the three numbers of the model');
    }
    const unit = values.reduce((sum, value) => sum + value, 0) / n;
    const alike = new Map<number, number[]>();
    values.forEach((value, i) => {
      const x = frequency[i] as number;
      const others = alike.get(x);
      if (others) others.push(value / unit);
      else alike.set(x, [value / unit]);
    });
    const data = Array.from(alike, ([frequency, values]) => ({ frequency, values }));
    const problem = { data, n, scales: [1, 1, unit], shift: -n * Math.log(unit) };
    return maximumLikelihood(gammaGamma, problem, about);
  });
}
