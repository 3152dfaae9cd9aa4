/**
 * What will they do? Buy again, recommend or complain, leave for another promise, tell others, and come back after a
 * failure that was made up for.
 *
 * @module
 */
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
  folkloreWordOfMouth,
  type RecoveryParameter,
  recoveryDefaults,
  type SwitchingParameter,
  switchingDefaults,
  type WordOfMouthParameter,
  wordOfMouthDefaults,
} from './parameters';
export {
  type FailureRecovered,
  predictRecovery,
  type RecoveryPrediction,
  type RecoveryPredictionOptions,
  type ThroughRecovery,
} from './recovery';
export {
  type CompetitorOffer,
  type CourtedCustomer,
  predictSwitching,
  type SwitchingOptions,
  type SwitchingPrediction,
  type SwitchingTerm,
} from './switching';
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
