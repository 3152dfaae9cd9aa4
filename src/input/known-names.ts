import { composed, folded, nearMiss } from './near-miss';

/** Words that mean a known name, in small letters and without what joins them. */
export interface OtherNames {
  readonly words: Readonly<Record<string, string>>;
  /** Other known names that say what such a word would, where they have a value. */
  readonly beside?: readonly string[];
  /** Whether a value says what the known name would; any does unless given. */
  readonly says?: (value: unknown) => boolean;
}

/** The name that a word means. */
export function wordFor(other: OtherNames | undefined, name: string): string | undefined {
  const word = folded(name);
  return other && Object.hasOwn(other.words, word) ? other.words[word] : undefined;
}

/** Names in words; that first which an unknown one probably means, of those that are not given already. */
export function knownNames(
  known: readonly string[],
  unknown: string,
  given: readonly string[] = [],
  other?: OtherNames,
): string {
  const free = known.filter((name) => !given.includes(name));
  const meant = wordFor(other, unknown) ?? nearMiss(unknown, free, []);
  if (meant === undefined) return `one of ${known.join(', ')}`;
  const others = known.filter((name) => name !== meant).join(', ');
  return others === '' ? meant : `${meant}, or one of ${others}`;
}

/**
 * What to do where a name is known but for what is not seen, as a byte order mark before the first header of a file or an
 * umlaut in two characters; else nothing.
 */
export function unseenAround(known: readonly string[], name: string): string {
  const others = known.filter((one) => one !== name);
  if (others.some((one) => one.trim() === name.trim()))
    return 'spaces or a byte order mark stand around it there: trim headers where the file is read';
  return others.some((one) => composed(one).trim() === composed(name).trim())
    ? 'it looks the same there, of other characters: normalize() headers where the file is read'
    : '';
}
