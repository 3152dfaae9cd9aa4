import { nearMiss } from './near-miss';

/** Names in words; that first which an unknown one probably means, of those that are not given already. */
export function knownNames(
  known: readonly string[],
  unknown: string,
  given: readonly string[] = [],
): string {
  const free = known.filter((name) => !given.includes(name));
  const meant = nearMiss(unknown, free, []);
  if (meant === undefined) return `one of ${known.join(', ')}`;
  const others = known.filter((name) => name !== meant).join(', ');
  return others === '' ? meant : `${meant}, or one of ${others}`;
}
