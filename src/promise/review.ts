import type { Capability } from '../capability/capability';
import { goneBy } from '../capability/days-gone-by';
import { valueNear } from '../capability/distribution';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { bisect } from '../numerics/bisect';
import { atLeast } from '../numerics/nearly';
import { isUnseen } from './chance-kept';
import { reviewSchema } from './input-review';
import { chanceAfter, isOverdue, lasting } from './lasting';
import type { promiseDefaults } from './parameters';
import type { QuoteOptions } from './plan';
import { type Numbers, promiseAgain, type ReviewReason, type Standing } from './promise-again';
import type { ChanceKept, PromisePlan } from './promise-plan';

/**
 * A promise in flight. Times are in the capability's unit and count, as its observations do, from the start of the order, of
 * `deviations` from the hour agreed.
 */
export interface ReviewOptions extends QuoteOptions {
  /**
   * The promise that stands, the revised one where there is one: a plan, or what is needed of it. Of a window that is kept by its end:
   * `promise` is `to`, and `keepRate` is 1 - `late`.
   */
  readonly plan: {
    /** That of the capability unless given. */
    readonly unit?: string | undefined;
  } & (
    | {
        readonly promise: number;
        /** The share of promises that it aimed to keep, above 0 and below 1. */
        readonly keepRate: number;
      }
    | {
        readonly to: number;
        /** The chance of coming later than the window, above 0 and below 1. */
        readonly late: number;
      }
  );
  /**
   * How long it has been under way (of `deviations`, how long ago the hour agreed was), at least 0, in the unit of the
   * capability, such as `(now - start) / 60_000` of minutes; in `business-days` the one it is on, as `durationBetween`
   * says.
   */
  readonly elapsed: number;
  /** Whether it has been revised before. */
  readonly revised: boolean;
  /** {@link promiseDefaults} unless given. */
  readonly parameters?: typeof promiseDefaults | undefined;
}

/** How a promise in flight stands, and what to do about it. */
export interface PromiseReview {
  /**
   * The chance of keeping it after all, given that it has taken so long; null where nothing has taken so long, and
   * where the promise lies beyond what was seen, unless it is known to be likely all the same.
   */
  readonly chance: ChanceKept | null;
  /**
   * `wait`: say nothing, since the promise is likely enough to be kept, at `speakBelow` too, or nothing is known against it.
   * `promise-again`: give the new promise, once. `tell`: say that it will be late, why, and what you do about
   * it; but give no new time.
   */
  readonly advice: 'wait' | 'promise-again' | 'tell';
  /** What to promise instead, counted from the same start; null unless that is the advice. */
  readonly newPromise: PromisePlan | null;
  /**
   * The elapsed time from which the chance lies below the one to speak at, for a timer: review again then; in
   * `business-days` on that day, whose opening is the `from` of `dueWindow`. The promise itself where the chance is not
   * known; null where it lies below already.
   */
  readonly reviewAt: number | null;
  /** True where its times count from an appointment; absent otherwise. */
  readonly deviations?: boolean | undefined;
  readonly why: readonly ReviewReason[];
}

/**
 * Reviews a promise in flight: the chance `P(T <= promise | T > elapsed)` that it is kept after all, when to
 * look again, and what to say once it is likely to be broken.
 *
 * A new promise is made once, early enough to be worth something (as soon as the chance falls below
 * `speakBelow`), and with more margin than the first: with `brokenAgain` of the first share broken, by the
 * observations that lasted as long, guarantee included. Where these are too few, there is none unless as best
 * effort. After one revision, only a promise that is nearly `certain` is made, and never as best effort: a
 * second optimistic one costs more trust than the truth.
 *
 * In `business-days`, which are whole, the chance is `P(T <= promise | T >= elapsed)`: on the day by whose end it is due the
 * promise may still be kept, and it is overdue from the next day on.
 *
 * A window is kept by its end, and reviewed as that. Of `deviations` from an appointment times count from the hour
 * agreed, so that there is nothing to review before it: what is known earlier, such as a job that runs over, makes a
 * capability of its own (`pipelineCapability([job.remaining(60), travel])`), whose `chance` and plan say by when.
 *
 * @throws InvalidInputError `out-of-range` for levels, which are not under way, an elapsed time below 0 or a
 *   keep rate that is not between 0 and 1, `unit-mismatch` for a plan in another unit; NotIdentifiedError where
 *   what is as short as `elapsed` is not identified
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, reviewPromise, toMultipleOf } from 'overdeliver';
 *
 * const minutes = Array.from({ length: 99 }, (_, i) => 30 + 0.5 * i);
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const plan = planPromise(kitchen, { keepRate: 0.6, round: toMultipleOf(5) });
 * plan.promise; // => 60
 * const soon = reviewPromise(kitchen, { plan, elapsed: 30, revised: false });
 * soon.advice; // => 'wait'
 * soon.reviewAt; // => 41
 * const late = reviewPromise(kitchen, { plan, elapsed: 50, revised: false });
 * late.chance; // => { estimate: 0.339, low: 0.225, high: 0.463 }
 * late.newPromise?.promise; // => 74
 * reviewPromise(kitchen, { plan, elapsed: 50, revised: true }).advice; // => 'tell'
 * ```
 */
