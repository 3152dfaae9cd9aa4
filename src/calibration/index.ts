/**
 * What do our own data say? Satisfaction models fitted and moved to a setting of one's own, compared out of sample, and
 * whether it was expectation or performance that changed.
 *
 * @module
 */
export { type CalibrationPoint, calibrationCurve } from './calibration-curve';
export type { FormScore, Losses } from './compare';
export {
  type ChangePart,
  explainChange,
  type Period,
  type SatisfactionChange,
} from './explain-change';
export type { FitNames, SatisfactionFitOptions } from './fit-options';
export { type FitFlag, fitSatisfaction, type SatisfactionFit } from './fit-satisfaction';
export { type PermutedTerm, permuteExpectations } from './permute';
export { type EstimatedNumber, type Recalibration, recalibrateSatisfaction } from './recalibrate';
export type { GapForm } from './variants';
