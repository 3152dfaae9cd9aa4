import * as z from 'zod/mini';
import { check } from '../core/check';
import type { Need } from '../core/needs';
import { refuse } from '../core/refuse';
import { optionFor } from '../core/schemas';
import type { EightExpectation } from './eight-expectations';
import { idSchema } from './instrument';
import { surveyDefaults } from './parameters';

/** What a cue points to. */
export type CueTarget =
  | { readonly kind: 'need'; readonly name: Need }
  | { readonly kind: 'expectation'; readonly name: EightExpectation | (string & {}) };

/** Phrases that point to one thing. */
export type CueEntry = CueTarget & {
  /** Words that follow each other; a word that ends in * matches whatever begins so. */
  readonly phrases: readonly string[];
};

/** The cues of one language. */
export interface CueLexicon {
  /** Such as `en`: says where words end. */
  readonly locale: string;
  readonly cues: readonly CueEntry[];
  /** Words that turn a cue round when they stand shortly before it, such as `not`. */
  readonly negations?: readonly string[] | undefined;
}

/** A piece of a text: `text.slice(start, end)`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A cue, and where it was found. */
export interface CueMatch extends TextSpan {
  readonly cue: CueTarget;
  /** The phrase as the lexicon has it. */
  readonly phrase: string;
  /** The negation before it; null without one. */
  readonly negatedBy: TextSpan | null;
}

/** How often something was pointed to. */
export interface CueCount {
  readonly cue: CueTarget;
  /** Indices into `matches`, negated ones aside. */
  readonly matches: readonly number[];
}

/** What a text says about needs and expectations. */
export interface CueFindings {
  /** In the order of the text. */
  readonly matches: readonly CueMatch[];
  /** Most often first; nothing here without a match. */
  readonly counts: readonly CueCount[];
  /** The need pointed to most often; null for a tie or no match: too little to go by. */
  readonly leadingNeed: Need | null;
}

const { negationReach } = surveyDefaults.parameters;
const phrases = z.array(idSchema);
const lexiconSchema = z.strictObject({
  locale: z.string(),
  cues: z.array(
    z.strictObject({
      kind: z.enum(['need', 'expectation']),
      name: idSchema,
      phrases: phrases.check(z.minLength(1, 'at least one phrase')),
    }),
  ),
  negations: z.optional(phrases),
});
const schema = z.strictObject({ negationReach: optionFor(negationReach) });

/**
 * Finds cues to needs and expectations in a customer's own words (D35), and says what matched where. Words are told
 * apart as their language does, in any case; of two cues for one thing at one place the longer one counts.
 *
 * It recognises words and does not understand them: read the matches before acting on the counts.
 *
 * @param options `negationReach`: how many words before a cue a negation still turns it round; the parameter
 *   `negationReach` unless given
 * @throws InvalidInputError `unknown-name` for a locale that is none, `out-of-range` for a phrase without a word
 * @example
 * ```ts
 * import { englishCues, findCues } from 'overdeliver';
 *
 * const { matches, leadingNeed } = findCues('Is it safe? I am not in a hurry.', englishCues);
 * matches.map(({ text, start, negatedBy }) => [text, start, negatedBy?.text]);
 * // => [['safe', 6, undefined], ['in a hurry', 21, 'not']]
 * leadingNeed; // => 'safety'
 * ```
 */
export function findCues(
  text: string,
  lexicon: CueLexicon,
  options: { readonly negationReach?: number | undefined } = {},
): CueFindings {
  const fn = 'findCues';
  check(fn, z.string(), text, 'text');
  check(fn, lexiconSchema, lexicon, 'lexicon');
  check(fn, schema, options, 'options');
  const wordsOf = wordsIn(fn, lexicon.locale);
  const words = wordsOf(text);
  const reach = options.negationReach ?? negationReach.value;
  const ofPhrase = (phrase: string, path: string) => {
    const own = wordsOf(phrase).map(({ folded, end }) => ({ folded, open: phrase[end] === '*' }));
    return own.length > 0 ? own : refuse(fn, path, phrase, 'a phrase with a word', 'out-of-range');
  };
  const matchesAt = (pattern: Pattern, from: number) =>
    pattern.every(({ folded, open }, i) => {
      const word = words[from + i]?.folded;
      return open ? word?.startsWith(folded) : word === folded;
    });
  const span = (from: number, length: number): TextSpan => {
    const start = (words[from] as Word).start;
    const end = (words[from + length - 1] as Word).end;
    return { start, end, text: text.slice(start, end) };
  };
  const negations = (lexicon.negations ?? []).map((negation, i) =>
    ofPhrase(negation, `lexicon.negations[${i}]`),
  );
  const negationBefore = (from: number): TextSpan | null => {
    for (let at = from - 1; at >= Math.max(0, from - reach); at--) {
      const found = negations.find((one) => at + one.length <= from && matchesAt(one, at));
      if (found) return span(at, found.length);
    }
    return null;
  };
  const all = lexicon.cues.flatMap(({ kind, name, phrases }, i) =>
    longest(
      phrases.flatMap((phrase, j) => {
        const pattern = ofPhrase(phrase, `lexicon.cues[${i}].phrases[${j}]`);
        return words.flatMap((_, from) =>
          matchesAt(pattern, from) ? [{ from, phrase, length: pattern.length }] : [],
        );
      }),
    ).map(({ from, phrase, length }) => ({
      cue: { kind, name } as CueTarget,
      phrase,
      ...span(from, length),
      negatedBy: negationBefore(from),
    })),
  );
  const matches = all.sort((a, b) => a.start - b.start);
  return { matches, ...summary(matches) };
}

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

type Pattern = readonly { readonly folded: string; readonly open: boolean }[];

interface Hit {
  readonly from: number;
  readonly length: number;
  readonly phrase: string;
}

/** The hits that do not overlap a longer one, or an earlier one of the same length. */
function longest(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => b.length - a.length || a.from - b.from)) {
    const free = kept.every(
      ({ from, length }) => hit.from >= from + length || from >= hit.from + hit.length,
    );
    if (free) kept.push(hit);
  }
  return kept;
}

function wordsIn(fn: string, locale: string): (text: string) => readonly Word[] {
  try {
    // The locale comes in with the lexicon, the host's own plays no part.
    // biome-ignore lint/style/noRestrictedGlobals: the locale is named
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    return (text) =>
      [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
        isWordLike ? [{ folded: fold(segment), start: index, end: index + segment.length }] : [],
      );
  } catch {
    return refuse(fn, 'lexicon.locale', locale, 'a locale such as en', 'unknown-name');
  }
}

/** One form for words that differ in case or in how their letters are encoded. */
function fold(word: string): string {
  return word.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}

function summary(matches: readonly CueMatch[]): Omit<CueFindings, 'matches'> {
  const groups = new Map<string, { cue: CueTarget; matches: number[] }>();
  matches.forEach(({ cue, negatedBy }, i) => {
    if (negatedBy) return;
    const key = `${cue.kind} ${cue.name}`;
    const group = groups.get(key);
    if (group) group.matches.push(i);
    else groups.set(key, { cue, matches: [i] });
  });
  const counts = [...groups.values()].sort((a, b) => b.matches.length - a.matches.length);
  const [first, second] = counts.filter(({ cue }) => cue.kind === 'need');
  const leads = first && first.matches.length > (second?.matches.length ?? 0);
  return { counts, leadingNeed: leads ? first.cue.name : null };
}
