import type { FitNames } from '../../core/fit-names';
import type { Parameter } from '../../core/parameters';
import type { SatisfactionForm } from '../model';

/** How to fit, and what the fitted set says of itself. */
export interface SatisfactionFitOptions extends FitNames {
  /**
   * What to fit: a form with the numbers of its value functions, such as `{ 'time.cap': 2 }`, or a model, whose
   * coefficients are then estimated anew.
   */
  readonly form: SatisfactionForm & {
    readonly parameters?: Readonly<Record<string, Parameter | number>> | undefined;
  };
  /**
   * Whether an answer that nobody gave counts as the next lower one that somebody did (the least ones as the next higher),
   * and has no chance; refused unless said, since nothing tells where it begins.
   */
  readonly pool?: boolean | undefined;
  /** Who answered each row, when some answered more than once: their rows go together in errors and folds. */
  readonly respondent?: ArrayLike<number> | undefined;
  /** How many folds compare forms out of sample, 5 unless given; 0 for none; or a fold for every row. */
  readonly folds?: number | Uint8Array | undefined;
  /** How sure the intervals are to hold the number, .95 unless given. */
  readonly confidence?: number | undefined;
}
