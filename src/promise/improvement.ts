import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { signOf } from '../capability/distribution';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { shareSchema } from '../input/share';
import { compare } from '../numerics/nearly';
import { chanceKept, isUnseen } from './chance-kept';
import { planShape } from './input';
import type { PlanOptions } from './plan';
import type { ChanceKept, Guarantee, PlanReason } from './promise-plan';
import { medianOf, quoteFor } from './quote-for';
import { explain } from './recipe';

/** How a capability must improve for a promise to be kept; each of the three ways does alone. */
export interface RequiredImprovement {
  /** Whether it must improve at all. */
  readonly needed: boolean;
  /** What could be promised today, unrounded. */
  readonly today: number;
  /** The chance of keeping the demanded promise today. */
  readonly chance: ChanceKept;
  /** By how much every delivery must change, below 0 for less time; 0 when none need. */
  readonly shift: number;
  /** By what every delivery must be multiplied; 1 when none need, null where no factor above 0 does. */
  readonly factor: number | null;
  /**
   * By what the distance of every delivery from the median must be multiplied, the median staying; 1 when none need, null
   * where the median itself breaks the promise.
   */
  readonly spread: number | null;
  readonly guarantee: Guarantee;
  /** What to know of the chance: `no-interval`, `chance-at-least`. */
  readonly why: readonly PlanReason[];
}

const optionsSchema = once(() =>
  z.strictObject({
    bestEffort: planShape.bestEffort,
    promise: z.number(),
    keepRate: shareSchema,
  }),
);

/**
 * Tells how a capability must improve to keep the promise that the market demands: everybody faster by so
 * much, by such a share, or steadier around the median. With q today's promise at that keep rate and m the
 * median: the shift is `promise - q`, the factor `promise / q`, the spread `(promise - m) / (q - m)`.
 *
 * @param options `promise`: the one that is demanded, in the capability's unit; `keepRate` and `bestEffort` as for
 *   {@link planPromise}
 * @throws InvalidInputError `out-of-range` for a promise that is not finite or a keep rate that is not between
 *   0 and 1; NotEnoughDataError and NotIdentifiedError as {@link planPromise}
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 * import { requiredImprovement } from 'overdeliver/promise';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const must = requiredImprovement(kitchen, { promise: 50, keepRate: 0.9 });
 * must.shift; // => -8
 * must.factor; // => 0.8621
 * must.spread; // => 0.3846
 * requiredImprovement(kitchen, { promise: 40, keepRate: 0.9 }).spread; // => null
 * ```
 */
export function requiredImprovement(
  capability: Capability,
  options: Omit<PlanOptions, 'round'> & { readonly promise: number },
): RequiredImprovement {
  return door('requiredImprovement', () => {
    const { promise, ...given } = read(optionsSchema, options, 'options');
    const able = readCapability('capability', capability);
    const { quote: today, guarantee } = quoteFor(able, given);
    const median = medianOf(able);
    const sign = signOf(able.better);
    const needed = compare(sign * today, sign * promise) > 0;
    const chance = chanceKept(able, promise);
    const why: PlanReason[] = [];
    explain(why, able, chance, isUnseen(able, promise));
    const ratio = promise / today;
    const room = compare(promise, median) === 0 ? 0 : sign * (promise - median);
    const steadied = room / (sign * (today - median));
    return {
      needed,
      today,
      chance,
      shift: needed ? promise - today : 0,
      factor: needed ? (ratio > 0 && Number.isFinite(ratio) ? ratio : null) : 1,
      spread: needed ? (room >= 0 ? steadied : null) : 1,
      guarantee,
      why,
    };
  });
}
