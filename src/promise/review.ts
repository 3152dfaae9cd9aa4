import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { valueNear } from '../capability/distribution';
import { numbersOf } from '../core/numbers-of';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import { bisect } from '../numerics/bisect';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import { atLeast } from '../numerics/nearly';
import { checkPlannable, planShape, shareSchema } from './checks';
import { chanceAfter, lasting } from './lasting';
import { type PromiseParameter, promiseDefaults } from './parameters';
import type { QuoteOptions } from './plan';
import { isUnseen, planAt } from './plan-at';
import type { ChanceKept, PromisePlan } from './promise-plan';
import { quoteFor } from './quote-for';

/** A promise in flight. Times are in the capability's unit and count from when the promise was made. */
export interface ReviewOptions extends QuoteOptions {
  /** The promise that stands, the revised one where there is one: a plan, or what is needed of it. */
  readonly plan: {
    readonly promise: number;
    /** The share of promises that it aimed to keep, above 0 and below 1. */
    readonly keepRate: number;
    /** That of the capability unless given. */
    readonly unit?: string | undefined;
  };
  /** How long it has been under way, at least 0. */
  readonly elapsed: number;
  /** Whether it has been revised before. */
  readonly revised: boolean;
  /** {@link promiseDefaults} unless given. */
  readonly parameters?: ParameterSet<PromiseParameter> | undefined;
}

/** Why a review advises what it does, as a code with its figures. Codes may be added. */
export interface ReviewReason {
  /**
   * `likely`, `unlikely`: the chance against the one below which to speak. `overdue`: the promise has passed.
   * `revised-before`: only what is nearly certain may be said again. `too-few`: too few outcomes lasted so long
   * for a promise with that keep rate. `not-identified`: so late an outcome was not seen, only others under way.
   * `beyond-experience`: none has taken so long. `no-later`: a new promise would not be later than the one that stands.
   */
  readonly code:
    | 'likely'
    | 'unlikely'
    | 'overdue'
    | 'revised-before'
    | 'too-few'
    | 'not-identified'
    | 'beyond-experience'
    | 'no-later';
  readonly detail: Readonly<Record<string, number>>;
}

/** How a promise in flight stands, and what to do about it. */
export interface PromiseReview {
  /**
   * The chance of keeping it after all, given that it has taken so long; null where nothing has taken so long, and
   * where the promise lies beyond what was seen, unless it is known to be likely all the same.
   */
  readonly chance: ChanceKept | null;
  /**
   * `wait`: say nothing, since the promise is likely to be kept, or nothing is known against it.
   * `promise-again`: give the new promise, once. `tell`: say that it will be late, why, and what you do about
   * it; but give no new time.
   */
  readonly advice: 'wait' | 'promise-again' | 'tell';
  /** What to promise instead, counted from the same start; null unless that is the advice. */
  readonly newPromise: PromisePlan | null;
  /**
   * The elapsed time from which the chance lies below the one to speak at, for a timer: review again then. The
   * promise itself where the chance is not known; null where it lies below already.
   */
  readonly reviewAt: number | null;
  readonly why: readonly ReviewReason[];
}

const optionsSchema = z.strictObject({
  ...planShape,
  // A plan says more than is asked of it here.
  plan: z.object({ promise: z.number(), keepRate: shareSchema, unit: z.optional(z.string()) }),
  elapsed: z.number().check(z.gte(0, 'a time of at least 0')),
  revised: z.boolean(),
  parameters: anySchema,
});

