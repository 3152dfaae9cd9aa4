import type { Capability } from '../capability/capability';
import type { Reason } from '../core/reason';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import { atLeast } from '../numerics/nearly';
import type { promiseDefaults } from './parameters';
import type { QuoteOptions } from './plan';
import type { PromisePlan } from './promise-plan';
import { planFor } from './recipe';

/**
 * Why a review advises what it does, as a code with its figures. `likely`, `unlikely`: the chance against the one below
 * which to speak. `overdue`: the promise has passed, `times` over where that is so often that `elapsed` may be in
 * another unit. `revised-before`: only what is nearly certain may be said again. `too-few`: too few observations lasted
 * so long for a promise with that keep rate. `not-identified`: so late an observation was not seen, only others under
 * way. `beyond-experience`: none has taken so long. `no-later`: a new promise would not be later than the one that
 * stands. Codes may be added.
 */
export type ReviewReason = Reason<
  | 'likely'
  | 'unlikely'
  | 'overdue'
  | 'revised-before'
  | 'too-few'
  | 'not-identified'
  | 'beyond-experience'
  | 'no-later',
  Readonly<Record<string, number>>
>;

/** What a review knows of the promise that stands. */
export interface Standing extends QuoteOptions {
  readonly plan: { readonly keepRate: number };
  readonly elapsed: number;
  readonly revised: boolean;
}

export type Numbers = Readonly<Record<keyof typeof promiseDefaults.parameters, number>>;

/**
 * The promise to make instead, by the capability of what has lasted so long (null where nothing has); or null, with a
 * reason added to `why`.
 */
export function promiseAgain(
  lasted: Capability | null,
  { plan: { keepRate: first }, elapsed, revised, round, bestEffort = false }: Standing,
  { brokenAgain, certain }: Numbers,
  why: ReviewReason[],
): PromisePlan | null {
  const keepRate = revised ? Math.max(first, certain) : 1 - brokenAgain * (1 - first);
  if (revised) why.push({ code: 'revised-before', detail: { certain: keepRate } });
  const no = (code: ReviewReason['code'], detail: ReviewReason['detail']) => {
    why.push({ code, detail });
    return null;
  };
  if (lasted === null) return no('beyond-experience', { elapsed });
  const { ranks, identified } = lasted;
  const makeDo = bestEffort && !revised;
  if (ranks && !makeDo && conformalRank(ranks.n, keepRate) === null) {
    return no('too-few', { needed: samplesForRank(keepRate), available: ranks.n });
  }
  const asked = Math.max(keepRate, 0.5);
  if (!atLeast(identified, asked)) return no('not-identified', { asked, identified });
  const aim = { code: 'keep-rate', detail: { keepRate } } as const;
  return planFor(lasted, { aim, keepRate, round, bestEffort: makeDo });
}
