import { samplesForRank } from '../numerics/conformal-rank';
import { corrected } from './kernel-correction';
import { logAgeAt, placeOfShare } from './kernel-decayed-grid';
import { effectsOf } from './kernel-group-effects';
import { slopeOf, surgeAt } from './kernel-surge';
import { type State, typicalOf } from './state';
import { unitLengths } from './units';

/** What to tell the customer now; with a promise, it is a plan for `reviewPromise`. */
export type LiveQuote = LiveQuoteOf<number> | LiveQuoteOf<null>;

/** A quote with a promise, or with none. Quantities are in the promiser's unit. */
export interface LiveQuoteOf<Promised extends number | null> {
  /** What to promise, up to whole milliseconds; null when it is not identified. */
  readonly promise: Promised;
  /** When the promise falls due; null without one. */
  readonly due: Date | null;
  /** What will typically be delivered, the median; null when it is not identified. */
  readonly typical: number | null;
  readonly unit: string;
  readonly keepRate: number;
  /** What the promise rests on: as many recent orders, if the next one is like them. Kinds may be added. */
  readonly guarantee: { readonly kind: 'recent-orders'; readonly n: number } | null;
  /**
   * Why there is no guarantee: `too-few-orders` have finished lately, so that the quote rests on the first
   * guess, or is not as sure as asked; `not-identified`: no recent order was seen for so long.
   */
  readonly reason: 'too-few-orders' | 'not-identified' | null;
  /** What the promise is made of, as factors: the estimate (or first guess), its group, a surge, the margin. */
  readonly factors: {
    readonly estimate: number;
    readonly group: number;
    readonly surge: number;
    readonly margin: number | null;
  };
}

/** A quote with what an order started on it needs to be remembered by, in milliseconds. */
export interface Draft {
  readonly logEstimate: number;
  readonly surge: number;
  readonly surgeShift: number;
  readonly offset: number;
  readonly location: number;
  readonly stretch: number;
  /** NaN for none. */
  readonly promised: number;
  readonly quote: LiveQuote;
}

/**
 * The quote for an order that would start now. Its log duration is taken as
 * `log estimate + offset of its group + slope * surge + stretch of its group * z`,
 * with z distributed as recent orders have it.
 */
export function draftQuote(
  state: State,
  at: number,
  groupName: string,
  estimate: number,
  keepRate: number,
): Draft {
  const { settings, pool, clock } = state;
  const { numbers, unit } = settings;
  const length = unitLengths[unit];
  const logEstimate = Math.log(estimate * length);
  const surge = surgeAt(state.surge, at, typicalOf(state), numbers);
  const surgeShift = slopeOf(state.surge, numbers) * surge;
  const [offset, stretch] = effectsOf(state.groups.get(groupName), pool, clock, numbers);
  const location = logEstimate + offset + surgeShift;
  const n = recentOrders(state);
  const guessed = n < samplesForRank(settings.keepRate);
  const logRatio = guessed ? guessedRatio : seenRatio;
  const middle = guessed ? 0 : logAgeOf(state, 0.5);
  const groupFactor = Math.exp(offset);
  const surgeFactor = Math.exp(surgeShift);
  const usual = estimate * groupFactor * surgeFactor;
  const margin = Math.exp(stretch * logRatio(state, keepRate));
  const promised = Math.ceil(usual * margin * length);
  const typical = usual * Math.exp(stretch * middle);
  const known = !Number.isNaN(promised);
  const sure = known && n >= samplesForRank(keepRate);
  const due = new Date(at + promised);
  return {
    logEstimate,
    surge,
    surgeShift,
    offset,
    location,
    stretch,
    promised,
    quote: {
      promise: known ? promised / length : null,
      due: Number.isNaN(due.getTime()) ? null : due,
      typical: Number.isNaN(typical) ? null : typical,
      unit,
      keepRate,
      guarantee: sure ? { kind: 'recent-orders', n: Math.floor(n) } : null,
      reason: sure ? null : known ? 'too-few-orders' : 'not-identified',
      factors: {
        estimate,
        group: groupFactor,
        surge: surgeFactor,
        margin: known ? margin : null,
      },
    },
  };
}

/** How many equally recent orders the finished ones are worth (Kish): weights that halve steadily count double. */
export function recentOrders({ finished, finishWeight, base, clock }: State): number {
  return Math.min(finished, 2 * finishWeight * 2 ** (base - clock));
}

/** Before enough has been seen: log-logistic around the guess and what is known of the group. */
function guessedRatio({ pool }: State, keepRate: number): number {
  // A logistic of scale 1 has a variance of pi^2 / 3.
  return (Math.sqrt(3 * pool.variance) / Math.PI) * Math.log(keepRate / (1 - keepRate));
}

/**
 * The quantile among orders that finish, at the keep rate as corrected. A new order is one more than the n seen, so
 * its miss rate a is planned as a^2 / (a + (1 - a) / n): nearly a - (1 - a) / n, as conformal ranks have it, and
 * never below 0. n is all that ever finished: forgetting would ask for a greater step, which neither the
 * marketplace before 2017-09 nor food deliveries bear out.
 */
function seenRatio(state: State, keepRate: number): number {
  const allowed = corrected(1 - keepRate, state.correction.share);
  return logAgeOf(state, 1 - (allowed * allowed) / (allowed + (1 - allowed) / state.finished));
}

/** The log age, standardised, by which a share of the orders that finish have done so; NaN if not identified. */
function logAgeOf({ ends, grid }: State, share: number): number {
  const place = placeOfShare(grid.incidence, (share * ends.sum) / ends.weight);
  return place === null ? Number.NaN : logAgeAt(place);
}
