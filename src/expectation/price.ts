import * as z from 'zod/mini';
import type { Level } from '../core/level';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { parametersOptionSchema } from '../input/schemas';
import {
  type ExpectationNumbers,
  type ExpectationParameter,
  expectationNumbers,
} from './parameters';
import { priceShape } from './signals';

/**
 * The level a price makes a customer expect (D8): the customary level at the reference price, its odds
 * multiplied by `(amount / reference)^priceExponent`; so it rises with the price and stays on the scale.
 *
 * @param price amount and reference in the same currency; amount at least 0, reference above 0
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
  options: { readonly parameters?: ParameterSet<ExpectationParameter> | undefined } = {},
): Level {
  return door('priceLevel', () => {
    read(parametersOptionSchema, options, 'options');
    const { amount, reference } = read(priceSchema, price);
    return levelOfPrice(amount, reference, expectationNumbers(options));
  });
}

const priceSchema = z.strictObject(priceShape);

/** The same without checks. */
export function levelOfPrice(
  amount: number,
  reference: number,
  { referencePriceLevel, priceExponent }: ExpectationNumbers,
): Level {
  const customary = referencePriceLevel / 100;
  return 100 / (1 + ((1 - customary) / customary) * (reference / amount) ** priceExponent);
}
