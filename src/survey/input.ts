import * as z from 'zod/mini';
import type { Scale } from '../core/level';
import { listOf } from '../input/list-of';
import { notEnough, refuse } from '../input/refusal';
import { confidenceSchema, optionFor } from '../input/schemas';
import { surveyDefaults } from './parameters';

const { leastAnswers, answeredShare } = surveyDefaults.parameters;

/** What every summary of answers can be told; read, nothing is left out. */
export const surveyShape = {
  confidence: z._default(confidenceSchema, 0.95),
  leastAnswers: z._default(optionFor(leastAnswers), leastAnswers.value),
};
export const surveySchema = z.strictObject(surveyShape);

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

/** Whole-number answers on a scale that were given, and how many are missing. */
export function numberAnswers(
  answers: readonly (number | null)[],
  { min, max }: Scale,
): { readonly given: Float64Array; readonly missing: number } {
  const list = listOf('answers', answers);
  const given = new Float64Array(list.length);
  let n = 0;
  for (let i = 0; i < list.length; i++) {
    const answer = list[i] as number | null;
    if (answer === null) continue;
    if (!Number.isInteger(answer) || answer < min || answer > max) {
      refuse(`answers[${i}]`, answer, `a whole number from ${min} to ${max}, or null`);
    }
    given[n++] = answer;
  }
  return { given: given.subarray(0, n), missing: list.length - n };
}
