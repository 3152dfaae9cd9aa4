/**
 * What will they do? Buy again, recommend or complain, leave for another promise, tell others, and come back after a
 * failure that was made up for.
 *
 * @module
 */
export { folkloreWordOfMouth } from './folklore-word-of-mouth';
export {
  type IntentionColumns,
  type IntentionTable,
  predictIntentionColumns,
} from './intention-columns';
export {
  type Intention,
  type IntentionParameter,
  type IntentionTerm,
  surveyIntentions,
} from './intention-model';
export {
  explainIntentions,
  type IntentionExplanation,
  type IntentionInput,
  type IntentionOptions,
  type IntentionPrediction,
  intentionInputSchema,
  predictIntentions,
} from './intentions';
export {
  type FailureRecovered,
  predictRecovery,
  type RecoveryPrediction,
  type RecoveryPredictionOptions,
  type ThroughRecovery,
} from './recovery';
export { type RecoveryParameter, recoveryDefaults } from './recovery-model';
export {
  type CompetitorOffer,
  type CourtedCustomer,
  predictSwitching,
  type SwitchingOptions,
  type SwitchingPrediction,
  type SwitchingTerm,
} from './switching';
export { type SwitchingParameter, switchingDefaults } from './switching-model';
export {
  predictWordOfMouth,
  type TalkingCustomer,
  type WordOfMouth,
  type WordOfMouthOptions,
} from './word-of-mouth';
export {
  type TalkingCustomers,
  type WordOfMouthAmong,
  wordOfMouthAmong,
} from './word-of-mouth-among';
export { type WordOfMouthParameter, wordOfMouthDefaults } from './word-of-mouth-model';
