import type { Level } from '../core/level';
import type { ExpectationNumbers } from './parameters';

/** The level that a price points to: the odds of the customary level grow with a power of amount over reference. */
export function levelOfPrice(
  amount: number,
  reference: number,
  { referencePriceLevel, priceExponent }: ExpectationNumbers,
): Level {
  const customary = referencePriceLevel / 100;
  return 100 / (1 + ((1 - customary) / customary) * (reference / amount) ** priceExponent);
}
