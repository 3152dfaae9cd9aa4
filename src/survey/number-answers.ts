import type { Scale } from '../core/level';
import { listOf } from '../input/list-of';
import { refuse } from '../input/refusal';

/** One pass over whole-number answers on a scale; null stands for a missing one. */
export function numberAnswers(
  answers: readonly (number | null)[],
  { min, max }: Scale,
): { readonly given: readonly number[]; readonly missing: number } {
  const list = listOf('answers', answers);
  const given: number[] = [];
  list.forEach((answer, i) => {
    if (answer === null) return;
    if (!Number.isInteger(answer) || answer < min || answer > max) {
      refuse(`answers[${i}]`, answer, `a whole number from ${min} to ${max}, or null`);
    }
    given.push(answer);
  });
  return { given, missing: list.length - given.length };
}
