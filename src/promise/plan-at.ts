import type { Capability } from '../capability/capability';
import type { Ranks } from '../capability/distribution';
import { door } from '../input/door';
import { refuse } from '../input/refusal';
import { betaBound } from '../numerics/beta-interval';
import { atLeast, compare, slack } from '../numerics/nearly';
import type { ChanceKept, Guarantee, PlanReason, PromisePlan } from './promise-plan';
import { quantileOf } from './quote-for';
import type { Rounding } from './rounding';

/** What led to a quote. */
export interface Grounds {
  readonly keepRate: number;
  readonly guarantee: Guarantee;
  readonly round: Rounding | undefined;
  readonly aim: PlanReason;
}

/** The plan that promises a quote, rounded and judged as rounded. */
export function planAt(
  capability: Capability,
  quote: number,
  { keepRate, guarantee, round, aim }: Grounds,
): PromisePlan {
  const { unit, better, warnings } = capability;
  const promise = rounded(quote, better === 'lower' ? 'up' : 'down', round);
  const typical = medianOf(capability);
  const chance = chanceKept(capability, promise);
  const missWhenBroken = missOf(capability, promise);
  const why = [aim];
  if (promise !== quote) why.push({ code: 'rounded', detail: { from: quote, to: promise } });
  explain(why, capability, chance, isUnseen(capability, promise), missWhenBroken);
  const margin = better === 'lower' ? promise - typical : typical - promise;
  if (!Number.isFinite(margin + (missWhenBroken ?? 0))) {
    refuse('capability', margin, 'a finite margin');
  }
  return {
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
}

/** A quote made to read well, on the side given. */
export function rounded(quote: number, side: 'up' | 'down', round: Rounding | undefined): number {
  if (round === undefined) return quote;
  const easier = side === 'up' ? 1 : -1;
  // From a touch less, since 60.00000000000001 is 60, which must not become 65.
  const from = quote - easier * (slack / 2) * Math.abs(quote);
  const value = round(from, side);
  if (value === from) return quote;
  if (Number.isFinite(value) && atLeast(easier * value, easier * quote)) return value;
  return refuse('options.round', round(quote, side), `a rounding ${side} from ${quote}`);
}

/** What is typical. */
export function medianOf(capability: Capability): number {
  const { ranks } = capability;
  return ranks ? ranks.byRank(Math.ceil(ranks.n / 2)) : quantileOf(capability, 0.5);
}

/** The chance that a promise is kept, with its interval where outcomes can be counted. */
export function chanceKept({ ranks, chance }: Capability, promise: number): ChanceKept {
  return ranks
    ? chanceOf(keptIn(ranks, promise), ranks.n)
    : { estimate: said('chance', chance(promise), 1), low: null, high: null };
}

/** That chance alone. */
export function estimateKept({ ranks, chance }: Capability, promise: number): number {
  return ranks ? keptIn(ranks, promise) / (ranks.n + 1) : said('chance', chance(promise), 1);
}

/** How many outcomes keep a promise. */
export const keptIn = ({ kept, n }: Ranks, promise: number): number =>
  said('ranks.kept', kept(promise), n);

/** What a capability said, which may be one of the caller's own. */
function said(name: string, value: number, most: number): number {
  if (value >= 0 && value <= most) return value;
  return door(`capability.${name}`, () => refuse('result', value, `a number from 0 to ${most}`));
}

/** The chance of being among the best `kept` of n and the next one, distributed as Beta(kept, n + 1 - kept). */
export function chanceOf(kept: number, n: number): ChanceKept {
  const broken = n + 1 - kept;
  return {
    estimate: kept / (n + 1),
    low: kept === 0 ? 0 : betaBound(kept, broken, -1),
    high: betaBound(Math.max(1, kept), broken, 1),
  };
}

/** By how much a broken promise is missed on average; null where none is, or where that is not identified. */
export function missOf(capability: Capability, promise: number): number | null {
  if (capability.identified < 1) return null;
  const { ranks } = capability;
  const n = ranks?.n ?? 1;
  const broken = n - (ranks ? keptIn(ranks, promise) : capability.chance(promise));
  if (compare(broken, 0, n) <= 0) return null;
  const miss = (capability.expectedOvershoot(promise) * n) / broken;
  return said('expectedOvershoot', miss, Number.MAX_VALUE);
}

/** Whether a promise lies beyond what is known, so that its chance is at least what the capability says. */
export function isUnseen(capability: Capability, promise: number): boolean {
  const { identified, identifiedFrom, chance, quantile } = capability;
  if (identifiedFrom > 0 && !atLeast(chance(promise), identifiedFrom)) return true;
  if (identified === 1 || !atLeast(chance(promise), identified)) return false;
  return identified === 0 || compare(promise, quantile(identified)) !== 0;
}

/** Says what a chance lacks, an interval or that more than a bound is known, and why there is no miss. */
export function explain(
  why: PlanReason[],
  { kind, identified }: Capability,
  { low, estimate }: ChanceKept,
  unseen: boolean,
  missWhenBroken: number | null = 0,
): void {
  if (low === null) why.push({ code: 'no-interval', detail: { source: kind } });
  if (unseen) why.push({ code: 'chance-at-least', detail: { chance: estimate } });
  if (missWhenBroken !== null) return;
  if (identified < 1) why.push({ code: 'miss-not-identified', detail: { identified } });
  else why.push({ code: 'none-broke', detail: {} });
}
