import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { positiveSchema } from '../input/schemas';
import { compare } from '../numerics/nearly';
import type { Rounding } from './rounding';

const everySchema = once(positiveSchema);

/**
 * Rounds quotes to prices that end in certain digits, such as 19.99 or 149: up for prices, down for levels and the
 * lower end of a window, so that the promise is always easier to keep. Below the lowest such price there is 0.
 *
 * @param ending what the price ends in, from 0 to below `every`: .99, 9, 95
 * @param every the distance between two such prices; 1 unless given, 10 for an ending of 9, 100 for 95
 * @throws InvalidInputError `out-of-range` for a distance that is not above 0 or an ending that is not below it;
 *   from the rounding, for a quote below 0, which is no price
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, toPriceEnding } from 'overdeliver';
 *
 * toPriceEnding(0.99)(142.5, 'up'); // => 142.99
 * toPriceEnding(9, 10)(142.5, 'up'); // => 149
 * toPriceEnding(0.99)(0.5, 'down'); // => 0
 *
 * // What the last repairs of this kind cost: "at most 189", and typically the bill is 150.
 * const bills = [138, 162, 150, 145, 171, 149, 183, 140, 155, 147, 152];
 * const repair = capabilityFromSamples(bills, { unit: 'euros' });
 * const quote = planPromise(repair, { keepRate: 0.9, round: toPriceEnding(9, 10) });
 * [quote.promise, quote.typical]; // => [189, 150]
 * ```
 */
export function toPriceEnding(ending: number, every = 1): Rounding {
  return door('toPriceEnding', () => {
    read(everySchema, every, 'every');
    const text = `an ending from 0 to below ${every}`;
    read(z.number().check(z.gte(0, text), z.lt(every, text)), ending, 'ending');
    // To 15 digits, so that 12 + .99 is 12.99.
    const price = (count: number) => Number((count * every + ending).toPrecision(15));
    const round = (quote: number, easier: 'up' | 'down') =>
      door('toPriceEnding', () => {
        if (!(Number.isFinite(quote) && quote >= 0))
          refuse('quote', quote, 'a price of at least 0');
        const count = (quote - ending) / every;
        const nearest = price(Math.round(count));
        if (compare(nearest, quote) === 0) return nearest;
        const rounded = Math.max(0, price(easier === 'up' ? Math.ceil(count) : Math.floor(count)));
        if (Number.isFinite(rounded)) return rounded;
        return refuse('quote', quote, 'a price with a finite one of that ending');
      });
    return Object.assign(round, { figures: { ending, every } });
  });
}
