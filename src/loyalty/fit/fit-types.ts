import type { FitNames } from '../../core/fit-names';
import type { Interval } from '../../core/interval';
import type { ParameterSet } from '../../core/parameters';
import type { Reason } from '../../core/reason';
import type { IntentionInput } from '../customer';
import type { Intention } from '../intention-model';

/** How to fit, and what the fitted set says of itself. */
export interface LoyaltyFitOptions<Set extends ParameterSet> extends FitNames {
  /** The set to compare with, which keeps the numbers that no row tells; the default unless given. */
  readonly parameters?: Set | undefined;
  /** Folds to compare in, 3 to 20; 5 unless given. */
  readonly folds?: number | undefined;
  /** Seed of the folds, a whole number from 0 to 2^53 - 1; 1 unless given. */
  readonly seed?: number | undefined;
  /** How sure the intervals are to hold the number, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** Mean losses of a fit and of the set it was compared with, on rows that neither was fitted on. */
export interface FitComparison {
  /** Of the set it was compared with: the log loss of chances, the squared error of all else. */
  readonly default: number;
  /** Of fits to the other folds. */
  readonly learnt: number;
  /** How much less the fit loses, below 0 where it loses more. */
  readonly gain: number;
  /** The standard error of `gain`. */
  readonly standardError: number;
  /** `learnt` where the gain is above one standard error. */
  readonly recommended: 'default' | 'learnt';
}

/**
 * What to know of a fit. `unanswered`: no row answers this intention, and it keeps the default. `one-stage`: rows of one
 * stage only. `unseen`: fewer than two customers move this number; `not-told-apart`: other numbers make it up in all rows:
 * both keep the default's value. `at-boundary`: it ends at an end of its range, where the rows would put it beyond.
 * `separated`: some rows are told apart perfectly, so that it would grow without end; it has no standard error.
 * `not-converged`: the likelihood still rose where the search ended. `abrupt`: a curve below 1, with which customers tell much as
 * soon as they leave silence, so that where silence lies has no standard error. `nothing-lost`: so many rows in which the
 * failure cost no satisfaction, so that they tell nothing. `at-scale-end`: so many rows that end at 0 or 100, beyond which
 * nothing is seen, so that what was regained is misjudged. `cost-gave-way`: beside the usual cost of switching an
 * inertia would be below 0, so that the cost is lower by so much; a stage without rows then loses it, too.
 * `another-scale`: these levels seem to be of another scale than 0 to 100, such as answers from 1 to 7; they were taken
 * as they are. Codes may be added.
 */
export type LoyaltyFitFlag = Reason<
  | 'unanswered'
  | 'one-stage'
  | 'unseen'
  | 'not-told-apart'
  | 'at-boundary'
  | 'separated'
  | 'not-converged'
  | 'abrupt'
  | 'nothing-lost'
  | 'at-scale-end'
  | 'cost-gave-way'
  | 'another-scale',
  {
    readonly parameter?: string;
    readonly intention?: Intention;
    readonly stage?: IntentionInput['stage'];
    readonly rows?: number;
    readonly by?: number;
    readonly path?: string;
    readonly least?: number;
    readonly most?: number;
  }
>;

/** Numbers as learnt, how sure they are, and how they do beside the default. Plain JSON. */
export interface LoyaltyFit<Name extends string, Comparison = FitComparison> {
  /** Goes wherever the default set goes. */
  readonly parameters: ParameterSet<Name>;
  /** How many rows it was learnt from. */
  readonly rows: number;
  /** How many customers there were; null where rows do not say whose they are. */
  readonly customers: number | null;
  /**
   * By number, within its range; null where it was not learnt or has no standard error. On a boundary as far as the
   * number might reach if it were free to leave its range, which covers more often than the confidence says.
   */
  readonly intervals: Readonly<Record<Name, Interval | null>>;
  /** How it does on rows it was not fitted on, beside the set it was compared with. */
  readonly comparison: Comparison;
  readonly flags: readonly LoyaltyFitFlag[];
}
