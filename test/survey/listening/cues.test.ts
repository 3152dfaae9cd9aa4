import fc from 'fast-check';
import { commonNeeds } from 'overdeliver/core';
import { type CueLexicon, eightNames, englishCues, findCues } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { holds } from '../../core/seeded';

const found = (text: string, lexicon = englishCues) =>
  findCues(text, lexicon).matches.map(({ kind, name, text: piece }) => `${kind} ${name}: ${piece}`);

describe('the English lexicon', () => {
  it('speaks of the eight needs and the eight expectations', () => {
    expect(Object.keys(englishCues.needs ?? {})).toEqual(commonNeeds);
    expect(Object.keys(englishCues.expectations ?? {})).toEqual(eightNames);
  });

  it.each([
    ['I am worried about the brakes.', 'need safety: worried'],
    ["We're IN A HURRY", 'need savingTime: IN A HURRY'],
    ['Could I get a discount?', 'need financialBenefit: discount'],
    ['You promised.', 'expectation trust: promised'],
    ['Let me know when it leaves', 'expectation information: Let me know'],
  ])('%s', (text, cue) => expect(found(text)).toEqual([cue]));

  it('finds nothing in nothing, and says so', () => {
    const none = { matches: [], leadingNeed: null };
    expect(findCues('', englishCues)).toEqual(none);
    expect(findCues('The parcel is blue.', englishCues)).toEqual(none);
  });
});

describe('a long text', () => {
  const pieces = {
    English: "It isn't safe, and 3.5 is too fast; e.g. a well-known budget! ",
    German: 'Nicht sicher, aber schnell: die Preis-Überraschung. ',
    Chinese: '我希望安全，价格便宜。请尽快！',
    Thai: 'ปลอดภัย ราคาถูก ',
    emoji: '👩‍👩‍👧 safe 🇩🇪🇫🇷🇩🇪 fast ',
    'no space': 'safe,fast,',
    'one word': 'safe',
  };
  // The engine's own words of the whole text, at a length at which that still takes no time.
  it.each(Object.entries(pieces))('has the words that it has in whole: %s', (_, piece) => {
    for (const locale of ['en', 'th', 'zh']) {
      const text = piece.repeat(Math.ceil(4000 / piece.length));
      const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ index, segment }) => [index, segment]);
      const folded = [...new Set(words.map(([, word]) => String(word)))];
      const { matches } = findCues(text, { locale, needs: { any: folded } });
      const singles = words.filter(([, word]) => folded.includes(String(word)));
      expect(matches.map(({ start, text }) => [start, text])).toEqual(singles);
    }
  });

  it('takes a moment, be it full of cues and negations', () => {
    const text = 'it is not safe, quick and cheap. '.repeat(3000);
    const { matches, leadingNeed } = findCues(text, englishCues);
    expect(matches).toHaveLength(9000);
    expect(matches.filter(({ negatedBy }) => negatedBy)).toHaveLength(3000);
    expect(leadingNeed).toBeNull();
  });
});

describe('a match', () => {
  it('is of whole words, unless the phrase ends in a star', () => {
    const lexicon = { locale: 'en', needs: { a: ['fit', 'san*'] } };
    expect(found('benefit fit fitted Sand san thousand', lexicon)).toEqual([
      'need a: fit',
      'need a: Sand',
      'need a: san',
    ]);
  });

  it('of several phrases for one thing at one place is the longest', () => {
    const lexicon = { locale: 'en', needs: { a: ['b c', 'b', 'a b', 'c d'] } };
    expect(found('a b c d b', lexicon)).toEqual(['need a: a b', 'need a: c d', 'need a: b']);
    const later = { locale: 'en', needs: { a: ['a', 'a b', 'b c d'] } };
    expect(found('a b c d', later)).toEqual(['need a: a', 'need a: b c d']);
    const longer = { locale: 'en', needs: { a: ['a b', 'b c d'] } };
    expect(found('a b c d', longer)).toEqual(['need a: b c d']);
  });

  it('does not begin where the text ends before the phrase', () => {
    expect(found('safe to', { locale: 'en', needs: { a: ['to b*', 'to be'] } })).toEqual([]);
  });

  it('is turned round by a negation shortly before it', () => {
    const negated = (text: string, negationReach?: number) =>
      findCues(text, englishCues, { negationReach }).matches.map(
        ({ negatedBy }) => negatedBy?.text,
      );
    expect(negated('It is not safe')).toEqual(['not']);
    expect(negated('It isn’t at all safe')).toEqual(['isn’t']);
    expect(negated('I did not say that it was safe')).toEqual([undefined]);
    expect(negated('I did not say that it was safe', 5)).toEqual(['not']);
    expect(negated('It is not safe', 0)).toEqual([undefined]);
    expect(negated('safe, not expensive')).toEqual([undefined]);
    expect(negated('Not that, safe')).toEqual([undefined]);
    expect(negated('Not, safe')).toEqual([undefined]);
    // A negation within the phrase is none.
    expect(negated('no hassle')).toEqual([undefined]);
  });

  it('is turned round by the negation that stands next before it, however long that is', () => {
    const lexicon = { locale: 'en', needs: { a: ['x', 'y'] }, negations: ['not', 'by no means'] };
    const negations = findCues('not x, but y, by no means y', lexicon).matches.map(
      ({ text, negatedBy }) => [text, negatedBy?.text],
    );
    expect(negations).toEqual([
      ['x', 'not'],
      ['y', undefined],
      ['y', 'by no means'],
    ]);
  });

  it('counts for the leading need unless negated; a tie leads nowhere', () => {
    const leading = (text: string) => findCues(text, englishCues).leadingNeed;
    expect(leading('safe and cheap and secure')).toBe('safety');
    expect(leading('cheap and safe and secure')).toBe('safety');
    expect(leading('safe and cheap')).toBeNull();
    expect(leading('not safe, not secure, but cheap')).toBe('financialBenefit');
    expect(leading('I trust you')).toBeNull();
  });
});

