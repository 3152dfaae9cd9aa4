import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { parametersOnlySchema, priceSchema } from './input';
import { levelOfPrice } from './level-of-price';
import type { expectationDefaults } from './parameters';

/**
 * The level a price makes a customer expect: the customary level at the reference price, its odds
 * multiplied by `(amount / reference)^priceExponent`; so it rises with the price and stays on the scale.
 *
 * @param price amount and reference in the same currency; amount at least 0, reference above 0
 * @param options which parameter set to use
 * @throws InvalidInputError `out-of-range` for a negative amount or a reference that is not above 0
 * @example
 * ```ts
 * import { priceLevel } from 'overdeliver/expectation';
 *
 * priceLevel({ amount: 100, reference: 100 }); // => 50
 * priceLevel({ amount: 200, reference: 100 }); // => 66.67
 * ```
 */
export function priceLevel(
  price: { readonly amount: number; readonly reference: number },
  options: { readonly parameters?: typeof expectationDefaults | undefined } = {},
): Level {
  return door('priceLevel', () => {
    const { numbers } = read(parametersOnlySchema, options, 'options').parameters;
    const { amount, reference } = read(priceSchema, price);
    return levelOfPrice(amount, reference, numbers);
  });
}
