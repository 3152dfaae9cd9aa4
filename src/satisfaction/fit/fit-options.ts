import * as z from 'zod/mini';
import type { Parameter } from '../../core/parameters';
import { type SatisfactionForm, satisfactionFormSchema } from '../model';

/** Where the rows come from; the fitted set carries it. */
export interface FitNames {
  /** The id of the new set. */
  readonly id: string;
  /** What the numbers will speak of. */
  readonly setting: string;
  readonly data: string;
  readonly licence: string;
}

/** How to fit. */
export interface SatisfactionFitOptions extends FitNames {
  /**
   * What to fit: a form with the numbers of its value functions, such as `{ 'time.cap': 2 }`, or a model, whose
   * coefficients are then estimated anew.
   */
  readonly form: SatisfactionForm & {
    readonly parameters?: Readonly<Record<string, Parameter | number>> | undefined;
  };
  /** Who answered each row, when some answered more than once: their rows go together in errors and folds. */
  readonly respondent?: ArrayLike<number> | undefined;
  /** How many folds compare forms out of sample, 5 unless given; 0 for none; or a fold for every row. */
  readonly folds?: number | Uint8Array | undefined;
  /** How sure the intervals are to hold the number, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** The schema of {@link FitNames}. */
export const namesShape = {
  id: z.string().check(z.minLength(1, 'a name of its own')),
  setting: z.string(),
  data: z.string(),
  licence: z.string(),
};

/** The schema of {@link SatisfactionFitOptions}; folds and respondents are looked at where they are used. */
export const fitOptionsSchema = z.strictObject({
  ...namesShape,
  form: satisfactionFormSchema,
  respondent: z.optional(z.unknown()),
  folds: z.optional(z.unknown()),
  confidence: z.optional(z.number().check(z.gt(0, 'between 0 and 1'), z.lt(1, 'between 0 and 1'))),
});
