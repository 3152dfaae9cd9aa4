import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { makerAdvice, refuse } from '../input/refusal';
import { functionOf, positiveSchema } from '../input/schemas';
import { slack } from '../numerics/nearly';
import type { Attraction } from './attraction';
import { searchBalance } from './balance-search';
import { type NearBest, nearBest } from './balance-top';
import { estimateKept } from './chance-kept';
import { attractionSchema, planShape } from './input';
import type { Guarantee, PlanReason, PromisePlan } from './promise-plan';
import { planAt } from './recipe';
import type { Rounding } from './rounding';

/** What pulls a promise either way. */
export interface BalanceOptions {
  /** How many order at a quote. */
  readonly attraction: Attraction;
  /** What an order earns, above 0. */
  readonly revenue: number;
  /**
   * The goodwill that an order is expected to lose at a quote, in the currency of the revenue: by what the capability answers, such
   * as its `expectedOvershoot`, or by models of satisfaction and loyalty (`goodwillByLoyalty`).
   */
  readonly goodwillLost: (quote: number, capability: Capability) => number;
  /** As for a plan: makes the quote read well. */
  readonly round?: Rounding | undefined;
}

/** What a quote earns, per customer who is told it. */
export interface BalancePoint {
  /** What is promised, in the capability's unit. */
  readonly quote: number;
  /** How many order at it, at least 0: a share, or relative to some reference. */
  readonly attraction: number;
  /** By an order, in the currency of the revenue; below 0 where it gains some. */
  readonly goodwillLost: number;
  /** The chance of keeping it, 0 to 1. */
  readonly chance: number;
  /** `attraction (revenue - goodwillLost)`. */
  readonly profit: number;
}

/** The promise that earns most, and what all others would have earned. */
export interface BalancePlan extends PromisePlan {
  /** The share of promises it aims to keep: that at the quote that earns most, before rounding. */
  readonly keepRate: number;
  /** The promise as a point of the curve. */
  readonly at: BalancePoint;
  /** The quotes that earn at most 1% less than the best, before rounding: all of these are as good as it. */
  readonly within1Percent: NearBest;
  /** The same of 5%. */
  readonly within5Percent: NearBest;
  /** 201 quotes, evenly spaced and ascending, over the range that was searched. */
  readonly curve: readonly BalancePoint[];
}

const optionsSchema = once(() =>
  z.strictObject({
    round: planShape.round,
    attraction: attractionSchema,
    revenue: positiveSchema(),
    goodwillLost: functionOf<BalanceOptions['goodwillLost']>(),
  }),
);

/**
 * Plans the promise that balances those whom too modest a promise puts off against those whom too bold a one
 * disappoints: the quote l at which `A(l) (R - G(l))` is greatest, A the attraction, R the revenue of an order
 * and G the goodwill it is expected to lose.
 *
 * There may be several peaks. So the range from the .001 to the .999 quantile (as far as they are identified)
 * is searched on a grid of 201 quotes, whose best is refined between its neighbours, and, where observations can be
 * counted, on the observations themselves (201 of them, evenly by rank, if there are more), since the chance of keeping
 * a quote rises at these alone; peaks narrower than a two-hundredth of the range may be missed. Beyond it, nothing
 * is gained by promising less than what nearly all keep, nor is it a promise to name what nearly none does. Where
 * the best quote is an end of the range, `why` says `at-edge`; where even it earns nothing, or costs, `no-profit`.
 *
 * How sharp the top is decides how much of this matters: `within1Percent` and `within5Percent` say which quotes earn nearly
 * as much as the best. Each is one range where the profit rises and then falls; where it falls and rises in between there
 * may be several, and `why` says `several-peaks`. With few observations this is common, since the profit jumps at each.
 * There is no guarantee: the observations decide on the share to keep. A rounding goes to the side that is easier to keep, also where
 * the other one would earn more: `at` and `curve` show what that costs.
 *
 * @throws InvalidInputError `unit-mismatch` for a capability in another unit than an attraction that says its own;
 *   `out-of-range` for a revenue that is not above 0, for an attraction that is not
 *   finite or below 0, and for a goodwill that is not finite; NotIdentifiedError when the median lies beyond
 *   what was observed, and from a goodwill that asks beyond it
 * @example
 * ```ts
 * import { capabilityFromFamily, gamma } from 'overdeliver/capability';
 * import { planByBalance } from 'overdeliver';
 *
 * const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit: 'minutes' });
 * const plan = planByBalance(kitchen, {
 *   attraction: (minutes) => Math.exp(-0.01 * minutes),
 *   revenue: 20,
 *   goodwillLost: (minutes) => kitchen.expectedOvershoot(minutes),
 * });
 * plan.promise; // => 89.145
 * plan.at.profit; // => 5.656
 * [plan.within1Percent.low, plan.within1Percent.high]; // => [81.68, 97.49]
 * plan.chance.estimate; // => 0.86207
 * ```
 */
