import { refuse } from '../../input/refusal';

/** A word of a text. */
export interface Word {
  /** As words are compared. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Splits texts of a language into words; its marks and spaces are left out. */
export function wordsIn(path: string, locale: string): (text: string) => readonly Word[] {
  try {
    // The locale comes in with the lexicon, the host's own plays no part.
    // biome-ignore lint/style/noRestrictedGlobals: the locale is named
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    return (text) => wordsBy((part) => segmenter.segment(part), text);
  } catch {
    return refuse(path, locale, 'a locale such as en', 'unknown-name');
  }
}

/** How much of a text is split at once. */
const stretch = 1000;
/** How near its end a word may look other than in the whole text. */
const unsettled = 100;

/** The words of a text, split a stretch at a time: engines take as long for each word as the text they split is. */
function wordsBy(
  split: (part: string) => Iterable<{ segment: string; index: number; isWordLike?: boolean }>,
  text: string,
): readonly Word[] {
  const words: Word[] = [];
  let length = stretch;
  for (let from = 0; from < text.length; ) {
    const settled = from + length < text.length ? length - unsettled : length;
    let done = 0;
    for (const { segment, index, isWordLike } of split(text.slice(from, from + length))) {
      const end = index + segment.length;
      if (end > settled) break;
      if (isWordLike) words.push({ folded: fold(segment), start: from + index, end: from + end });
      done = end;
    }
    from += done;
    // One word as long as all of it needs more.
    length = done === 0 ? 2 * length : stretch;
  }
  return words;
}

/** One form for words that differ in case or in how their letters are encoded. */
function fold(word: string): string {
  return word.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}
