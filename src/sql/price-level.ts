import type { ExpectationNumbers } from '../expectation/parameters';
import type { Dialect } from './dialects';
import { greatestNumber, leastNumber } from './limits';
import { v } from './nested';

/** The level that a price points to, as `levelOfPrice` says. */
export function levelOfPriceIn(
  { referencePriceLevel, priceExponent }: ExpectationNumbers,
  dialect: Dialect,
): string {
  const { number, greatest, least } = dialect;
  const customary = referencePriceLevel / 100;
  const odds = (1 - customary) / customary;
  if (priceExponent === 0) {
    const level = number(100 / (1 + odds));
    return `CASE WHEN ${v('price_amount')} IS NOT NULL THEN ${level} END`;
  }
  // Where an engine would end the query is no level but 0 or 100.
  const far = greatestNumber ** (1 / Math.max(1, priceExponent));
  const ratio = `${v('price_reference')} / ${greatest(v('price_amount'), number(leastNumber))}`;
  const kept = least(greatest(ratio, number(1 / far)), number(far));
  const steep = priceExponent === 1 ? kept : `power(${kept}, ${number(priceExponent)})`;
  const level = `${number(100)} / (${number(1)} + ${number(odds)} * ${steep})`;
  const amount = v('price_amount');
  return `CASE WHEN ${amount} = ${number(0)} THEN ${number(0)} WHEN ${amount} IS NOT NULL THEN ${level} END`;
}
