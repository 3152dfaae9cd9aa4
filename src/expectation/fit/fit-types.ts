import type { FitNames } from '../../core/fit-names';
import type { Interval } from '../../core/interval';
import type { Level } from '../../core/level';
import type { ParameterSet } from '../../core/parameters';
import type { Reason } from '../../core/reason';
import type { PredictedFactor } from '../factors';
import type { LearntName } from '../learnt-weights';
import type { ExpectationNumbers } from '../parameters';
import type { ExpectationInput } from '../signals';
import type { FactorOrder, Stage } from '../stages';
import type { WeightingOptions } from '../weighting';

/** What a customer had to go by, and what they say they expect; other columns may stand beside these. */
export interface ExpectationFitRow extends ExpectationInput {
  /** The level they say they expect, 0 to 100. */
  readonly expected: Level;
  /** Who answered, where some answered more than once: their rows go together in errors, folds and resamples. */
  readonly respondent?: string | number | undefined;
}

/**
 * What was asked for: what customers think will come, wish for, or still accept, or what the company owes them (a normative
 * question: "how good should it be?").
 */
export type AskedRegister = 'predicted' | 'desired' | 'adequate' | 'normative';

/** How to fit, and what the fitted set says of itself; a method, an order and parameters make the weights shrunk towards. */
export interface ExpectationFitOptions extends FitNames, WeightingOptions {
  /** Which register the answers speak of. */
  readonly register: AskedRegister;
  /** How many rows the default's weights count as, 0.1 to 1,000,000; the one that makes the rows likeliest unless given. */
  readonly priorSize?: number | undefined;
  /** Folds to compare forms with, 3 to 20; 5 unless given. */
  readonly folds?: number | undefined;
  /** Resamples that tell how often the stage's order holds, 100 to 5,000; 200 unless given. */
  readonly resamples?: number | undefined;
  /** Seed of folds and resamples, a whole number from 0 to 2^53 - 1; 1 unless given. */
  readonly seed?: number | undefined;
  /** How sure the intervals are to hold the number, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** A set with weights that were learnt; goes wherever `expectationDefaults` goes. */
export type LearntExpectation = ParameterSet<keyof ExpectationNumbers | LearntName>;

/** One weight as it was learnt. */
export interface LearntWeight {
  /** The stage it holds at. */
  readonly stage: Stage;
  readonly factor: PredictedFactor | 'base';
  /** 0 to 1; those of a stage's base and of the factors that rows had there add up to 1. */
  readonly weight: number;
  /** Null where no row tells, and for a weight on the boundary at 0. */
  readonly standardError: number | null;
  /**
   * Within 0 to 1; null where no row tells. On the boundary from 0 to what the weight might reach if it could fall below 0,
   * which covers more often than the confidence says.
   */
  readonly interval: Interval | null;
  /** The default's weight among the same factors, so that they add up to 1 with no base. */
  readonly ranked: number;
  /** Rows of the stage that had the signal. */
  readonly rows: number;
}

/** Whether the order in which a stage names its factors shows in the data. */
export interface StageOrder {
  /** The stage it is about. */
  readonly stage: Stage;
  /** The named factors of which rows had signals, in their order. */
  readonly order: FactorOrder;
  /** Whether each weight learnt is above those of all later places; null with fewer than two places. */
  readonly holds: boolean | null;
  /** The share of resamples in which it holds, with the default counting as one row only; null as above. */
  readonly share: number | null;
}

/** What a form of the model loses on rows that it was not fitted on. */
export interface ExpectationFormScore {
  /**
   * The defaults as they are; one weighting for all stages; weights by stage (both shrunk); an ordinary regression by stage,
   * with means where a signal is missing.
   */
  readonly form: 'default' | 'pooled' | 'by-stage' | 'regression';
  /** How many numbers are learnt. */
  readonly numbers: number;
  /** Mean squared error, in squared points. */
  readonly loss: number;
  /** 1 - loss / variance of the answers; null where all are the same. */
  readonly r2: number | null;
  /** How much more it loses than the best. */
  readonly aboveBest: number;
  /** The standard error of `aboveBest`. */
  readonly standardError: number;
}

/**
 * What to know of a fit. `register`: the answers speak of another register than the predicted level, for which the set
 * will be used. `one-stage`, `unseen-stage`: rows of one stage only; a stage without rows keeps the default's weights, without a
 * base. `unseen-factors`: no row of the stage had them; they keep the default's ratio to the others. `few-rows`: no more rows at
 * a stage than numbers. `at-boundary`: a weight of 0. `not-told-apart`: the rows leave a number open, and the default decides.
 * `base-open`: no weight on the base, so that its level is open. `not-converged`: the weights still moved where the search ended.
 * `not-scored`: a form that has no answer for some row.
 * `another-scale`: these levels seem to be of another scale than 0 to 100, such as answers from 1 to 7; they were taken as they are.
 * Codes may be added.
 */
export type ExpectationFitFlag = Reason<
  | 'register'
  | 'one-stage'
  | 'unseen-stage'
  | 'unseen-factors'
  | 'few-rows'
  | 'at-boundary'
  | 'not-told-apart'
  | 'base-open'
  | 'not-converged'
  | 'not-scored'
  | 'another-scale'
>;

/** Weights by stage as learnt, how sure they are, and how they do beside simpler ones. Plain JSON. */
export interface ExpectationFit {
  /** Weights by stage; pass it as `parameters`. */
  readonly parameters: LearntExpectation;
  /** The same with one weighting for all stages. */
  readonly pooled: LearntExpectation;
  readonly register: AskedRegister;
  /** How many rows it was learnt from. */
  readonly rows: number;
  /** How many people answered; null where rows do not say who did. */
  readonly respondents: number | null;
  /** How many rows the default's weights count as. */
  readonly priorSize: number;
  /**
   * The sizes tried with their marginal log likelihoods, but for a constant; those of which it cannot be computed are left out, and
   * all where the size was given.
   */
  readonly priorSizes: readonly { readonly size: number; readonly logLikelihood: number }[];
  /** What is expected when nothing is known; errors are null where the base has no weight, or lies at an end of the scale. */
  readonly base: {
    readonly level: Level;
    readonly standardError: number | null;
    readonly interval: Interval | null;
  };
  /** Stage by stage. */
  readonly weights: readonly LearntWeight[];
  readonly orders: readonly StageOrder[];
  /** From simple to rich. */
  readonly comparison: readonly ExpectationFormScore[];
  /** The simplest form within one standard error of the best. */
  readonly recommended: ExpectationFormScore['form'];
  readonly flags: readonly ExpectationFitFlag[];
}