/**
 * Reviews a promise in flight: the chance `P(T <= promise | T > elapsed)` that it is kept after all, when to
 * look again, and what to say once it is likely to be broken.
 *
 * A new promise is made once, early enough to be worth something (as soon as the chance falls below
 * `speakBelow`), and with more margin than the first: with `brokenAgain` of the first share broken, by the
 * outcomes that lasted as long, guarantee included. Where these are too few, there is none unless as best
 * effort. After one revision, only a promise that is nearly `certain` is made, and never as best effort: a
 * second optimistic one costs more trust than the truth.
 *
 * @throws InvalidInputError `out-of-range` for levels, which are not under way, an elapsed time below 0 or a
 *   keep rate that is not between 0 and 1, `unit-mismatch` for a plan in another unit; NotIdentifiedError where
 *   outcomes as short as `elapsed` are not
 *   identified
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
    const { parameters: _, ...given } = read(optionsSchema, options, 'options');
    const numbers = numbersOf(options.parameters, promiseDefaults);
    checkPlannable(capability);
    if (capability.better === 'higher') {
      refuse('capability', 'levels', 'times; a level is not under way', 'out-of-range');
    }
    const { plan, elapsed } = given;
    const { unit } = capability;
    if (plan.unit !== undefined && plan.unit !== unit) {
      refuse(
        'options.plan.unit',
        plan.unit,
        `${unit}, the unit of the capability`,
        'unit-mismatch',
      );
    }
    const promised = plan.promise;
    const { speakBelow } = numbers;
    const chance = chanceAfter(capability, promised, elapsed);
    const estimate = chance?.estimate ?? 0;
    const isLikely = (time: number) =>
      atLeast(chanceAfter(capability, promised, time)?.estimate ?? 0, speakBelow);
    if (isLikely(elapsed)) {
      const why: ReviewReason[] = [{ code: 'likely', detail: { chance: estimate, speakBelow } }];
      const from = bisect((time) => (isLikely(time) ? -1 : 1), elapsed, promised);
      const reviewAt = from && valueNear(capability, from);
      return { chance, advice: 'wait', newPromise: null, reviewAt, why };
    }
    const isOverdue = atLeast(elapsed, promised);
    if (!isOverdue && isUnseen(capability, promised)) {
      // The chance is only known to be at least so much, which is no reason to say that it will be late.
      const detail = { atLeast: estimate, identified: capability.identified };
      const why: ReviewReason[] = [{ code: 'not-identified', detail }];
      return { chance: null, advice: 'wait', newPromise: null, reviewAt: promised, why };
    }
    const why: ReviewReason[] = [];
    if (isOverdue) why.push({ code: 'overdue', detail: { by: elapsed - promised } });
    else if (chance) why.push({ code: 'unlikely', detail: { chance: estimate, speakBelow } });
    const newPromise = promiseAgain(lasting(capability, elapsed), given, numbers, why);
    const stands = newPromise !== null && atLeast(promised, newPromise.promise);
    if (stands) why.push({ code: 'no-later', detail: { promise: newPromise.promise } });
    return {
      chance,
      advice: stands ? 'wait' : newPromise ? 'promise-again' : 'tell',
      newPromise: stands ? null : newPromise,
      reviewAt: null,
      why,
    };
  });
}

/** The promise to make instead, or null with a reason added to `why`. */
function promiseAgain(
  lasted: Capability | null,
  { plan: { keepRate }, elapsed, revised, round, bestEffort = false }: ReviewOptions,
  { brokenAgain, certain }: Readonly<Record<PromiseParameter, number>>,
  why: ReviewReason[],
): PromisePlan | null {
  const share = revised ? Math.max(keepRate, certain) : 1 - brokenAgain * (1 - keepRate);
  if (revised) why.push({ code: 'revised-before', detail: { certain: share } });
  const no = (code: ReviewReason['code'], detail: ReviewReason['detail']) => {
    why.push({ code, detail });
    return null;
  };
  if (lasted === null) return no('beyond-experience', { elapsed });
  const { ranks, identified } = lasted;
  const makeDo = bestEffort && !revised;
  if (ranks && !makeDo && conformalRank(ranks.n, share) === null) {
    return no('too-few', { needed: samplesForRank(share), available: ranks.n });
  }
  const asked = Math.max(share, 0.5);
  if (!atLeast(identified, asked)) return no('not-identified', { asked, identified });
  const { quote, guarantee } = quoteFor(lasted, { share, bestEffort: makeDo });
  const aim = { code: 'keep-rate', detail: { keepRate: share } } as const;
  return planAt(lasted, quote, { keepRate: share, guarantee, round, aim });
}
