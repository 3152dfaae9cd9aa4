import type { Capability } from '../capability/capability';
import { rounded } from '../core/rounded';
import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import { chanceKept, isUnseen, keptOf, missOf } from './chance-kept';
import type { ChanceKept, Guarantee, PlanReason, PromisePlan } from './promise-plan';
import { finiteSample, medianOf, quoteFor, type RankRule } from './quote-for';
import type { Rounding } from './rounding';

/** What a plan goes by. */
export interface Aim {
  /** The first reason. */
  readonly aim: PlanReason;
  /** The share of promises to keep. */
  readonly keepRate: number;
  readonly round?: Rounding | undefined;
  readonly bestEffort?: boolean | undefined;
}

/**
 * The recipe of plans: the quote that carries the share, rounded, judged as rounded, and why. Plans that find their quote
 * in another way join in at {@link planAt}; a window, which has two ends, at {@link explain}.
 */
export function planFor(capability: Capability, aim: Aim, rule = finiteSample): PromisePlan {
  const { quote, guarantee } = quoteFor(capability, aim, rule);
  return planAt(capability, quote, guarantee, aim, rule.needed);
}

/**
 * The plan that promises a quote, rounded and judged as rounded.
 *
 * @param neededFor how many observations give a guarantee; null where no number does
 */
export function planAt(
  capability: Capability,
  quote: number,
  guarantee: Guarantee,
  { aim, keepRate, round }: Aim,
  neededFor: RankRule['needed'] | null = finiteSample.needed,
): PromisePlan {
  const { unit, better, warnings } = capability;
  const isLower = better === 'lower';
  const promise = rounded(quote, isLower ? 'up' : 'down', round);
  const typical = medianOf(capability);
  // Looked for once, which is a fifth of a plan from many samples.
  const kept = keptOf(capability, promise);
  const chance = chanceKept(capability, promise, kept);
  const missWhenBroken = missOf(capability, promise, kept);
  const margin = isLower ? promise - typical : typical - promise;
  if (!Number.isFinite(margin + (missWhenBroken ?? 0))) {
    refuse('capability', margin, 'a finite margin');
  }
  // Made at once: a list that grows by one takes room for many.
  const why = compare(quote, promise) === 0 ? [aim] : [aim, roundedFrom(quote, promise, round)];
  explain(why, capability, chance, isUnseen(capability, promise), missWhenBroken);
  if (neededFor) explainFew(why, guarantee, keepRate, neededFor);
  // Field by field: to spread what all plans share would take several times as long as the plan.
  const plan: PromisePlan = {
    promise,
    typical,
    margin,
    unit,
    better,
    keepRate,
    chance,
    missWhenBroken,
    guarantee,
    warnings,
    why,
  };
  return capability.deviations ? { ...plan, deviations: true } : plan;
}

/** What was rounded, and to what, in the figures of a rounding of this library. */
export const roundedFrom = (from: number, to: number, round?: Rounding): PlanReason => ({
  code: 'rounded',
  detail: { from, to, ...round?.figures },
});

/** Says what a chance lacks, an interval or that more than a bound is known, and why there is no miss. */
export function explain(
  why: PlanReason[],
  { kind, identified }: Capability,
  { low, estimate }: ChanceKept,
  isBound: boolean,
  missWhenBroken: number | null = 0,
): void {
  if (low === null) why.push({ code: 'no-interval', detail: { source: kind } });
  if (isBound) why.push({ code: 'chance-at-least', detail: { chance: estimate } });
  if (missWhenBroken !== null) return;
  if (identified < 1) why.push({ code: 'miss-not-identified', detail: { identified } });
  else why.push({ code: 'none-broke', detail: {} });
}

/** Says that a quote without ranks rests on fewer observations than these need; a mere guess warns of that itself. */
export function explainFew(
  why: PlanReason[],
  guarantee: Guarantee,
  keepRate: number,
  neededFor: RankRule['needed'],
): void {
  const { n } = guarantee;
  if (guarantee.kind !== 'none' || guarantee.reason !== 'no-ranks' || n === 0) return;
  const needed = neededFor(keepRate);
  if (n < needed) why.push({ code: 'rests-on-few', detail: { n, needed } });
}
