import * as z from 'zod/mini';
import { assumed, freezeSet, type ParameterSet } from '../core/parameters';
import { confidenceSchema, optionFor } from '../input/schemas';

/** The numbers that the functions of this room go by unless an option says otherwise; all are assumed. */
export const surveyDefaults: ParameterSet<
  'leastAnswers' | 'answeredShare' | 'satisfiedLevel' | 'answerSd'
> = freezeSet({
  id: 'survey/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    leastAnswers: assumed(10, 'answers', [2, 1_000_000], 'with fewer, an interval says little'),
    answeredShare: assumed(
      0.5,
      'share',
      [0, 1],
      'of a dimension, what a respondent must have answered to count',
    ),
    satisfiedLevel: assumed(75, 'level', [0, 100], '4 and 5 of 1..5, 6 and 7 of 1..7'),
    answerSd: assumed(15, 'points', [0.1, 100], 'how far an answer strays from what is meant'),
  },
});

const parameters = surveyDefaults.parameters;

/** What every summary of answers can be told. */
export interface SurveyOptions {
  /** The share of intervals that hold the true value, .95 unless given. */
  readonly confidence?: number | undefined;
  /** Fewer answers than these give no figure, 2 or more; the parameter `leastAnswers` unless given. */
  readonly leastAnswers?: number | undefined;
}

/** What a summary of dimensions can be told besides. */
export interface DimensionOptions extends SurveyOptions {
  /** The share of a dimension's items that a respondent must have answered; `answeredShare` unless given. */
  readonly answeredShare?: number | undefined;
}

export const surveyShape = {
  confidence: confidenceSchema,
  leastAnswers: optionFor(parameters.leastAnswers),
};
export const surveySchema = z.strictObject(surveyShape);
export const dimensionShape = {
  ...surveyShape,
  answeredShare: optionFor(parameters.answeredShare),
};

/** The options with what is left out filled in. */
export interface Filled {
  readonly confidence: number;
  readonly leastAnswers: number;
  readonly answeredShare: number;
}

export function filled(options: DimensionOptions): Filled {
  return {
    confidence: options.confidence ?? 0.95,
    leastAnswers: options.leastAnswers ?? parameters.leastAnswers.value,
    answeredShare: options.answeredShare ?? parameters.answeredShare.value,
  };
}
