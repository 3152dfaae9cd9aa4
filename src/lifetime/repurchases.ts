import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { from0to1Schema } from '../input/schemas';
import { periodsSchema } from './input';

const schema = once(() =>
  z.strictObject({
    probability: from0to1Schema('a probability from 0 to 1'),
    periods: periodsSchema,
  }),
);

/**
 * The purchases expected in each period of a customer who buys again with one probability every time, and
 * once they do not is lost for good: `probability^t` (Berger & Nasr 1998, case 1; Dwyer 1997).
 *
 * The way from an intention to a forecast, `repurchases(predictIntention(...).repurchase, 12)`: with the
 * intention taken for the deed, of which deeds fall short.
 *
 * @param probability 0 to 1
 * @param periods how many periods ahead, 1 to 10,000
 * @throws InvalidInputError `out-of-range`, `missing` or `wrong-type`
 * @example
 * ```ts
 * import { repurchases } from 'overdeliver/lifetime';
 *
 * repurchases(0.5, 4); // => [0.5, 0.25, 0.125, 0.0625]
 * ```
 */
export function repurchases(probability: number, periods: number): number[] {
  return door('repurchases', () => {
    const { probability: again } = read(schema, { probability, periods });
    return Array.from({ length: periods }, (_, t) => again ** (t + 1));
  });
}
