import type { Need } from '../../core/needs';
import { door } from '../../input/door';
import { read } from '../../input/read';
import { refuse } from '../../input/refusal';
import { countUpTo } from '../../numerics/sorted';
import { lexiconSchema, optionsSchema, textSchema } from './input';
import { type Word, wordsIn } from './words';

/** Phrases by what they point to. A word that ends in * matches whatever begins so. */
type CuePhrases = Readonly<Record<string, readonly string[]>>;

/** The cues of one language. */
export interface CueLexicon {
  /** Such as `en`: says where words end. */
  readonly locale: string;
  /** By need: one of `commonNeeds`, or any other. */
  readonly needs?: CuePhrases | undefined;
  /** By expectation: one of the `eightExpectations`, or any other. */
  readonly expectations?: CuePhrases | undefined;
  /** Phrases that turn a cue round when they stand shortly before it, such as `not`. */
  readonly negations?: readonly string[] | undefined;
}

/**
 * A piece of a text: `text.slice(start, end)`.
 *
 * @inline
 */
interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A cue, and where it was found. */
export interface CueMatch extends TextSpan {
  /** Whether it tells of a need or of an expectation. */
  readonly kind: 'need' | 'expectation';
  /** The need or the expectation that it points to. */
  readonly name: string;
  /** The phrase as the lexicon has it. */
  readonly phrase: string;
  /** The negation before it; null without one. */
  readonly negatedBy: TextSpan | null;
}

/** What a text says about needs and expectations. */
export interface CueFindings {
  /** In the order of the text. */
  readonly matches: readonly CueMatch[];
  /** The need with most matches, negated ones aside; null for a tie or no match: too little to go by. */
  readonly leadingNeed: Need | null;
}

/** No negation reaches over one. */
const clauseMark = /[.,;:!?。、，；：！？]/g;

/**
 * Finds cues to needs and expectations in a customer's own words, and says what matched where. Words are told
 * apart as their language does, in any case; of two cues to one thing at one place the longer one counts.
 *
 * It recognises words and does not understand them: read the matches before acting on them.
 *
 * @param options `negationReach`: how many words before a cue a negation in the same clause still turns it round; the
 *   parameter `negationReach` unless given
 * @param text what somebody wrote
 * @throws InvalidInputError `unknown-name` for a locale that is none, `out-of-range` for a phrase without a word
 * @example
 * ```ts
 * import { englishCues, findCues } from 'overdeliver/survey';
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
  return door('findCues', () => {
    const said = read(textSchema, text, 'text');
    const cues = read(lexiconSchema, lexicon, 'lexicon');
    return cuesIn(said, cues, read(optionsSchema, options, 'options').negationReach);
  });
}

function cuesIn(
  text: string,
  { locale, needs, expectations, negations = [] }: CueLexicon,
  reach: number,
): CueFindings {
  const wordsOf = wordsIn('lexicon.locale', locale);
  const words = wordsOf(text);
  /** Every place where one of some phrases stands, no two over each other. */
  const find = (some: readonly string[], path: string): readonly Hit[] =>
    longest(
      some.flatMap((phrase, i) => {
        const pattern = wordsOf(phrase).map(({ folded, end }) => ({
          folded,
          open: phrase[end] === '*',
        }));
        if (pattern.length === 0) {
          refuse(`${path}[${i}]`, phrase, 'a phrase with a word', 'out-of-range');
        }
        return hitsOf(pattern, words).map((from) => ({
          from,
          to: from + pattern.length,
          phrase,
        }));
      }),
      words.length,
    );
  const span = ({ from, to }: Hit): TextSpan => {
    const start = (words[from] as Word).start;
    const end = (words[to - 1] as Word).end;
    return { start, end, text: text.slice(start, end) };
  };
  const nots = find(negations, 'lexicon.negations');
  const notEnds = Float64Array.from(nots, ({ to }) => to);
  const marks = Float64Array.from(text.matchAll(clauseMark), ({ index }) => index);
  const matches = Object.entries({ needs, expectations }).flatMap(([group, phrases = {}]) =>
    Object.entries(phrases).flatMap(([name, some]) =>
      find(some, `lexicon.${group}.${name}`).map((hit): CueMatch => {
        const own = span(hit);
        const before = nots[countUpTo(notEnds, hit.from) - 1];
        const not = before && before.to > hit.from - reach ? span(before) : null;
        const isSame = not && countUpTo(marks, not.end - 1) === countUpTo(marks, own.start - 1);
        return {
          kind: group === 'needs' ? 'need' : 'expectation',
          name,
          phrase: hit.phrase,
          ...own,
          negatedBy: isSame ? not : null,
        };
      }),
    ),
  );
  matches.sort((a, b) => a.start - b.start);
  return { matches, leadingNeed: leading(matches) };
}

interface Hit {
  /** The first word, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
}

type Pattern = readonly { readonly folded: string; readonly open: boolean }[];

/** The words at which a phrase begins. */
function hitsOf(pattern: Pattern, words: readonly Word[]): readonly number[] {
  const begins = (from: number) =>
    pattern.every(({ folded, open }, i) => {
      const word = words[from + i]?.folded;
      return open ? word?.startsWith(folded) : word === folded;
    });
  const hits: number[] = [];
  for (let from = 0; from < words.length; from++) if (begins(from)) hits.push(from);
  return hits;
}

/** The hits that do not overlap a longer one, or an earlier one of the same length; in order. */
function longest(hits: readonly Hit[], words: number): readonly Hit[] {
  const kept: Hit[] = [];
  const taken = new Uint8Array(words);
  const length = ({ from, to }: Hit) => to - from;
  for (const hit of [...hits].sort((a, b) => length(b) - length(a) || a.from - b.from)) {
    // What is kept already is as long at least, so it takes one of the ends of what it overlaps.
    if (taken[hit.from] === 1 || taken[hit.to - 1] === 1) continue;
    taken.fill(1, hit.from, hit.to);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function leading(matches: readonly CueMatch[]): Need | null {
  const counts = new Map<string, number>();
  for (const { kind, name, negatedBy } of matches) {
    if (kind === 'need' && !negatedBy) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : null;
}
