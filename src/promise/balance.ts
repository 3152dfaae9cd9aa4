import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { distributionOf } from '../capability/capability-of';
import { type Ranks, valueNear } from '../capability/distribution';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { minimiseOn } from '../numerics/golden-section';
import { compare } from '../numerics/nearly';
import type { Attraction } from './attraction';
import { checkPlannable, functionOf, planShape, positiveSchema } from './checks';
import { estimateKept, planAt } from './plan-at';
import type { Guarantee, PlanReason, PromisePlan } from './promise-plan';
import { quantileOf } from './quote-for';
import type { Rounding } from './rounding';

/**
 * The goodwill that an order is expected to lose at a quote, in the currency of the revenue; above the
 * capability's own questions it may ask models of satisfaction and loyalty.
 */
export type GoodwillLost = (quote: number, capability: Capability) => number;

/** What pulls a promise either way. */
export interface BalanceOptions {
  readonly attraction: Attraction;
  /** What an order earns, above 0. */
  readonly revenue: number;
  readonly goodwillLost: GoodwillLost;
  /** As for a plan: makes the quote read well. */
  readonly round?: Rounding | undefined;
}

/** What a quote earns, per customer who is told it. */
export interface BalancePoint {
  readonly quote: number;
  readonly attraction: number;
  readonly goodwillLost: number;
  /** The chance of keeping it. */
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
  /** 201 quotes, evenly spaced and ascending, over the range that was searched. */
  readonly curve: readonly BalancePoint[];
}

const optionsSchema = z.strictObject({
  round: planShape.round,
  attraction: functionOf<Attraction>(),
  revenue: positiveSchema,
  goodwillLost: functionOf<GoodwillLost>(),
});

/** A quote for each half a percent of the range. */
const gridPoints = 201;
/** Beyond these quantiles the range is not searched: one promise in a thousand moves no profit that one could see. */
const least = 0.001;
const most = 0.999;

/**
 * Plans the promise that balances those whom too modest a promise puts off against those whom too bold a one
 * disappoints: the quote l at which `A(l) (R - G(l))` is greatest, A the attraction, R the revenue of an order
 * and G the goodwill it is expected to lose.
 *
 * There may be several peaks. So the range from the .001 to the .999 quantile (as far as they are identified)
 * is searched on a grid of 201 quotes, whose best is refined between its neighbours, and, where outcomes can be
 * counted, on the outcomes themselves (201 of them, evenly by rank, if there are more), since the chance of keeping
 * a quote rises at these alone; peaks narrower than a two-hundredth of the range may be missed. Beyond it, nothing
 * is gained by promising less than what nearly all keep, nor is it a promise to name what nearly none does. Where
 * the best quote is an end of the range, `why` says `at-edge`; where even it earns nothing, or costs, `no-profit`.
 * There is no guarantee: the outcomes decide on the share to keep.
 *
 * @throws InvalidInputError `unit-mismatch` for a capability in another unit than an attraction that says its own;
 *   `out-of-range` for a revenue that is not above 0, for an attraction that is not
 *   finite or below 0, and for a goodwill that is not finite; NotIdentifiedError when the median lies beyond
 *   what the outcomes let one see, and from a goodwill that asks beyond it
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
 * plan.chance.estimate; // => 0.86207
 * ```
 */
export function planByBalance(capability: Capability, options: BalanceOptions): BalancePlan {
  return door('planByBalance', () => {
    const { attraction, revenue, goodwillLost, round } = read(optionsSchema, options, 'options');
    checkPlannable(capability);
    const { units } = attraction;
    if (units !== undefined && !units.includes(capability.unit)) {
      const expected = `a capability in ${units.join(' or ')}, which the attraction counts in`;
      refuse('capability.unit', capability.unit, expected, 'unit-mismatch');
    }
    const judge = (quote: number): BalancePoint => {
      const a = returned('attraction', attraction(quote), 0);
      const g = returned('goodwillLost', goodwillLost(quote, capability), -Infinity);
      const chance = estimateKept(capability, quote);
      const profit = a * (revenue - g);
      if (!Number.isFinite(profit)) {
        const expected = 'attraction, revenue and goodwill that make a finite profit';
        refuse('options', { attraction: a, revenue, goodwillLost: g }, expected, 'out-of-range');
      }
      return { quote, attraction: a, goodwillLost: g, chance, profit };
    };
    const { from, to } = rangeOf(capability);
    const last = from === to ? 0 : gridPoints - 1;
    const curve = Array.from({ length: last + 1 }, (_, i) =>
      judge(i === last ? to : from + ((to - from) * i) / last),
    );
    const peak = curve.indexOf(bestOf(curve));
    const near = (i: number) => (curve[Math.min(last, Math.max(0, i))] as BalancePoint).quote;
    const loss = (quote: number) => -judge(quote).profit;
    const { x } = minimiseOn(loss, near(peak - 1), near(peak + 1), 3);
    // Where refining gains nothing, an outcome is the plainest answer, then a quote of the grid.
    const sign = capability.better === 'lower' ? 1 : -1;
    const refined = sign * valueNear(distributionOf(capability), sign * x);
    const candidates = [...outcomesOn(capability, from, to), near(peak), refined].map(judge);
    const { quote: best, profit } = bestOf(candidates);
    const aim: PlanReason = { code: 'balance', detail: { revenue, quote: best, profit } };
    const { n, ranks } = capability;
    const reason = ranks === null ? 'no-ranks' : 'chosen-on-outcomes';
    const guarantee: Guarantee = { kind: 'none', reason, n, needed: null };
    const keepRate = estimateKept(capability, best);
    const plan = planAt(capability, best, { keepRate, guarantee, round, aim });
    const at = judge(plan.promise);
    const why = [...plan.why];
    if (best === from || best === to) why.push({ code: 'at-edge', detail: { from, to } });
    if (at.profit <= 0) why.push({ code: 'no-profit', detail: { profit: at.profit } });
    return { ...plan, why, at, curve };
  });
}

/** The first of those that earn most; what rounding alone adds is no more. */
const bestOf = (points: readonly BalancePoint[]) =>
  points.reduce((top, point) => (compare(point.profit, top.profit) > 0 ? point : top));

/** As many outcomes as the curve has quotes, evenly by rank; none where they cannot be counted. */
function outcomesOn({ ranks }: Capability, from: number, to: number): readonly number[] {
  const count = Math.min(ranks?.n ?? 0, gridPoints);
  const spread = ((ranks?.n ?? 0) - 1) / Math.max(1, count - 1);
  const outcomes = Array.from({ length: count }, (_, i) =>
    (ranks as Ranks).byRank(1 + Math.round(i * spread)),
  );
  return [...new Set(outcomes)].filter((outcome) => outcome >= from && outcome <= to);
}

/** The quotes that are searched, ascending. */
function rangeOf(capability: Capability): { readonly from: number; readonly to: number } {
  const { identified, identifiedFrom, better } = capability;
  const best = quantileOf(capability, Math.max(least, identifiedFrom));
  const worst = quantileOf(capability, Math.min(most, identified));
  return better === 'lower' ? { from: best, to: worst } : { from: worst, to: best };
}

/** What a caller's function returned, refused unless it is a finite number of at least `min`. */
function returned(name: string, value: unknown, min: number): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= min) return value;
  const expected = `a function that returns finite numbers${min === 0 ? ' of at least 0' : ''}`;
  return refuse(`options.${name}`, value, expected);
}
