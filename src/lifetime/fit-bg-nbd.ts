import { door } from '../input/door';
import { read } from '../input/read';
import { notEnough } from '../input/refusal';
import { historiesOf, thinned } from './histories';
import { fitOptionsSchema, historyColumnsSchema } from './input';
import { type LifetimeFitOptions, maximumLikelihood } from './maximum-likelihood';
import { bgNbd } from './models';
import type { cdnowPurchases } from './published';
import type { ColumnsOf, PurchaseHistory } from './rows';

/** So many repeat buyers show where the summits are; whether they did is asked with other ones in the tests. */
const enough = 300;

/**
 * Fits the BG/NBD model of when customers without a contract buy again, by maximum likelihood: alive ones
 * buy at random times, each at a rate of their own (gamma over customers: r, alpha), and after each repeat
 * purchase go for good with a chance of their own (beta: a, b). Fader, Hardie & Lee 2005, Marketing Science
 * 24(2), equation 6.
 *
 * Standard errors come from the observed information. `fit.converged` is false, and there are none, where
 * the likelihood only levels off as a number runs beyond its range, as where nobody seems ever to have gone;
 * `fit.reasons` then say why ({@link LifetimeFitReason}; `inEnglish` says what to do), and results of such a model carry
 * them as warnings.
 *
 * @param customers columns `frequency` (purchases after the first), `recency` (from the first to the last)
 *   and `age` (from the first to now), one row per customer, single buyers among them
 * @throws InvalidInputError `out-of-range`, `missing`, `length-mismatch` or `wrong-type`, by row
 * @throws NotEnoughDataError for fewer than 4 customers, or none with a repeat purchase
 * @example
 * ```ts
 * import { fitBgNbd } from 'overdeliver';
 *
 * const customers = {
 *   frequency: [0, 2, 0, 1, 5, 0, 1, 12, 0, 4, 0, 1],
 *   recency: [0, 8, 0, 1, 35, 0, 2, 32, 0, 10, 0, 30],
 *   age: [39, 39, 38, 38, 37, 36, 34, 33, 30, 28, 40, 35],
 * };
 * const model = fitBgNbd(customers, { id: 'lifetime/shop-2026' });
 * model.fit?.converged; // => true
 * model.parameters.r.value; // => 0.339
 * model.parameters.r.standardError; // => 0.188
 * ```
 */
export function fitBgNbd(
  customers: ColumnsOf<PurchaseHistory>,
  options: LifetimeFitOptions,
): typeof cdnowPurchases {
  return door('fitBgNbd', () => {
    const about = read(fitOptionsSchema, options, 'options');
    const columns = read(historyColumnsSchema, customers, 'customers');
    const n = columns.age.length;
    if (n < 4) {
      notEnough('customers', { needed: 4, available: n }, 'the four numbers of the model');
    }
    let repeats = 0;
    let repeatBuyers = 0;
    let ages = 0;
    for (let i = 0; i < n; i++) {
      const frequency = columns.frequency[i] as number;
      repeats += frequency;
      if (frequency > 0) repeatBuyers++;
      ages += columns.age[i] as number;
    }
    if (repeats === 0) {
      const purpose =
        'knowing when customers return, repeat buyers that is, who have a frequency above 0';
      notEnough('customers.frequency', { needed: 1, available: 0 }, purpose);
    }
    const unit = ages / n || 1;
    const data = historiesOf(columns, unit);
    const every = Math.floor(repeatBuyers / enough);
    const part = every > 1 ? historiesOf(thinned(columns, every), unit) : undefined;
    const problem = { data, part, n, scales: [1, unit, 1, 1], shift: -repeats * Math.log(unit) };
    return maximumLikelihood(bgNbd, problem, about);
  });
}
