import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { percent } from '../core/unit-words';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { shareSchema } from '../input/share';
import { samplesForTolerance, toleranceRank } from '../numerics/tolerance-rank';
import { planShape } from './input';
import type { PlanOptions } from './plan';
import type { PromisePlan } from './promise-plan';
import type { RankRule } from './quote-for';
import { planFor } from './recipe';

const optionsSchema = once(() =>
  z.strictObject({
    ...planShape,
    keepRate: shareSchema,
    confidence: shareSchema,
  }),
);

/**
 * Plans a promise that one can be sure of, for a contract or a guarantee that pays: kept at the keep rate in the
 * long run with a stated confidence, where {@link planPromise} keeps it on average over all that might have been
 * the samples. It is the k-th best of n samples for the smallest k with
 * `P(Binomial(n, keepRate) < k) >= confidence`, a tolerance limit (Wilks 1941).
 *
 * @param options as for {@link planPromise}; `confidence`: how sure to be that the share is kept, above 0 and below 1
 * @throws InvalidInputError `out-of-range` for a share that is not between 0 and 1; NotEnoughDataError when the
 *   samples cannot carry it (.95 with a confidence of .95 needs 59) or there are no ranks, unless as best effort
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 * import { planByTolerance } from 'overdeliver/promise';
 *
 * const days = Array.from({ length: 93 }, (_, i) => 2 + i / 10);
 * const courier = capabilityFromSamples(days, { unit: 'days' });
 * const plan = planByTolerance(courier, { keepRate: 0.95, confidence: 0.95 });
 * plan.promise; // => 11.1
 * plan.guarantee; // => { kind: 'tolerance', rank: 92, n: 93, confidence: 0.95 }
 * ```
 */
export function planByTolerance(
  capability: Capability,
  options: PlanOptions & { readonly confidence: number },
): PromisePlan {
  return door('planByTolerance', () => {
    const { confidence, ...given } = read(optionsSchema, options, 'options');
    const able = readCapability('capability', capability);
    const detail = { keepRate: given.keepRate, confidence };
    return planFor(
      able,
      { aim: { code: 'tolerance', detail }, ...given },
      toleranceRule(confidence),
    );
  });
}

/** The rank that is kept with a confidence. */
const toleranceRule = (confidence: number): RankRule => ({
  rankOf: (n, share) => toleranceRank(n, share, confidence),
  needed: (share) => samplesForTolerance(share, confidence),
  guarantee: (rank, n) => ({ kind: 'tolerance', rank, n, confidence }),
  besides: `, with a confidence of ${percent(confidence)}`,
  withoutRanks: 'no ranks, which samples have that are neither weighted nor under way',
});
