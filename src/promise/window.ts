import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { read } from '../input/read';
import { notEnough } from '../input/refusal';
import { conformalRank, samplesForWindow } from '../numerics/conformal-rank';
import { slack } from '../numerics/nearly';
import { chanceOf, isUnseen, keptIn, missOf } from './chance-kept';
import { planOptionsSchema } from './input';
import type { PlanOptions } from './plan';
import type { ChanceKept, Guarantee, PlanBasis, PlanReason } from './promise-plan';
import { medianOf, percent, quantileOf } from './quote-for';
import { explain } from './recipe';
import { rounded } from './rounded';

/** A promise with two sides, such as "in 40 to 60 minutes"; both ends belong to it. */
export interface WindowPlan extends PlanBasis {
  readonly from: number;
  readonly to: number;
  /**
   * `finite-sample`: a next one falls between two observations with a chance of at least the keep rate; `rank`
   * is how many of the n + 1 gaps between n observations lie within.
   */
  readonly guarantee: Guarantee;
}

/**
 * Plans a window that holds the wanted share of deliveries: between the i-th and the j-th best of n observations,
 * `(j - i) / (n + 1) >= keepRate`, for the least j - i, rounded outwards.
 *
 * As many observations are left out on either side, an odd one on the better side, where it does less harm. The
 * ranks follow from n and the keep rate alone: the shortest window that holds so many of the observations would be
 * narrower, but being picked for these observations it would hold the next one less often than it says.
 *
 * `missWhenBroken` speaks of the worse side: by how much those are missed that come worse than the window. A
 * capability without ranks gives the quantiles that leave out equal shares.
 *
 * @param options as for {@link planPromise}; `keepRate` is the share of deliveries that fall into the window
 * @throws InvalidInputError `out-of-range` for a keep rate that is not between 0 and 1, or a rounding that makes
 *   the window narrower; NotEnoughDataError when n samples cannot carry the guarantee (.9 needs 19);
 *   NotIdentifiedError when an end or the median lies beyond what was observed
 * @example
 * ```ts
 * import { capabilityFromSamples, planWindow, toMultipleOf } from 'overdeliver';
 *
 * const minutes = [41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const { from, to } = planWindow(kitchen, { keepRate: 0.8, round: toMultipleOf(5) });
 * [from, to]; // => [35, 55]
 * ```
 */
export function planWindow(capability: Capability, options: PlanOptions): WindowPlan {
  return door('planWindow', () => {
    const { keepRate, round, bestEffort } = read(planOptionsSchema, options, 'options');
    const able = readCapability('capability', capability);
    const { best, worst, guarantee } = endsFor(able, keepRate, bestEffort);
    const isLower = able.better === 'lower';
    const [exactFrom, exactTo] = isLower ? [best, worst] : [worst, best];
    const from = rounded(exactFrom, 'down', round);
    const to = rounded(exactTo, 'up', round);
    const [bestEnd, worstEnd] = isLower ? [from, to] : [to, from];
    const chance = chanceWithin(able, bestEnd, worstEnd);
    const isBound = isUnseen(able, worstEnd) || isUnseen(able, justBetter(able, bestEnd));
    const why: PlanReason[] = [{ code: 'window', detail: { keepRate } }];
    if (from !== exactFrom) why.push({ code: 'rounded', detail: { from: exactFrom, to: from } });
    if (to !== exactTo) why.push({ code: 'rounded', detail: { from: exactTo, to } });
    const missWhenBroken = missOf(able, worstEnd);
    explain(why, able, chance, isBound, missWhenBroken);
    const { unit, better, warnings } = able;
    const typical = medianOf(able);
    const basis = { typical, unit, better, keepRate, chance, missWhenBroken, guarantee };
    return { from, to, ...basis, warnings, why };
  });
}

/** The ends of a window before rounding: that which few observations better, and that which few miss. */
function endsFor(
  capability: Capability,
  keepRate: number,
  bestEffort = false,
): { readonly best: number; readonly worst: number; readonly guarantee: Guarantee } {
  const { ranks } = capability;
  if (ranks === null) {
    return {
      best: quantileOf(capability, (1 - keepRate) / 2),
      worst: quantileOf(capability, (1 + keepRate) / 2),
      guarantee: { kind: 'none', reason: 'no-ranks', n: capability.n, needed: null },
    };
  }
  const { n } = ranks;
  const within = conformalRank(n, keepRate);
  // The gap before the best observation and that beyond the worst stay out.
  if (within !== null && within < n) {
    const out = n + 1 - within;
    const best = ranks.byRank(Math.ceil(out / 2));
    const worst = ranks.byRank(n + 1 - Math.floor(out / 2));
    return { best, worst, guarantee: { kind: 'finite-sample', rank: within, n } };
  }
  const needed = samplesForWindow(keepRate);
  if (bestEffort) {
    const guarantee: Guarantee = { kind: 'none', reason: 'too-few', n, needed };
    return { best: ranks.byRank(1), worst: ranks.byRank(n), guarantee };
  }
  const purpose = `a window that holds ${percent(keepRate)}`;
  notEnough('capability', { needed, available: n }, purpose);
}

/** Just better than the best end of a window, so that what lies on it counts. */
function justBetter({ better }: Capability, best: number): number {
  // Twice, so that best is not what this is up to rounding.
  const hair = Math.max(2 * slack * Math.abs(best), Number.MIN_VALUE);
  return better === 'lower' ? best - hair : best + hair;
}

/** The chance of falling within, both ends included: of n + 1 gaps, those between the observations within. */
function chanceWithin(capability: Capability, best: number, worst: number): ChanceKept {
  const { ranks, chance, identifiedFrom } = capability;
  const beyond = justBetter(capability, best);
  if (ranks === null) {
    // Beyond the best that is known lies as much as begins there, at the most.
    const out = Math.max(chance(beyond), identifiedFrom);
    return { estimate: chance(worst) - out, low: null, high: null };
  }
  return chanceOf(Math.max(0, keptIn(ranks, worst) - keptIn(ranks, beyond) - 1), ranks.n);
}
