import { recordFor } from '../core/record-for';
import { refuse } from '../input/refusal';
import { type CustomerPhrases, englishPhrases, type Phrase, phraseNames } from './customer-phrases';

/** All phrases, the caller's where there are such; what a caller's gives is looked at. */
export function spoken(
  own: { readonly [Name in keyof CustomerPhrases]?: Phrase | undefined } = {},
): CustomerPhrases {
  const phrase = (name: keyof CustomerPhrases): Phrase => {
    const given = own[name];
    if (given === undefined) return englishPhrases[name];
    return (...texts: unknown[]): string => {
      const said: unknown = Reflect.apply(given, undefined, texts);
      if (typeof said === 'string') return said;
      return refuse(`options.phrases.${name}`, given, 'a function that returns text', 'wrong-type');
    };
  };
  return recordFor(phraseNames, phrase) as CustomerPhrases;
}
