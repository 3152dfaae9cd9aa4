import type { NumbersRead } from '../core/input';
import type { LearntWeights } from './learnt-weights';
import type { expectationDefaults } from './parameters';
import type { FactorOrder } from './stages';

/** Turns a number of ranked things into that many weights, greatest first, that add up to 1. */
export type WeightingMethod = (count: number) => readonly number[];

/** How a stage's ranking of factors becomes weights. */
export interface WeightingOptions {
  /** Rank to weight; `rankOrderCentroid` unless given. */
  readonly method?: WeightingMethod | undefined;
  /** An order of your own in place of the stage's; an inner list ties. */
  readonly order?: FactorOrder | undefined;
  /**
   * The numbers of the model; `expectationDefaults` unless given. A set that `fitExpectation` learnt brings weights of its
   * own, and takes no method or order beside it.
   */
  readonly parameters?: typeof expectationDefaults | undefined;
}

/** The same as read. */
export interface Weighting extends Omit<WeightingOptions, 'parameters'> {
  readonly parameters: NumbersRead<keyof typeof expectationDefaults.parameters> & {
    readonly learnt: LearntWeights | null;
  };
}
