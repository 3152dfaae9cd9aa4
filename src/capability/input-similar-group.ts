import { nearMiss } from '../input/near-miss';

const digits = (name: string) => name.replace(/\D/g, '');

/**
 * The known group whose name was probably meant: the same in another spelling or but for a slip of the hand. Numbers
 * are taken at their word, since shop 1 and shop 2 are two.
 */
export function similarGroup(name: string, known: Iterable<string>): string | undefined {
  const number = digits(name);
  const candidates = [...known].filter((other) => digits(other) === number);
  return nearMiss(name, candidates, []);
}
