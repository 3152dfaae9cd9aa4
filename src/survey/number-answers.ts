import type { Scale } from '../core/level';
import { refuse } from '../core/refuse';
import { checkArray } from './responses';

/** One pass over whole-number answers on a scale; null stands for a missing one. */
export function numberAnswers(
  fn: string,
  answers: readonly (number | null)[],
  { min, max }: Scale,
): { readonly given: readonly number[]; readonly missing: number } {
  checkArray(fn, 'answers', answers);
  const given: number[] = [];
  // A hole would be passed over by the array's own loops.
  Array.from(answers).forEach((answer, i) => {
    if (answer === null) return;
    if (!Number.isInteger(answer) || answer < min || answer > max) {
      refuse(fn, `answers[${i}]`, answer, `a whole number from ${min} to ${max}, or null`);
    }
    given.push(answer);
  });
  return { given, missing: answers.length - given.length };
}