describe('other languages', () => {
  it('has words told apart without spaces', () => {
    const japanese: CueLexicon = { locale: 'ja', needs: { safety: ['安全'] } };
    const [match] = findCues('この車は安全ですか', japanese).matches;
    expect(match).toMatchObject({ name: 'safety', text: '安全', start: 4, end: 6 });
  });

  it('takes letters for the same however they are written', () => {
    const german: CueLexicon = { locale: 'de', needs: { safety: ['zuverlässig*'] } };
    const [match] = findCues('ZUVERLA\u0308SSIGE Leute', german).matches;
    expect(match).toMatchObject({ start: 0, end: 13, phrase: 'zuverlässig*' });
  });
});

it('shows the very piece of the text, in order, whatever the text', () => {
  const words = fc.constantFrom(
    'safe',
    'not',
    'Cheap',
    'é',
    '安全',
    'in a hurry',
    "don't",
    '😀',
    'trust',
  );
  const text = fc
    .array(fc.tuple(words, fc.constantFrom(' ', '  ', ', ', '\n')))
    .map((parts) => parts.flat().join(''));
  holds(
    fc.property(text, (given) => {
      const { matches, leadingNeed } = findCues(given, englishCues);
      matches.forEach(({ start, end, text: piece, negatedBy }, i) => {
        expect(given.slice(start, end)).toBe(piece);
        expect(start).toBeGreaterThanOrEqual(matches[i - 1]?.start ?? 0);
        if (negatedBy) {
          expect(given.slice(negatedBy.start, negatedBy.end)).toBe(negatedBy.text);
          expect(negatedBy.end).toBeLessThanOrEqual(start);
        }
      });
      const needs = matches.filter((one) => one.kind === 'need' && !one.negatedBy);
      if (leadingNeed !== null) expect(needs.map(({ name }) => name)).toContain(leadingNeed);
    }),
  );
});

it.each([
  [5, englishCues, 'wrong-type', 'text'],
  ['', { locale: '??' }, 'unknown-name', 'lexicon.locale'],
  ['', { locale: 'en', needs: { a: ['b', '!'] } }, 'out-of-range', 'lexicon.needs.a[1]'],
  ['', { locale: 'en', expectations: { a: [''] } }, 'out-of-range', 'lexicon.expectations.a[0]'],
  ['', { locale: 'en', negations: ['*'] }, 'out-of-range', 'lexicon.negations[0]'],
  ['', { locale: 'en', needs: { a: 'b' } }, 'wrong-type', 'lexicon.needs.a'],
  ['', { needs: {} }, 'missing', 'lexicon.locale'],
])('refuses %j with %o', (text, lexicon, code, path) => {
  const call = () => findCues(text as string, lexicon as CueLexicon);
  expect(refusal(call)).toMatchObject({ function: 'findCues', code, path });
});

it('refuses a reach off its range', () => {
  expect(refusal(() => findCues('', englishCues, { negationReach: -1 })).path).toBe(
    'options.negationReach',
  );
});
