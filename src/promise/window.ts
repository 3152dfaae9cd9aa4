import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { rounded } from '../core/rounded';
import { door } from '../input/door';
import { read } from '../input/read';
import { compare } from '../numerics/nearly';
import { chanceOf, isUnseen, keptIn, missOf } from './chance-kept';
import { windowSchema } from './input-window';
import { justBetter } from './just-better';
import type { QuoteOptions } from './plan';
import type { Guarantee, PlanBasis, PlanReason } from './promise-plan';
import { medianOf } from './quote-for';
import { explain, explainFew, roundedFrom } from './recipe';
import { windowEnds } from './window-ends';
import { neededFor } from './window-ranks';
import type { WindowShape } from './window-shape';

/** What a window is to hold: a share of deliveries in all, or all but a share of them on either side. */
export type WindowOptions = QuoteOptions &
  (
    | {
        /** The share of deliveries that fall into it, above 0 and below 1. */
        readonly keepRate: number;
        /** Which of the windows that hold it, such as `narrowest`; the one that leaves out alike on both sides unless given. */
        readonly shape?: WindowShape | undefined;
        readonly late?: undefined;
        readonly early?: undefined;
      }
    | {
        /** The share of deliveries that may come worse than the window, above 0. */
        readonly late: number;
        /** The share that may come better than it, above 0; below 1 with `late`. */
        readonly early: number;
        readonly keepRate?: undefined;
        readonly shape?: undefined;
      }
  );

/**
 * A promise with two sides, such as "in 40 to 60 minutes"; both ends belong to it. Its width is `to - from` in the capability's
 * unit; of whole days a customer sees one more, since 2 to 4 business days are three days.
 */
export interface WindowPlan extends PlanBasis {
  /** When the window opens, in the capability's unit. */
  readonly from: number;
  /** When it closes. */
  readonly to: number;
  /** The chance of coming worse than the window, 0 to 1. */
  readonly late: number;
  /** The chance of coming better than the window, 0 to 1; `chance` is what is left. */
  readonly early: number;
  /**
   * `finite-sample`: a next one falls between two observations with a chance of at least the keep rate; `rank`
   * is how many of the n + 1 gaps between n observations lie within. Where the sides were said apart, it holds for each.
   */
  readonly guarantee: Guarantee;
}

/**
 * Plans a window, which is to hold a share of deliveries: between the i-th and the j-th best of n observations,
 * `(j - i) / (n + 1) >= keepRate`, for the least j - i, rounded outwards.
 *
 * As many observations are left out on either side, an odd one on the better side, where it does less harm. Checkouts
 * want the two sides apart, since being late costs more than being early: `{ late: 0.03, early: 0.15 }` is the i-th best for
 * the greatest i with `i / (n + 1) <= early` and the j-th for the least j with `j / (n + 1) >= 1 - late`. Their ranks follow
 * from n and the shares alone, so each side is missed no more often than it says (conformal prediction).
 *
 * `shape: narrowest` takes the shortest of all windows with so many observations. As these observations chose it, it holds
 * fewer of those to come than it says, on average: the guarantee is then `chosen`, of which (2 (j - i) + 1 - n) / (n + 1) is
 * sure, the share of what all such windows have in common; so is the lower end of `chance`.
 *
 * `missWhenBroken` speaks of the worse side: by how much those are missed that come worse than the window. A
 * capability without ranks gives the quantiles that leave out the same shares.
 *
 * @throws InvalidInputError `out-of-range` for a share that is not between 0 and 1, for two sides that leave nothing
 *   between them, or a rounding that makes the window narrower; `ambiguous` for a keep rate or a shape beside `late` and
 *   `early`; NotEnoughDataError when n samples cannot carry the guarantee (.9 needs 19, late .03 needs 33);
 *   NotIdentifiedError when an end or the median lies beyond what was observed
 * @example
 * ```ts
 * import { capabilityFromSamples, planWindow, toMultipleOf } from 'overdeliver';
 *
 * const minutes = [41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const { from, to } = planWindow(kitchen, { keepRate: 0.8, round: toMultipleOf(5) });
 * [from, to]; // => [35, 55]
 * const wary = planWindow(kitchen, { late: 0.05, early: 0.25 });
 * [wary.from, wary.to, wary.late, wary.early]; // => [41, 58, 0.05, 0.25]
 * ```
 */
export function planWindow(capability: Capability, options: WindowOptions): WindowPlan {
  return door('planWindow', () => {
    const { round, bestEffort = false, ...held } = read(windowSchema, options, 'options');
    const able = readCapability('capability', capability);
    const { best, worst, guarantee, core } = windowEnds(able, held, bestEffort);
    const isLower = able.better === 'lower';
    const [exactFrom, exactTo] = isLower ? [best, worst] : [worst, best];
    const from = rounded(exactFrom, 'down', round);
    const to = rounded(exactTo, 'up', round);
    const [bestEnd, worstEnd] = isLower ? [from, to] : [to, from];
    const { chance, late, early } = chancesOf(able, bestEnd, worstEnd, core);
    const isBound = isUnseen(able, worstEnd) || isUnseen(able, justBetter(able, bestEnd));
    const { keepRate, sides } = held;
    const why: PlanReason[] = [
      sides ? { code: 'sides', detail: sides } : { code: 'window', detail: { keepRate } },
    ];
    if (core !== null) why.push({ code: 'chosen-on-observations', detail: {} });
    if (compare(exactFrom, from) !== 0) why.push(roundedFrom(exactFrom, from, round));
    if (compare(exactTo, to) !== 0) why.push(roundedFrom(exactTo, to, round));
    const missWhenBroken = missOf(able, worstEnd);
    explain(why, able, chance, isBound, missWhenBroken);
    explainFew(why, guarantee, keepRate, () => neededFor(held));
    const { unit, better, deviations, warnings } = able;
    const typical = medianOf(able);
    const basis = { typical, unit, better, keepRate, chance, missWhenBroken, guarantee };
    const around = deviations && { deviations };
    return { from, to, late, early, ...basis, ...around, warnings, why };
  });
}

/** The chances of falling within, both ends included, and of missing it on either side. */
function chancesOf(capability: Capability, best: number, worst: number, core: number | null) {
  const { ranks, chance, identifiedFrom } = capability;
  const beyond = justBetter(capability, best);
  if (ranks === null) {
    // Beyond the best that is known lies as much as begins there, at the most.
    const early = Math.max(chance(beyond), identifiedFrom);
    const kept = chance(worst);
    return { chance: { estimate: kept - early, low: null, high: null }, early, late: 1 - kept };
  }
  const { n } = ranks;
  const [kept, better] = [keptIn(ranks, worst), keptIn(ranks, beyond)];
  // Of n + 1 gaps those between the observations within.
  const within = chanceOf(Math.max(0, kept - better - 1), n);
  const chances = core === null ? within : { ...within, low: chanceOf(core, n).low };
  return { chance: chances, early: (better + 1) / (n + 1), late: 1 - kept / (n + 1) };
}
