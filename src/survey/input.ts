import * as z from 'zod/mini';
import type { Scale } from '../core/level';
import { limits } from '../input/limits';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { reading } from '../input/reading';
import { notEnough, refuse } from '../input/refusal';
import { confidenceOption, optionFor } from '../input/schemas';
import { surveyDefaults } from './parameters';

const leastAnswers = surveyDefaults.parameters.leastAnswers;
const answeredShare = surveyDefaults.parameters.answeredShare;

/** What every summary of answers can be told; read, nothing is left out. */
export const surveyShape = {
  confidence: confidenceOption(),
  leastAnswers: z._default(optionFor(leastAnswers), leastAnswers.value),
};
export const surveySchema = once(() => z.strictObject(surveyShape));

/** What a summary of dimensions can be told besides. */
export const dimensionShape = {
  ...surveyShape,
  answeredShare: z._default(optionFor(answeredShare), answeredShare.value),
};

/** Refuses a number of answers too small for a figure. */
export function enough(path: string, available: number, needed: number): void {
  if (available >= needed) return;
  notEnough(path, { needed, available }, 'an interval');
}

/** How often each answer was given, from the least on, and how many are missing. */
export interface AnswerCounts {
  readonly counts: readonly (readonly [answer: number, count: number])[];
  readonly n: number;
  readonly missing: number;
}

/** Counts whole-number answers on a scale where they are: a copy would take longer than the rest. */
export function countAnswers(
  answers: readonly (number | null)[],
  { min, max }: Scale,
): AnswerCounts {
  const path = 'answers';
  const onScale = (answer: unknown): answer is number =>
    typeof answer === 'number' && answer >= min && answer <= max && Math.floor(answer) === answer;
  const refuseFirst = (): never => {
    const list = listOf(path, answers);
    const i = list.findIndex((answer) => answer !== null && !onScale(answer));
    return refuse(`${path}[${i}]`, list[i], `a whole number from ${min} to ${max}, or null`);
  };
  return reading(path, answers, () => {
    if (!Array.isArray(answers) || answers.length > limits.column) return refuseFirst();
    const { length } = answers;
    // By place on a scale, which is short as a rule; of one too wide for whole numbers to be told apart, by the answer's name.
    const least = max - min <= Number.MAX_SAFE_INTEGER ? Math.ceil(min) : 0;
    const counts: number[] = [];
    let missing = 0;
    for (let i = 0; i < length; i++) {
      const answer = answers[i];
      if (answer === null) missing++;
      else if (onScale(answer)) counts[answer - least] = (counts[answer - least] ?? 0) + 1;
      else return refuseFirst();
    }
    const given = Object.entries(counts).map(
      ([place, count]) => [least + Number(place), count] as const,
    );
    return { counts: given.sort(([a], [b]) => a - b), n: length - missing, missing };
  });
}

/** How many gave an answer that meets a condition. */
export const countOf = ({ counts }: AnswerCounts, meets: (answer: number) => boolean): number =>
  counts.reduce((sum, [answer, count]) => sum + (meets(answer) ? count : 0), 0);
