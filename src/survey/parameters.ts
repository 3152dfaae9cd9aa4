import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers that the functions of this module go by unless an option says otherwise; all are assumed. */
export const surveyDefaults: ParameterSet<
  'leastAnswers' | 'answeredShare' | 'satisfiedLevel' | 'answerSd'
> = freezeSet({
  id: 'survey/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    leastAnswers: assumed(
      10,
      'answers',
      [2, 1_000_000],
      'reasoned: the interval of a mean of fewer answers is too wide to act on',
    ),
    answeredShare: assumed(
      0.5,
      'share',
      [0, 1],
      'reasoned: the mean of less than half of the items of a dimension says little of the dimension',
    ),
    satisfiedLevel: assumed(
      75,
      'level',
      [0, 100],
      'practice: on a scale from 1 to 5 those who answer 4 or 5 count as satisfied',
    ),
    answerSd: assumed(
      15,
      'points',
      [0.1, 100],
      'reasoned: how far one answer lies from what the person means, as a standard deviation',
    ),
  },
});

/** What every summary of answers can be told. */
export interface SurveyOptions {
  /** The share of intervals that hold the true value, above 0 and below 1; .95 unless given. */
  readonly confidence?: number | undefined;
  /** Fewer answers than these give no figure, 2 to 1,000,000; the parameter `leastAnswers` unless given. */
  readonly leastAnswers?: number | undefined;
}

/** What a summary of dimensions can be told besides. */
export interface DimensionOptions extends SurveyOptions {
  /** The share of a dimension's items, 0 to 1, that a respondent must have answered; `answeredShare` unless given. */
  readonly answeredShare?: number | undefined;
}

/** How sure to be, and from how many answers on; nothing left out. */
export type Wanted = Required<{ [K in keyof SurveyOptions]: number }>;
export type DimensionsWanted = Required<{ [K in keyof DimensionOptions]: number }>;
