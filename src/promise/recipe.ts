import type { Capability } from '../capability/capability';
import { refuse } from '../input/refusal';
import { chanceKept, isUnseen, missOf } from './chance-kept';
import type { ChanceKept, Guarantee, PlanBasis, PlanReason, PromisePlan } from './promise-plan';
import { medianOf, quoteFor, type RankRule } from './quote-for';
import { rounded } from './rounded';
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
 * in another way join in at {@link planAt}, a window, which has two ends, at {@link judge}.
 */
export function planFor(capability: Capability, aim: Aim, rule?: RankRule): PromisePlan {
  const { quote, guarantee } = quoteFor(capability, aim, rule);
  return planAt(capability, quote, { ...aim, guarantee });
}

/** The plan that promises a quote, rounded and judged as rounded. */
export function planAt(
  capability: Capability,
  quote: number,
  { aim, keepRate, guarantee, round }: Aim & { readonly guarantee: Guarantee },
): PromisePlan {
  const isLower = capability.better === 'lower';
  const promise = rounded(quote, isLower ? 'up' : 'down', round);
  const why = [aim];
  if (promise !== quote) why.push({ code: 'rounded', detail: { from: quote, to: promise } });
  const chance = chanceKept(capability, promise);
  const isBound = isUnseen(capability, promise);
  const basis = judge(capability, promise, { keepRate, guarantee, chance, isBound, why });
  const { typical, missWhenBroken } = basis;
  const margin = isLower ? promise - typical : typical - promise;
  if (!Number.isFinite(margin + (missWhenBroken ?? 0))) {
    refuse('capability', margin, 'a finite margin');
  }
  return { promise, margin, ...basis };
}

/** What was decided of a promise, and how likely it is to be kept. */
interface Decided extends Pick<PlanBasis, 'keepRate' | 'guarantee' | 'chance' | 'why'> {
  /** Whether the chance is but a bound from below. */
  readonly isBound: boolean;
}

/** What every plan says of a promise, given the end of it that broken ones miss. */
export function judge(capability: Capability, worst: number, decided: Decided): PlanBasis {
  const { unit, better, warnings } = capability;
  const { keepRate, guarantee, chance, isBound } = decided;
  const typical = medianOf(capability);
  const missWhenBroken = missOf(capability, worst);
  const why = [
    ...decided.why,
    ...caveats(capability, chance, isBound),
    ...noMiss(capability, missWhenBroken),
  ];
  return {
    typical,
    unit,
    better,
    keepRate,
    chance,
    missWhenBroken,
    guarantee,
    warnings,
    why,
  };
}

/** What a chance lacks: an interval, or that more is known than a bound. */
export function caveats(
  { kind }: Capability,
  { low, estimate }: ChanceKept,
  isBound: boolean,
): PlanReason[] {
  const why: PlanReason[] = [];
  if (low === null) why.push({ code: 'no-interval', detail: { source: kind } });
  if (isBound) why.push({ code: 'chance-at-least', detail: { chance: estimate } });
  return why;
}

/** Why there is no miss, where there is none. */
function noMiss({ identified }: Capability, missWhenBroken: number | null): PlanReason[] {
  if (missWhenBroken !== null) return [];
  return identified < 1
    ? [{ code: 'miss-not-identified', detail: { identified } }]
    : [{ code: 'none-broke', detail: {} }];
}
