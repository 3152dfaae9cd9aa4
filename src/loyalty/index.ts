/**
 * What do they intend? Buying again, recommending, complaining and switching, by satisfaction and outcome.
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