export function reviewPromise(capability: Capability, options: ReviewOptions): PromiseReview {
  return door('reviewPromise', () => {
    const { parameters, ...given } = read(reviewSchema, options, 'options');
    const able = readCapability('capability', capability);
    if (able.better === 'higher') {
      refuse('capability', 'levels', 'times; a level is not under way', 'out-of-range');
    }
    const { plan } = given;
    if (plan.unit !== undefined && plan.unit !== able.unit) {
      const expected = `${able.unit}, the unit of the capability`;
      refuse('options.plan.unit', plan.unit, expected, 'unit-mismatch');
    }
    const review = reviewOf(able, given, parameters.numbers);
    return able.deviations ? { ...review, deviations: true } : review;
  });
}

function reviewOf(
  able: Capability,
  given: Standing & { readonly plan: { readonly promise: number } },
  numbers: Numbers,
): PromiseReview {
  const { elapsed } = given;
  const { promise } = given.plan;
  const { speakBelow } = numbers;
  const chance = chanceAfter(able, promise, elapsed);
  const estimate = chance?.estimate ?? 0;
  const isLikely = (time: number) =>
    atLeast(chanceAfter(able, promise, time)?.estimate ?? 0, speakBelow);
  if (isLikely(elapsed)) {
    const reviewAt = unlikelyFrom(able, isLikely, elapsed, promise);
    return wait(chance, reviewAt, { code: 'likely', detail: { chance: estimate, speakBelow } });
  }
  const overdue = isOverdue(able, promise, elapsed);
  if (!overdue && isUnseen(able, promise)) {
    // The chance is only known to be at least so much, which is no reason to say that it will be late.
    const detail = { atLeast: estimate, identified: able.identified };
    return wait(null, promise, { code: 'not-identified', detail });
  }
  const why: ReviewReason[] = [];
  if (overdue) why.push({ code: 'overdue', detail: overdueBy(elapsed, promise) });
  else if (chance) why.push({ code: 'unlikely', detail: { chance: estimate, speakBelow } });
  const again = promiseAgain(lasting(able, elapsed), given, numbers, why);
  const stands = again !== null && atLeast(promise, again.promise);
  if (stands) why.push({ code: 'no-later', detail: { promise: again.promise } });
  return {
    chance,
    advice: stands ? 'wait' : again ? 'promise-again' : 'tell',
    newPromise: stands ? null : again,
    reviewAt: null,
    why,
  };
}

/** No promise is waited for so many times over; a minute counted in milliseconds is. */
const anotherUnit = 1000;

const overdueBy = (elapsed: number, promise: number): ReviewReason['detail'] => {
  const times = elapsed / promise;
  const by = elapsed - promise;
  return times > anotherUnit && Number.isFinite(times) ? { by, times } : { by };
};

/** The elapsed time from which a promise is not likely any more; null where numbers cannot tell. */
function unlikelyFrom(
  able: Capability,
  isLikely: (time: number) => boolean,
  elapsed: number,
  promise: number,
): number | null {
  // By when it is overdue.
  const last = 2 * promise - goneBy(able.unit, promise);
  const from = bisect((time) => (isLikely(time) ? -1 : 1), elapsed, last);
  if (from === null) return null;
  return goneBy(able.unit, from) === from ? valueNear(able, from) : Math.ceil(from);
}

/** Nothing is said yet. */
const wait = (
  chance: ChanceKept | null,
  reviewAt: number | null,
  reason: ReviewReason,
): PromiseReview => ({ chance, advice: 'wait', newPromise: null, reviewAt, why: [reason] });
