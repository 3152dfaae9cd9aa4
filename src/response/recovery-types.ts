import type { ParameterSet } from '../core/parameters';
import type { ReviewReason } from '../promise/promise-again';
import type { PromiseReview } from '../promise/review';
import type { Action, Reason } from './action';
import type { Dated } from './contact';
import type { ResponseParameter } from './parameters';

/** What went wrong, and what has been done about it. */
export interface Failure {
  /** What failed: a touchpoint, a gap or a need, in words or codes of your own. */
  readonly what: string;
  readonly at: Date;
  /** Whether anybody has apologised for it; not, unless given. */
  readonly apologised?: boolean | undefined;
  /** Whether it has been made up for; not, unless given. */
  readonly compensated?: boolean | undefined;
}

/** What can be done about it. */
export interface RecoveryOptions extends Dated {
  /** What makes up for it, and its worth to the customer, above 0, in a currency of yours. */
  readonly compensation?: { readonly offer: string; readonly worth: number } | undefined;
  /** What is changed so that it does not happen again, in words or codes of your own. */
  readonly change?: string | undefined;
  /** How the promise under way stands, from `reviewPromise`; none unless given. */
  readonly review?: Pick<PromiseReview, 'advice' | 'newPromise' | 'why'> | undefined;
  /** `responseDefaults` unless given. */
  readonly parameters?: ParameterSet<ResponseParameter> | undefined;
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

/** Why it is done: because of the failure, or what the review of a promise says. Codes may be added. */
export type RecoveryReason = 'failed' | ReviewReason['code'];

/** Why something is left out: there is nothing to do it with, or it was done before, or would do harm. */
export type RecoveryOmission = 'none-offered' | 'done-before' | 'once-only' | 'promise-stands';

/** The kinds of justice that a customer looks for. */
export type Justice = 'distributive' | 'interactional' | 'procedural';

/** How to make up for a failure. */
export interface RecoveryPlan {
  /** In the order in which they are to be done. */
  readonly actions: readonly Action<RecoveryCode, RecoveryReason>[];
  /**
   * What is left out, and why: `none-offered` (no compensation), `done-before`, `once-only` (a second apology),
   * `promise-stands`.
   */
  readonly leftOut: readonly Reason<RecoveryOmission>[];
  /**
   * The kinds of justice, as `predictRecovery` takes them, the weightiest for satisfaction first (Orsingher et al. 2010).
   * An explanation is how one is treated; only a change, or word about the promise under way, mends the procedure.
   */
  readonly justice: readonly {
    readonly kind: Justice;
    /** The actions that do it. */
    readonly by: readonly RecoveryCode[];
    /** Whether these do it, or it was done before. The interactional always is: every plan listens. */
    readonly covered: boolean;
  }[];
}
