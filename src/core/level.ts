import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { levelSchema } from '../input/schemas';

/** Percent of the best imaginable, 0 to 100: the one scale on which levels of service are compared. */
export type Level = number;

/** The ends of an answer scale, such as 1 and 10. */
export interface Scale {
  /** The lowest answer. */
  readonly min: number;
  /** The highest answer, above `min`. */
  readonly max: number;
}

/**
 * Turns an answer on any numeric scale into a level: `100 (x - min) / (max - min)`, the percent of
 * maximum possible (Cohen et al. 1999).
 *
 * @param answer an answer on the scale, between its ends
 * @param scale the ends of the scale, the worst and the best answer
 * @throws InvalidInputError `out-of-range` when the answer lies off its scale or the scale is empty.
 * @example
 * ```ts
 * import { levelFromAnswer } from 'overdeliver';
 *
 * levelFromAnswer(4, { min: 1, max: 5 }); // => 75
 * ```
 */
export function levelFromAnswer(answer: number, scale: Scale): Level {
  return door('levelFromAnswer', () => {
    const { min, max } = read(scaleSchema, scale, 'scale');
    if (answer === null) refuse('answer', answer, 'a finite number', 'wrong-type', noLevel);
    const given = read(answerSchema, answer, 'answer');
    if (given < min || given > max) refuse('answer', given, `an answer from ${min} to ${max}`);
    return percentOfScale(given, { min, max });
  });
}

/** The level of an answer known to lie on its scale. */
export function percentOfScale(answer: number, { min, max }: Scale): Level {
  // The widest ends halved, so that their difference is finite; the narrowest have no half.
  const share = max - min < Infinity ? 1 : 0.5;
  return 100 * ((share * answer - share * min) / (share * max - share * min));
}

/**
 * Turns a level back into an answer on a scale, unrounded; the inverse of {@link levelFromAnswer}.
 *
 * @param level a level, 0 to 100
 * @param scale the ends of the scale, the worst and the best answer
 * @throws InvalidInputError `out-of-range` when the level lies off 0 to 100 or the scale is empty.
 * @example
 * ```ts
 * import { answerFromLevel } from 'overdeliver/core';
 *
 * answerFromLevel(75, { min: 1, max: 5 }); // => 4
 * ```
 */
export function answerFromLevel(level: Level, scale: Scale): number {
  return door('answerFromLevel', () => {
    const { min, max } = read(scaleSchema, scale, 'scale');
    const share = read(levelSchema, level, 'level') / 100;
    return (1 - share) * min + share * max;
  });
}

const noLevel = 'without an answer there is no level: leave the row out, or write NaN in a column';
const endSchema = z.number();
const answerSchema = once(() => z.number());

export const scaleSchema = z
  .strictObject({ min: endSchema, max: endSchema })
  .check(z.refine(({ min, max }) => min < max, 'finite ends with min below max'));
