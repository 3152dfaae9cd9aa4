import { refuse } from '../input/refusal';
import { type CustomerPhrases, englishPhrases, type OwnPhrases } from './customer-phrases';

/** All phrases, the caller's where there are such; what a caller's gives is looked at. */
export function spoken(own: OwnPhrases = {}): CustomerPhrases {
  const phrase = <Name extends keyof CustomerPhrases>(name: Name): CustomerPhrases[Name] => {
    const given = own[name];
    if (given === undefined) return englishPhrases[name];
    const looked = (...texts: unknown[]): string => {
      const said: unknown = Reflect.apply(given, undefined, texts);
      if (typeof said === 'string') return said;
      return refuse(`options.phrases.${name}`, given, 'a function that returns text', 'wrong-type');
    };
    return looked;
  };
  return {
    day: phrase('day'),
    by: phrase('by'),
    between: phrase('between'),
    on: phrase('on'),
    at: phrase('at'),
    thatDay: phrase('thatDay'),
    within: phrase('within'),
    range: phrase('range'),
    early: phrase('early'),
    late: phrase('late'),
    openTime: phrase('openTime'),
    businessDays: phrase('businessDays'),
    atMost: phrase('atMost'),
  };
}
