export { type CalibrationPoint, calibrationCurve } from './calibration-curve';
export type { FormScore, Losses } from './compare';
export {
  type ChangePart,
  explainChange,
  type Period,
  type SatisfactionChange,
} from './explain-change';
export {
  type FitFlag,
  type FitNames,
  fitSatisfaction,
  type SatisfactionFit,
  type SatisfactionFitOptions,
} from './fit-satisfaction';
export { type PermutedTerm, permuteExpectations } from './permute';
export { type EstimatedNumber, type Recalibration, recalibrateSatisfaction } from './recalibrate';
export type { GapForm } from './variants';
