/**
 * What will they do? Buy again, recommend or complain, leave for another promise, tell others, and come back after a
 * failure that was made up for.
 *
 * @module
 */
export type {
  CompetitorOffer,
  CourtedCustomer,
  FailureRecovered,
  IntentionColumns,
  IntentionInput,
  TalkingCustomer,
  TalkingCustomers,
} from './customer';
export { fitIntentions } from './fit/fit-intentions';
export { fitRecovery } from './fit/fit-recovery';
export { fitSwitching } from './fit/fit-switching';
export type {
  FitComparison,
  LoyaltyFit,
  LoyaltyFitFlag,
  LoyaltyFitOptions,
} from './fit/fit-types';
export { fitWordOfMouth } from './fit/fit-word-of-mouth';
export {
  intentionFitRowSchema,
  recoveryFitRowSchema,
  switchingFitRowSchema,
  wordOfMouthFitRowSchema,
} from './fit/input';
export type {
  IntentionFitRow,
  RecoveryFitRow,
  SwitchingFitRow,
  WordOfMouthFitRow,
} from './fit/rows';
export { folkloreWordOfMouth } from './folklore-word-of-mouth';
export { type GoodwillOptions, goodwillByLoyalty } from './goodwill';
export { intentionInputSchema } from './input';
export {
  explainIntention,
  type IntentionExplanation,
  type IntentionPrediction,
  predictIntention,
} from './intention';
export { type IntentionTable, predictIntentions } from './intention-columns';
export { type Intention, surveyIntentions } from './intention-model';
export {
  predictRecovery,
  type RecoveryPrediction,
  type RecoveryPredictionOptions,
} from './recovery';
export { recoveryDefaults } from './recovery-model';
export { predictSwitching, type SwitchingPrediction } from './switching';
export { switchingDefaults } from './switching-model';
export { predictWordOfMouth, type WordOfMouth } from './word-of-mouth';
export { type WordOfMouthAmong, wordOfMouthAmong } from './word-of-mouth-among';
export { wordOfMouthDefaults } from './word-of-mouth-model';
