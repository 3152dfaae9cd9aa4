/**
 * The words every module speaks: levels from 0 to 100, parameters with their provenance, outcomes, needs, dates,
 * and errors with stable codes.
 *
 * @module
 */

export type { DateInput } from '../input/date';
export {
  type ErrorCode,
  type InvalidInputCode,
  InvalidInputError,
  isOverdeliverError,
  NotEnoughDataError,
  NotIdentifiedError,
  OverdeliverError,
  PolicyFailedError,
} from '../input/errors';
export type { DomainWarning } from './domain';
export type { FitNames } from './fit-names';
export type { Interval } from './interval';
export { answerFromLevel, type Level, levelFromAnswer, type Scale } from './level';
export { commonNeeds, type Need } from './needs';
export type { ScaleWarning } from './other-scale';
export { type Outcome, outcomes } from './outcome';
export {
  adjustParameters,
  type Fit,
  type Parameter,
  type ParameterSet,
  type ParameterStatus,
} from './parameters';
export type { Reason } from './reason';
