import { atLeast, justAbove } from './nearly';
import { countUpTo } from './sorted';

/** A step function: what is known of a distribution, of which the right end may be unknown. */
export interface SurvivalCurve {
  /** The distinct event times, ascending. */
  readonly times: Float64Array;
  /** The weight of those that end at each or later, and were watched by then. */
  readonly atRisk: Float64Array;
  /** P(T > time) at each. */
  readonly survival: Float64Array;
  /** P(T <= time) at each; kept beside `survival` so that neither is rounded from the other. */
  readonly chance: Float64Array;
  /** The largest p whose quantile is known: the chance at the last event time, 0 without events. */
  readonly identified: number;
}

/** P(T <= t): an event at t up to rounding counts; after the last event time what is known there. */
export function chanceAt({ times, chance }: SurvivalCurve, t: number): number {
  const count = countUpTo(times, justAbove(t));
  return count === 0 ? 0 : (chance[count - 1] as number);
}

/** P(T > t); after the last event time what is left there. */
export function survivalAt(curve: SurvivalCurve, t: number): number {
  const count = countUpTo(curve.times, t);
  return count === 0 ? 1 : (curve.survival[count - 1] as number);
}

/** The least event time t with P(T <= t) at least p up to rounding, or null where the curve does not reach p. */
export function quantileOf(curve: SurvivalCurve, p: number): number | null {
  const { times, chance, identified } = curve;
  if (!(times.length > 0 && atLeast(identified, p))) return null;
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (atLeast(chance[middle] as number, p)) high = middle;
    else low = middle + 1;
  }
  return times[low] as number;
}

/** E min(T, the last event time), which is the whole mean when `identified` is 1; null without events. */
export function restrictedMean(curve: SurvivalCurve): number | null {
  const first = curve.times[0];
  return first === undefined ? null : first + areaBeyond(curve, first);
}

/** E (T - t)+ up to the last event time; null without events, and beyond the last one unless all finish. */
export function expectedOvershoot(curve: SurvivalCurve, t: number): number | null {
  const { times, survival } = curve;
  const last = times.length - 1;
  const isKnown = t <= (times[last] ?? Number.NaN) || survival[last] === 0;
  return isKnown ? areaBeyond(curve, t) : null;
}

/** The integral of P(T > u) over u from `from` to the last event time, 0 beyond it. */
function areaBeyond(curve: SurvivalCurve, from: number): number {
  const { times, survival } = curve;
  const end = times[times.length - 1] as number;
  let sum = 0;
  let at = from;
  let level = survivalAt(curve, from);
  for (let i = countUpTo(times, from); (times[i] as number) < end; i++) {
    sum += level * ((times[i] as number) - at);
    at = times[i] as number;
    level = survival[i] as number;
  }
  return sum + level * (end - at);
}
