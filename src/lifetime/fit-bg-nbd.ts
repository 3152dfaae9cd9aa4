import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import { bgNbdLikelihood, type Histories } from './bg-nbd-likelihood';
import { checkEnough, rowsOf } from './columns';
import { checkHistory, type PurchaseHistory } from './history';
import { checkFitOptions, type LifetimeFitOptions, mostLikely } from './likelihood';
import { type BgNbdParameter, bgNbdKinds } from './models';

/** Purchase histories by column, one row per customer. */
export type PurchaseHistoryColumns = { readonly [K in keyof PurchaseHistory]: ArrayLike<number> };

const columnsSchema = z.strictObject({ frequency: anySchema, recency: anySchema, age: anySchema });

/**
 * Fits the BG/NBD model of when customers without a contract buy again, by greatest likelihood: alive ones
 * buy at random times, each at a rate of their own (gamma over customers: r, alpha), and after each repeat
 * purchase go for good with a chance of their own (beta: a, b). Fader, Hardie & Lee 2005, Marketing Science
 * 24(2), equation 6.
 *
 * Standard errors come from the observed information. `fit.converged` is false, and there are none, where
 * the likelihood only levels off as a number runs beyond its range, as where nobody seems ever to have gone;
 * results of such a model carry a warning.
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
  customers: PurchaseHistoryColumns,
  options: LifetimeFitOptions,
): ParameterSet<BgNbdParameter> {
  return door('fitBgNbd', () => {
    checkFitOptions(options);
    read(columnsSchema, customers, 'customers');
    const { frequency, recency, age } = customers;
    const rows = rowsOf({ frequency, recency, age });
    let repeats = 0;
    let buyers = 0;
    let ages = 0;
    for (let i = 0; i < rows; i++) {
      const x = frequency[i] as number;
      checkHistory((name) => `customers.${name}[${i}]`, x, recency[i] as number, age[i] as number);
      // A prediction may stand on one all the same; fitted on, a few move every number of the model.
      if (x > 0 && age[i] !== 0 && recency[i] === 0) {
        const expected = 'a time above 0, since a repeat purchase comes after the first';
        refuse(`customers.recency[${i}]`, 0, expected);
      }
      repeats += x;
      if (x > 0) buyers++;
      ages += age[i] as number;
    }
    checkEnough('customers', 4, rows, 'the four numbers of the model');
    const purpose =
      'knowing when customers return, repeat buyers that is, who have a frequency above 0';
    checkEnough('customers.frequency', 1, buyers, purpose);
    const unit = ages / rows || 1;
    const problem = {
      n: rows,
      likelihood: bgNbdLikelihood(tally(customers, rows, unit)),
      scales: [1, unit, 1, 1],
      shift: -repeats * Math.log(unit),
    };
    return mostLikely(bgNbdKinds, problem, options);
  });
}

/** The histories of each frequency, with time in a unit of one's own; single buyers differ in age alone. */
function tally(customers: PurchaseHistoryColumns, rows: number, unit: number): Histories[] {
  const all = new Map<number, Record<'recency' | 'age' | 'customers', number[]>>();
  const placeOfAge = new Map<number, number>();
  for (let i = 0; i < rows; i++) {
    const x = customers.frequency[i] as number;
    const age = customers.age[i] as number;
    const alike = all.get(x) ?? { recency: [], age: [], customers: [] };
    if (alike.age.length === 0) all.set(x, alike);
    const place = x === 0 ? placeOfAge.get(age) : undefined;
    if (place !== undefined) (alike.customers[place] as number)++;
    else {
      if (x === 0) placeOfAge.set(age, alike.age.length);
      alike.recency.push((customers.recency[i] as number) / unit);
      alike.age.push(age / unit);
      alike.customers.push(1);
    }
  }
  return Array.from(all, ([frequency, { recency, age, customers }]) => ({
    frequency,
    recency: Float64Array.from(recency),
    age: Float64Array.from(age),
    customers: Float64Array.from(customers),
  }));
}
