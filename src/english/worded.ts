import { refuse } from '../input/refusal';
import type { PhraseCode } from './codes';
import { shown } from './figures';
import type { CodedRead } from './input';
import { phrases } from './phrases';

/** The phrase of a code with its figures filled in; a code without one as it is. The path is that of what was given. */
export function worded({ code, figures, place }: CodedRead, path: string): string {
  if (!Object.hasOwn(phrases, code)) return [code, ...listed(figures)].join(' ');
  const phrase = phrases[code as PhraseCode].replace(/\[(.*\{(\w+)\}.*)\]/, (_, part, name) =>
    Object.hasOwn(figures, name) ? part : '',
  );
  return phrase.replace(/\{(\w+)([-%$!]?)\}/g, (_, name: string, as: string) => {
    if (Object.hasOwn(figures, name)) return shown(figures[name], as);
    const missing = [path, place, name].filter((part) => part !== '').join('.');
    return refuse(missing, undefined, `a figure, for ${code} names it`, 'missing');
  });
}

function listed(figures: Readonly<Record<string, unknown>>): string[] {
  const pairs = Object.entries(figures).map(([name, value]) => `${name} ${shown(value, '!')}`);
  return pairs.length === 0 ? [] : [`(${pairs.join(', ')})`];
}
