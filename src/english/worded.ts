import { refuse } from '../input/refusal';
import type { PhraseCode } from './codes';
import { inCases } from './figures';
import { type CodedRead, readFigure } from './input';
import { phrases } from './phrases';

/** The phrase of a code with its figures filled in; a code without one as it is. The path is that of what was given. */
export function worded(
  { code, figures, place }: CodedRead,
  path: string,
  unit = typeof figures.unit === 'string' ? figures.unit : undefined,
): string {
  const pathOf = (name: string) => [path, place, name].filter((part) => part !== '').join('.');
  const figure = (name: string, as: string) => readFigure(pathOf(name), figures[name], as);
  if (!Object.hasOwn(phrases, code)) {
    const all = Object.keys(figures).map((name) => `${name} ${figure(name, '!')}`);
    return all.length === 0 ? code : `${code} (${all.join(', ')})`;
  }
  const whole = phrases[code as PhraseCode].replace(
    /\[([^[\]]*\{(\w+)[-%$!]?\}[^[\]]*)\]/g,
    (_, part: string, name: string) => (Object.hasOwn(figures, name) ? part : ''),
  );
  const phrase = inCases(whole, unit);
  return phrase.replace(/\{(\w+)([-%$!]?)\}/g, (_, name: string, as: string) => {
    if (Object.hasOwn(figures, name)) return figure(name, as);
    return refuse(pathOf(name), undefined, `a figure, for ${code} names it`, 'missing');
  });
}