export function planByBalance(capability: Capability, options: BalanceOptions): BalancePlan {
  return door('planByBalance', () => {
    const { attraction, revenue, goodwillLost, round } = read(optionsSchema, options, 'options');
    const able = readCapability('capability', capability);
    const { unit } = attraction;
    if (unit !== undefined && unit !== able.unit) {
      const expected = `a capability in ${unit}, which the attraction counts in, or an attraction for ${able.unit}`;
      refuse('capability.unit', able.unit, expected, 'unit-mismatch');
    }
    const pointAt = (quote: number): BalancePoint => {
      const a = returned('attraction', attraction(quote), 0);
      const g = returned('goodwillLost', goodwillLost(quote, able), -Infinity);
      const profit = a * (revenue - g);
      if (!Number.isFinite(profit)) {
        const expected = 'attraction, revenue and goodwill that make a finite profit';
        refuse('options', { attraction: a, revenue, goodwillLost: g }, expected, 'out-of-range');
      }
      return { quote, attraction: a, goodwillLost: g, chance: estimateKept(able, quote), profit };
    };
    const { best, curve, from, to } = searchBalance(able, pointAt);
    const { quote, profit, chance: keepRate } = best;
    const aim: PlanReason = { code: 'balance', detail: { revenue, quote, profit } };
    const plan = planAt(able, quote, noneOf(able), { aim, keepRate, round }, null);
    const at = pointAt(plan.promise);
    const why = [...plan.why];
    if (quote === from || quote === to) why.push({ code: 'at-edge', detail: { from, to } });
    if (!(at.profit > slack * at.attraction * revenue))
      why.push({ code: 'no-profit', detail: { profit: at.profit } });
    const points = [...curve, best].sort((a, b) => a.quote - b.quote);
    const within = (share: number) => nearBest(points, best, share, (one) => pointAt(one).profit);
    // What they are named for.
    const [within1Percent, within5Percent] = [within(0.01), within(0.05)];
    const { length } = within5Percent.ranges;
    if (length > 1) why.push({ code: 'several-peaks', detail: { within: 0.05, ranges: length } });
    return { ...plan, why, at, within1Percent, within5Percent, curve };
  });
}

/** There is none, since the observations decided on the share to keep. */
const noneOf = ({ n, ranks }: Capability): Guarantee => ({
  kind: 'none',
  reason: ranks === null ? 'no-ranks' : 'chosen-on-observations',
  n,
  needed: null,
});

/** What a caller's function returned, refused unless it is a finite number of at least `min`. */
function returned(name: string, value: unknown, min: number): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= min) return value;
  const expected = `a function that returns finite numbers${min === 0 ? ' of at least 0' : ''}`;
  const advice = makerAdvice(value, name === 'attraction' ? 'cuiAttraction(7)' : undefined);
  return refuse(`options.${name}`, value, expected, undefined, advice);
}
