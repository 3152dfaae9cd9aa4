import type { FitNames } from '../../core/fit-names';
import type { Interval } from '../../core/interval';
import type { Level } from '../../core/level';
import type { Fit, Parameter } from '../../core/parameters';
import type { Reason } from '../../core/reason';

/** An arrow from what drives to what is driven, by the names of two constructs. */
export type IndexPath = readonly [from: string, to: string];

/** What drives what, and how to fit it. */
export interface IndexModelOptions extends FitNames {
  /** The arrows between dimensions of the instrument, none of them in a circle; `europeanIndexPaths` for example. */
  readonly paths: readonly IndexPath[];
  /** Resamples of the respondents, 100 to 5,000; 500 unless given. */
  readonly resamples?: number | undefined;
  /** Seed of the resamples, a whole number from 0 to 2^53 - 1; 1 unless given. */
  readonly seed?: number | undefined;
  /** How sure the intervals are to hold the number, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** An index as it was fitted: what each item weighs in its construct, and each path. Plain JSON. */
export interface IndexModel {
  /** The version of the shape. */
  readonly version: 1;
  /** The model's id, which names its values for good. */
  readonly id: string;
  /** The setting that it was fitted in. */
  readonly setting: string;
  /** What it was fitted on, and how that went. */
  readonly fit: Pick<Fit, 'data' | 'licence' | 'n' | 'converged'>;
  /** By construct and item: the share that the item's level has in the construct's. */
  readonly constructs: Readonly<Record<string, Readonly<Record<string, Parameter>>>>;
  /** What leads to what, with its weight. */
  readonly paths: readonly (Parameter & { readonly from: string; readonly to: string })[];
}

/** One effect between standardised constructs, and how sure it is. */
export interface IndexEffect {
  /** The construct that acts. */
  readonly from: string;
  /** The one it acts on. */
  readonly to: string;
  /** Standard deviations of `to` for one of `from`. */
  readonly effect: number;
  /** The standard deviation over resamples. */
  readonly standardError: number;
  /** Between quantiles of the resamples. */
  readonly interval: Interval;
  /** The share of resamples with the same sign, 0 to 1. */
  readonly sameSign: number;
  /** Whether the interval leaves out 0, so that the sign is stable. */
  readonly stable: boolean;
}

/** An item of a construct. */
export interface IndexItem {
  /** The item's id. */
  readonly item: string;
  /** What the standardised item is multiplied with in the standardised construct. */
  readonly weight: number;
  /** Its correlation with the construct, -1 to 1. */
  readonly loading: number;
  /** The share that its level has in the level of the construct; the shares of a construct add up to 1. */
  readonly share: number;
  /** Of the share, over resamples. */
  readonly standardError: number;
}

/**
 * What to know of a fit. `incomplete`: respondents left out, since they did not answer every item. `negative-weight`: an item
 * counts against its construct (is it `reversed`?), which has no levels. `few-respondents`: fewer than ten for each path into
 * one construct. `unstable-sign`: the sign of a path may be chance. `lost-resamples`: resamples in which an item or two
 * constructs were the same for all, left out of errors. `not-converged`: weights still moved. Codes may be added.
 */
export type IndexFlag = Reason<
  | 'incomplete'
  | 'negative-weight'
  | 'few-respondents'
  | 'unstable-sign'
  | 'lost-resamples'
  | 'not-converged'
>;

/** The levels of one respondent's constructs. */
export interface IndexScores {
  /** The respondent's id. */
  readonly respondent: string;
  /** By construct, 0 to 100; null where an item was not answered, or one weighs below 0. */
  readonly levels: Readonly<Record<string, Level | null>>;
}

/** The structure of a survey, and how sure it is. Plain JSON. */
export interface IndexFit {
  readonly model: IndexModel;
  /** In the order in which they were given. */
  readonly paths: readonly IndexEffect[];
  /** Along all ways, direct and indirect, for every construct that leads to another. */
  readonly effects: readonly IndexEffect[];
  /** Those that paths name, in the order of the instrument. */
  readonly constructs: readonly {
    readonly construct: string;
    /** The share of its variance that the paths into it explain, 0 to 1; null where none leads into it. */
    readonly r2: number | null;
    readonly items: readonly IndexItem[];
  }[];
  /** Of every respondent, in their order. */
  readonly scores: readonly IndexScores[];
  /** Who answered every item, and was fitted on. */
  readonly respondents: number;
  /** Who did not, and was left out. */
  readonly leftOut: number;
  /** Turns until the weights stood still, 500 at most. */
  readonly iterations: number;
  readonly flags: readonly IndexFlag[];
}
