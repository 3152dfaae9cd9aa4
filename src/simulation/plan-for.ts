import * as z from 'zod/mini';
import { capabilitySchema } from '../capability/input';
import { stageSchema } from '../expectation/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { shareSchema } from '../input/share';
import { planByKeepRate } from '../promise/plan';
import type { Policy } from './policy';

const askedSchema = once(() =>
  z.strictObject({ capability: capabilitySchema, stage: stageSchema, day: z.number() }),
);

/**
 * The policy that promises what `planPromise` would: the same quote to everybody, kept at the rate given.
 *
 * @param keepRate the share of promises to keep, above 0 and below 1
 * @throws InvalidInputError `out-of-range` for a keep rate that is not between 0 and 1; where the policy is asked, what is no
 *   question
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { planFor } from 'overdeliver/simulation';
 *
 * const capability = capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' });
 * planFor(0.9)({ capability, stage: 'first-use', day: 0 }); // => 9.83
 * ```
 */
export function planFor(keepRate: number): Policy {
  const rate = door('planFor', () => read(shareSchema, keepRate, 'keepRate'));
  return (asked) =>
    door('planFor', () => {
      const { capability } = read(askedSchema, asked, 'asked');
      return planByKeepRate(capability, { keepRate: rate }).promise;
    });
}
