import { nearMiss } from './near-miss';

/** Words that mean a known name. */
export type OtherNames = Readonly<Record<string, string>>;

/** Names in words; that first which an unknown one probably means, of those that are not given already. */
export function knownNames(
  known: readonly string[],
  unknown: string,
  given: readonly string[] = [],
  other: OtherNames = {},
): string {
  const free = known.filter((name) => !given.includes(name));
  const meant = Object.hasOwn(other, unknown) ? other[unknown] : nearMiss(unknown, free, []);
  if (meant === undefined) return `one of ${known.join(', ')}`;
  const others = known.filter((name) => name !== meant).join(', ');
  return others === '' ? meant : `${meant}, or one of ${others}`;
}
