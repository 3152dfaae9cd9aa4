import type { FitNames } from '../../core/fit-names';
import type { Interval } from '../../core/interval';
import type { Level } from '../../core/level';
import type { ParameterSet } from '../../core/parameters';
import type { Reason } from '../../core/reason';
import type { TouchpointModel } from './touchpoint-model';

/** What a customer met and how satisfied they were with the whole; other columns may stand beside these. */
export interface TouchpointRow {
  /**
   * The level found at each touchpoint, 0 to 100; null where the customer did not come by it or did not say. Every row names
   * the same touchpoints.
   */
  readonly ratings: Readonly<Record<string, Level | null>>;
  /** Whether they were satisfied with the whole; or how satisfied, 0 to 100. The same kind in every row. */
  readonly satisfied: boolean | Level;
  /** Who answered, where some answered more than once: their rows go together in errors and folds. */
  readonly respondent?: string | number | undefined;
}

/** How to learn what touchpoints are worth, and what the learnt sets say of themselves. */
export interface TouchpointImportanceOptions<Row extends TouchpointRow = TouchpointRow>
  extends FitNames {
  /** The stage of a customer, under any name of yours; one stage for all, `all`, unless given. */
  readonly stage?: ((row: Row) => string) | undefined;
  /** Folds to compare forms with, 3 to 20; 5 unless given. */
  readonly folds?: number | undefined;
  /** Seed of the folds, a whole number from 0 to 2^53 - 1; 1 unless given. */
  readonly seed?: number | undefined;
  /** How sure the intervals are to hold the number, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** Importances of touchpoints, 0 to 100, by their ids; goes wherever `importance` of a touchpoint goes. */
export type LearntImportance = ParameterSet;

/** What one touchpoint is worth at one stage. */
export interface TouchpointWorth {
  /** The stage of the customers it holds for. */
  readonly stage: string;
  /** The touchpoint it is the worth of. */
  readonly touchpoint: string;
  /**
   * Points of the share satisfied, 0 to 100, that one more point of level adds on average over the stage's customers who met
   * it, all else equal; null where its level never differs.
   */
  readonly worth: number | null;
  /** Null where worth is. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Its part of all that is worth something at the stage, 0 to 100. */
  readonly importance: number;
  /** Null for an importance of 0, or of 100. */
  readonly importanceError: number | null;
  /** For an importance of 0 from 0 to what it might reach; null where nothing tells, and for one of 100. */
  readonly importanceInterval: Interval | null;
  /** Rows of the stage that rated it. */
  readonly rows: number;
}

/** What a form of the model loses on rows that it was not fitted on. */
export interface ImportanceFormScore {
  /**
   * The share of each stage alone; a straight line for each touchpoint, the same at all stages; an effect for each of its
   * levels, too; and all that by stage. A form that is the same as one before it is left out.
   */
  readonly form: 'share' | 'linear' | 'pooled' | 'by-stage';
  /** How many numbers are estimated. */
  readonly numbers: number;
  /** The mean of -log of the chance given to what was answered; lower is better. */
  readonly logLoss: number;
  /** How much more it loses than the best. */
  readonly aboveBest: number;
  /** The standard error of `aboveBest`. */
  readonly standardError: number;
  /** The chance that a satisfied customer is given a higher chance than one who is not; null for levels. */
  readonly auc: number | null;
  /**
   * The logit of the chance that comes true on that of the chance foreseen (Cox 1958): 0 and 1 if chances come true; null
   * where all rows have one chance.
   */
  readonly calibration: { readonly intercept: number; readonly slope: number } | null;
}

/**
 * What to know of a fit. `one-stage`: rows of one stage only. `few-rows`: a stage has no more rows than touchpoints.
 * `one-answer`: all customers of a stage answered alike, so that other stages tell its share. `separated`: all customers who
 * rated a touchpoint at these levels answered alike, or effects of one kind have the greatest spread there is, 10 in log odds;
 * shrinkage alone keeps effects finite. `collinear`: the level of a touchpoint follows from those of others, and they share what is
 * worth something. `unrated`: its level never differs. `below-zero`: more of it goes with less satisfaction, so that its
 * importance is 0. `nothing-worth`: all importances of a stage are 0. `not-converged`: the strength of shrinking still moved.
 * `another-scale`: these levels seem to be of another scale than 0 to 100, such as answers from 1 to 7; they were taken as they are.
 * Codes may be added.
 */
export type ImportanceFlag = Reason<
  | 'one-stage'
  | 'few-rows'
  | 'one-answer'
  | 'separated'
  | 'collinear'
  | 'unrated'
  | 'below-zero'
  | 'nothing-worth'
  | 'not-converged'
  | 'another-scale'
>;

/** What touchpoints are worth by stage, how sure that is, and how it does beside simpler forms. Plain JSON. */
export interface TouchpointImportance {
  /** By stage: pass one as `importance` to {@link touchpointGaps} or {@link journeyScore}. */
  readonly importance: Readonly<Record<string, LearntImportance>>;
  /** The same for all stages together. */
  readonly pooled: LearntImportance;
  /** Stage by stage, most worth first. */
  readonly worths: readonly TouchpointWorth[];
  /** Predicts who is satisfied, by {@link predictJourney}. */
  readonly model: TouchpointModel;
  /** How many rows were used. */
  readonly rows: number;
  /** Respondents, where they were named. */
  readonly respondents: number | null;
  /**
   * How far effects spread, in log odds, which the rows choose: what a touchpoint's straight line adds from the middle to an
   * end, how far levels lie off their line, and how far both lie, at a stage, off all stages. 0 shrinks them away.
   */
  readonly spreads: {
    readonly lines: number;
    readonly levels: number;
    /** Null with one stage. */
    readonly stageLines: number | null;
    readonly stageLevels: number | null;
  };
  /** From simple to rich. */
  readonly comparison: readonly ImportanceFormScore[];
  /** The simplest form within one standard error of the best. */
  readonly recommended: ImportanceFormScore['form'];
  readonly flags: readonly ImportanceFlag[];
}
