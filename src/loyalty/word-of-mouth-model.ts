import { assumed, parameterSet } from '../core/parameters';

export const people = (value: number, why: string) => assumed(value, 'people told', [0, 1000], why);
export const silentAt = (value: number, why: string) => assumed(value, 'points', [1, 99], why);
export const bend = (value: number, why: string) => assumed(value, 'exponent', [0, 10], why);
export const heard = (value: number, why: string) =>
  assumed(value, 'share of what is told', [0, 1], why);

/**
 * How many people customers tell, by how satisfied they are. All are assumed, so that the shape is that of Anderson
 * (1998), a U that is steeper for the dissatisfied, and that the 250 customers of the survey behind `surveyIntentions`
 * would tell three times as much good as bad (East, Hammond & Wright 2007). {@link fitWordOfMouth} learns them.
 */
export const wordOfMouthDefaults = parameterSet({
  id: 'loyalty/word-of-mouth-1',
  setting: 'any; shape and ratio as studies found them, the numbers assumed',
  parameters: {
    'positive.most': people(2, 'what somebody satisfied altogether tells after an experience'),
    'negative.most': people(
      3,
      'somewhat more: the dissatisfied tell more, though less so than is supposed (Anderson 1998)',
    ),
    curve: bend(1.5, 'what is usual is hardly told, extremes are (Anderson 1998)'),
    'silentAt.below': silentAt(80, 'a disappointment is told from a higher satisfaction down'),
    'silentAt.met': silentAt(
      70,
      'good outnumbers bad 3 to 1 (East et al. 2007) at the satisfactions of the index survey',
    ),
    'silentAt.exceeded': silentAt(60, 'delight is told from a lower satisfaction up'),
    toldWhenMet: heard(0.5, 'a met expectation is no story (practice)'),
  },
});
