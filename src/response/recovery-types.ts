import type { Reason } from '../core/reason';
import type { DateInput } from '../input/date';
import type { ReviewReason } from '../promise/promise-again';
import type { PromiseReview } from '../promise/review';
import type { Action } from './action';
import type { Dated } from './contact';
import type { responseDefaults } from './parameters';

/** What went wrong, and what has been done about it. */
export interface Failure {
  /** What failed: a touchpoint, a gap or a need, in words or codes of your own. */
  readonly what: string;
  readonly at: DateInput;
  /** Whether anybody has apologised for it; not, unless given. */
  readonly apologised?: boolean | undefined;
  /** Whether it has been made up for; not, unless given. */
  readonly compensated?: boolean | undefined;
}

/** What can be done about it. */
export interface RecoveryOptions extends Dated {
  /**
   * What makes up for it, and its worth to the customer, above 0, in a currency of yours. In percent of what the
   * failure cost them it is the `distributive` of `predictRecovery`.
   */
  readonly compensation?: { readonly offer: string; readonly worth: number } | undefined;
  /** What is changed so that it does not happen again, in words or codes of your own. */
  readonly change?: string | undefined;
  /** How the promise under way stands, from `reviewPromise`; none unless given. */
  readonly review?: Pick<PromiseReview, 'advice' | 'newPromise' | 'why'> | undefined;
  /** `responseDefaults` unless given. */
  readonly parameters?: typeof responseDefaults | undefined;
}

/** What can be done after a failure. Codes may be added. */
export type RecoveryCode =
  | 'listen'
  | 'compensate'
  | 'apologise'
  | 'explain-failure'
  | 'tell-change'
  | 'promise-again'
  | 'tell-late'
  | 'follow-up';

/** How to make up for a failure. */
export interface RecoveryPlan {
  /** In the order in which they are to be done, because of the failure or of what the review of a promise says. */
  readonly actions: readonly Action<RecoveryCode, 'failed' | ReviewReason['code']>[];
  /**
   * What is left out, and why: `none-offered` (no compensation), `done-before`, `once-only` (a second apology),
   * `promise-stands`.
   */
  readonly leftOut: readonly Reason<
    'none-offered' | 'done-before' | 'once-only' | 'promise-stands',
    { readonly action: RecoveryCode }
  >[];
  /**
   * The kinds of justice, as `predictRecovery` takes them, the weightiest for satisfaction first (Orsingher et al. 2010).
   * An explanation is how one is treated; only a change, or word about the promise under way, mends the procedure.
   */
  readonly justice: readonly {
    readonly kind: 'distributive' | 'interactional' | 'procedural';
    /** The actions that do it. */
    readonly by: readonly RecoveryCode[];
    /** Whether these do it, or it was done before. The interactional always is: every plan listens. */
    readonly covered: boolean;
  }[];
}
