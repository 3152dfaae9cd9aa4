import { behindDoor } from '../input/door';
import type { InvalidInputCode } from '../input/errors';
import { refuse } from '../input/refusal';
import { isFiniteNumber } from './input';

/** The doors of a capability's functions: each reads what it was asked, and answers. */

/** Asked for nothing. */
export const askedNothing = <Answer>(name: string, answer: () => Answer) =>
  behindDoor(name, answer);

/** Asked for a probability. */
export const askedProbability = (name: string, answer: (p: number) => number) =>
  behindDoor(name, (p: number) => {
    if (!(isFiniteNumber(p) && p >= 0 && p <= 1)) unfit('p', p, 'a probability from 0 to 1');
    return answer(p);
  });

/** Asked about a quantity. */
export const askedQuantity = (name: string, answer: (t: number) => number) =>
  behindDoor(name, (t: number) => {
    readQuantity('t', t);
    return answer(t);
  });

/** Asked about a quantity, and of what has taken so long already. */
export const askedInterval = <Answer>(
  name: string,
  answer: (t: number, elapsed?: number) => Answer,
) =>
  behindDoor(name, (t: number, elapsed?: number) => {
    readQuantity('t', t);
    if (elapsed !== undefined) readElapsed(elapsed);
    return answer(t, elapsed);
  });

/** Throws unless a capability can be asked about t. */
export function readQuantity(path: string, t: number): void {
  if (!isFiniteNumber(t)) unfit(path, t, 'a finite number');
}

/** Asked for one of n ranks. */
export const askedRank = (name: string, n: number, answer: (rank: number) => number) =>
  behindDoor(name, (rank: number) => {
    const whole = Number.isInteger(rank);
    if (!(whole && rank >= 1 && rank <= n)) {
      const code = whole ? 'out-of-range' : 'wrong-type';
      unfit('rank', rank, `a whole number from 1 to ${n}`, code);
    }
    return answer(rank);
  });

/** Asked for a time that has gone by. */
export const askedElapsed = <Answer>(name: string, answer: (elapsed: number) => Answer) =>
  behindDoor(name, (elapsed: number) => {
    readElapsed(elapsed);
    return answer(elapsed);
  });

function readElapsed(elapsed: number): void {
  if (isFiniteNumber(elapsed) && elapsed >= 0) return;
  refuse('elapsed', elapsed, 'a finite number of at least 0');
}

function unfit(path: string, value: unknown, expected: string, code?: InvalidInputCode): never {
  return refuse(path, value, expected, value === undefined ? 'missing' : code);
}
