import { nearMiss } from '../input/near-miss';

const digits = (name: string) => name.replace(/\D/g, '');

/** Words of a letter or two, such as the A of hall A. */
const initials = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(({ length }) => length > 0 && length <= 2);

/** Whether names have other such words, as many of them: not where one of them is joined to the next word. */
function haveOtherInitials(name: string, other: string): boolean {
  const [ours, theirs] = [initials(name), initials(other)];
  return ours.length === theirs.length && ours.some((word, i) => word !== theirs[i]);
}

/**
 * The known group whose name was probably meant: the same in another spelling or but for a slip of the hand. Numbers
 * and words of a letter or two are taken at their word, since shop 1 and shop 2 are two, as hall A and hall B are.
 */
export function similarGroup(name: string, known: Iterable<string>): string | undefined {
  const number = digits(name);
  const candidates = [...known].filter(
    (other) => digits(other) === number && !haveOtherInitials(name, other),
  );
  return nearMiss(name, candidates, []);
}
