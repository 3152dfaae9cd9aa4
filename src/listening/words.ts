import { refuse } from '../core/refuse';

/** A word of a text. */
export interface Word {
  /** As words are compared. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Splits texts of a language into words; its marks and spaces are left out. */
export function wordsIn(
  fn: string,
  path: string,
  locale: string,
): (text: string) => readonly Word[] {
  try {
    // The locale comes in with the lexicon, the host's own plays no part.
    // biome-ignore lint/style/noRestrictedGlobals: the locale is named
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    return (text) =>
      [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
        isWordLike ? [{ folded: fold(segment), start: index, end: index + segment.length }] : [],
      );
  } catch {
    return refuse(fn, path, locale, 'a locale such as en', 'unknown-name');
  }
}

/** One form for words that differ in case or in how their letters are encoded. */
function fold(word: string): string {
  return word.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}
