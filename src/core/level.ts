import { InvalidInputError } from './errors';

/** Percent of the best imaginable, 0 to 100: the one scale on which levels of service are compared. */
export type Level = number;

/** The ends of an answer scale, such as 1 and 10. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * Turns an answer on any numeric scale into a level: `100 (x - min) / (max - min)`, the percent of
 * maximum possible (Cohen et al. 1999).
 *
 * @throws InvalidInputError `out-of-range` when the answer lies off its scale or the scale is empty.
 * @example
 * ```ts
 * import { levelFromAnswer } from 'overdeliver';
 *
 * levelFromAnswer(4, { min: 1, max: 5 }); // => 75
 * ```
 */
export function levelFromAnswer(answer: number, scale: Scale): Level {
  checkScale('levelFromAnswer', scale);
  if (!(answer >= scale.min && answer <= scale.max)) {
    throw new InvalidInputError(
      'out-of-range',
      { function: 'levelFromAnswer', path: 'answer', value: answer },
      `an answer from ${scale.min} to ${scale.max}`,
    );
  }
  return (100 * (answer - scale.min)) / (scale.max - scale.min);
}

/**
 * Turns a level back into an answer on a scale, unrounded; the inverse of {@link levelFromAnswer}.
 *
 * @throws InvalidInputError `out-of-range` when the level lies off 0 to 100 or the scale is empty.
 * @example
 * ```ts
 * import { answerFromLevel } from 'overdeliver';
 *
 * answerFromLevel(75, { min: 1, max: 5 }); // => 4
 * ```
 */
export function answerFromLevel(level: Level, scale: Scale): number {
  checkScale('answerFromLevel', scale);
  checkLevel('answerFromLevel', 'level', level);
  return scale.min + (level / 100) * (scale.max - scale.min);
}

/** Throws unless a value is a level; for functions that take one bare number. */
export function checkLevel(functionName: string, path: string, value: number): void {
  if (typeof value !== 'number') {
    throw new InvalidInputError('wrong-type', { function: functionName, path, value }, 'a number');
  }
  if (!(value >= 0 && value <= 100)) {
    throw new InvalidInputError(
      'out-of-range',
      { function: functionName, path, value },
      'a level from 0 to 100',
    );
  }
}

function checkScale(functionName: string, scale: Scale): void {
  if (!(Number.isFinite(scale.min) && Number.isFinite(scale.max) && scale.min < scale.max)) {
    throw new InvalidInputError(
      'out-of-range',
      { function: functionName, path: 'scale', value: scale },
      'finite ends with min below max',
    );
  }
}
