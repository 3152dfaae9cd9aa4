import { refuse } from '../input/refusal';
import type { PhraseCode } from './codes';
import { amount, around, inCases } from './figures';
import { type CodedRead, readFigure } from './input';
import { phrases } from './phrases';

/** The phrase of a code with its figures filled in; a code without one as it is. The path is that of what was given. */
export function worded(
  { code, figures, place }: CodedRead,
  path: string,
  unit = typeof figures.unit === 'string' ? figures.unit : undefined,
): string {
  const said = unit === undefined ? figures : { unit, ...figures };
  const pathOf = (name: string) => [path, place, name].filter((part) => part !== '').join('.');
  const figure = (name: string, as: string, others: readonly unknown[] = []) =>
    readFigure(pathOf(name), said[name], as, others);
  if (!Object.hasOwn(phrases, code)) {
    const all = Object.keys(figures).map((name) => `${name} ${figure(name, '!')}`);
    return all.length === 0 ? code : `${code} (${all.join(', ')})`;
  }
  const whole = phrases[code as PhraseCode].replace(
    /\[([^[\]]*\{(\w+)[-%$!]?\}[^[\]]*)\]/g,
    (_, part: string, name: string) => (Object.hasOwn(said, name) ? part : ''),
  );
  const phrase = inCases(whole, unit);
  // Shares beside shares, amounts beside amounts: what differs reads differently.
  const places = Array.from(phrase.matchAll(/\{(\w+)([-%$!]?)\}/g), ([, name = '', as = '']) => ({
    name,
    isShare: as === '%',
  }));
  const others = (as: string) =>
    places.flatMap(({ name, isShare }) => (isShare === (as === '%') ? [figures[name]] : []));
  const filled = (name: string, as: string): string =>
    Object.hasOwn(said, name)
      ? figure(name, as, others(as))
      : refuse(
          pathOf(name),
          undefined,
          `a figure of ${code}, in its detail or beside it`,
          'missing',
        );
  return phrase.replace(
    /\{(\w+)([-%$!]?)\}(?: (\{unit\}|[a-z]+s\b)( in all)?)?/g,
    (_, name: string, as: string, noun?: string, inAll = '') => {
      const said = filled(name, as);
      if (noun === undefined) return said;
      const [value, of] = [figures[name], noun === '{unit}' ? filled('unit', '') : noun];
      if (typeof value !== 'number') return `${said} ${of}${inAll}`;
      // A promise around an appointment does not count from now on.
      if (as === '!' && figures.deviations) {
        return `${around(value, of, as)} the agreed time`;
      }
      return `${amount(said, of)}${inAll}`;
    },
  );
}
