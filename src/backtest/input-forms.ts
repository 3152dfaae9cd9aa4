import { epochOf } from '../input/date';
import { type DateOrder, numbersOf } from '../input/written-date';
import { isLocal } from './input-cells';

/** What the dates of a table tell about how they are written. */
export interface DatesSeen {
  /** Some have no offset. */
  local: boolean;
  /** Some are three numbers, whose order matters. */
  numbers: boolean;
  /** Some have a year of two digits. */
  shortYears: boolean;
  /** What all that tell anything tell. */
  order: DateOrder | null;
}

export function datesSeen(texts: Iterable<string>): DatesSeen {
  const seen = { local: false, numbers: false, shortYears: false };
  const orders = new Set<DateOrder>();
  let yearLast = false;
  for (const text of texts) {
    if (text === '' || !Number.isNaN(epochOf(text))) continue;
    const parts = numbersOf(text);
    if (isLocal(text)) seen.local = true;
    // A year first with hyphens and all its digits is ISO 8601.
    if (parts === undefined || /^\d{4}-\d\d-\d\d/.test(text)) continue;
    seen.numbers = true;
    const [first, second, last] = parts;
    if (first.length < 3 && last.length < 3) seen.shortYears = true;
    if (first.length > 2 || Number(first) > 31) orders.add('year-first');
    // With hyphens and two digits, the year may come first or last.
    else if (last.length < 3 && text.includes('-', first.length) && Number(last) <= 31) continue;
    else {
      yearLast = true;
      if (Number(first) > 12) orders.add('day-first');
      if (Number(second) > 12) orders.add('month-first');
    }
  }
  const [order = null] = orders;
  const isOne = orders.size === 1 && !(order === 'year-first' && yearLast);
  return { ...seen, order: isOne ? order : null };
}

/** What the numbers of a table tell about how they are written. */
export interface NumbersSeen {
  /** Some have a point, a comma or thousands set off. */
  signs: boolean;
  /** Whether decimals come after a comma, as all that tell anything tell. */
  comma: boolean | null;
}

export function numbersSeen(texts: Iterable<string>): NumbersSeen {
  let signs = false;
  const commas = new Set<boolean>();
  for (const text of texts) {
    if (!/^[-+]?[\d.,\s'’]+$/.test(text) || !/\d/.test(text) || !/[.,\s'’]/.test(text)) continue;
    signs = true;
    const found = tells(text);
    if (found !== null) commas.add(found);
  }
  const [comma = null] = commas;
  return { signs, comma: commas.size === 1 ? comma : null };
}

/** Whether a number's decimals come after a comma; null for one such as 1,250, which may be either. */
function tells(text: string): boolean | null {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma < 0 && point < 0) return null;
  if (comma >= 0 && point >= 0) return comma > point;
  const sign = comma >= 0 ? ',' : '.';
  const [whole = '', rest = '', ...more] = text.replace(/^[-+]/, '').split(sign);
  // Thousands are set off again and again, decimals once.
  if (more.length > 0) return sign !== ',';
  const isGroup = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return isGroup ? null : sign === ',';
}
