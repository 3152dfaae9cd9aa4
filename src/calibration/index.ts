export type { FormScore, Losses } from './compare';
export {
  type FitFlag,
  type FitNames,
  fitSatisfaction,
  type SatisfactionFit,
  type SatisfactionFitOptions,
} from './fit-satisfaction';
export type { GapForm } from './variants';
