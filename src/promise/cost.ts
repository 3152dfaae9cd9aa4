import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { readQuantity } from '../capability/input-questions';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { notIdentified, refuse } from '../input/refusal';
import { positiveSchema } from '../input/schemas';
import { slack } from '../numerics/nearly';
import { chanceKept, isUnseen, keptIn } from './chance-kept';
import { planShape } from './input';
import type { QuoteOptions } from './plan';
import type { PromisePlan } from './promise-plan';
import { planFor } from './recipe';

/** What missing a quote costs, per unit and in any one currency: `late`, and one of the other two. */
export interface CostOptions extends QuoteOptions {
  /** What each unit costs by which an order comes worse than promised, above 0. */
  readonly late: number;
  /** What each unit costs by which it comes better than promised: stock, idle hands, a meal gone cold. */
  readonly early?: number | undefined;
  /** What each unit costs by which the promise is made easier: orders that go elsewhere. Below `late`. */
  readonly perUnitQuoted?: number | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    ...planShape,
    late: positiveSchema(),
    early: z.optional(positiveSchema()),
    perUnitQuoted: z.optional(positiveSchema()),
  }),
);

/**
 * Plans the promise whose misses cost least: `early E(l - T)+ + late E(T - l)+` is least where
 * P(T <= l) = late / (early + late); `perUnitQuoted l + late E(T - l)+` where it is
 * 1 - perUnitQuoted / late (the newsvendor's fractile; Arrow, Harris & Marschak 1951). That share is the
 * plan's `keepRate`, and the plan is that of {@link planPromise} for it, guarantee included.
 *
 * @throws InvalidInputError `out-of-range` for a cost that is not above 0 or a perUnitQuoted of `late` or
 *   more, at which no promise pays; `ambiguous` for both or neither of `early` and `perUnitQuoted`;
 *   NotEnoughDataError and NotIdentifiedError as {@link planPromise}
 * @example
 * ```ts
 * import { capabilityFromFamily, normal } from 'overdeliver/capability';
 * import { planByCost } from 'overdeliver';
 *
 * const kitchen = capabilityFromFamily(normal, { mean: 45, sd: 10 }, { unit: 'minutes' });
 * const plan = planByCost(kitchen, { early: 1, late: 14 });
 * plan.promise; // => 60.01
 * plan.keepRate; // => 0.9333
 * planByCost(kitchen, { perUnitQuoted: 1, late: 20 }).keepRate; // => 0.95
 * ```
 */
export function planByCost(capability: Capability, options: CostOptions): PromisePlan {
  return door('planByCost', () => {
    const { round, bestEffort, ...costs } = read(optionsSchema, options, 'options');
    const able = readCapability('capability', capability);
    const keepRate = cheapestShare(costs);
    const detail: Record<string, number> = {};
    for (const [name, cost] of Object.entries(costs)) if (cost !== undefined) detail[name] = cost;
    return planFor(able, { aim: { code: 'cost', detail }, keepRate, round, bestEffort });
  });
}

/** The share of promises that is cheapest to keep. */
function cheapestShare({ late, early, perUnitQuoted }: CostOptions): number {
  if ((early === undefined) === (perUnitQuoted === undefined)) {
    refuse('options', { early, perUnitQuoted }, 'either early or perUnitQuoted', 'ambiguous');
  }
  const share = early === undefined ? 1 - (perUnitQuoted as number) / late : 1 / (1 + early / late);
  if (share > slack && share < 1) return share;
  const [name, cost, where] =
    early === undefined ? ['perUnitQuoted', perUnitQuoted, 'below'] : ['early', early, 'nearer to'];
  return refuse(`options.${name}`, cost, `a cost ${where} that of late, ${late}`);
}

/**
 * Tells what a quote says about whoever gives it: how many times as costly as a unit of earliness a unit of
 * lateness must be for that quote to be the cheapest, P(T <= l) / P(T > l). Null when nothing can break it, for
 * then no ratio is high enough. Outcomes are counted as plans count them, the next one among them: where k of n
 * keep the quote the ratio is k / (n + 1 - k), so n at most.
 *
 * @param quote in the capability's unit
 * @throws InvalidInputError `out-of-range` for a quote that is not finite; NotIdentifiedError where its chance
 *   is not known
 * @example
 * ```ts
 * import { capabilityFromFamily, normal } from 'overdeliver/capability';
 * import { impliedCostRatio } from 'overdeliver/promise';
 *
 * const minutes = (sd: number) => capabilityFromFamily(normal, { mean: 45, sd }, { unit: 'minutes' });
 * impliedCostRatio(minutes(10), 60); // => 13.97
 * impliedCostRatio(minutes(15), 60); // => 5.3
 * ```
 */
export function impliedCostRatio(capability: Capability, quote: number): number | null {
  return door('impliedCostRatio', () => {
    const able = readCapability('capability', capability);
    readQuantity('quote', quote);
    if (isUnseen(able, quote)) {
      const { identified, identifiedFrom, chance } = able;
      const asked = chance(quote) < identifiedFrom ? 0 : 1;
      notIdentified('quote', asked, identified, identifiedFrom);
    }
    const { ranks } = able;
    if (ranks) return keptIn(ranks, quote) / (ranks.n + 1 - keptIn(ranks, quote));
    const { estimate } = chanceKept(able, quote);
    return estimate < 1 ? estimate / (1 - estimate) : null;
  });
}
