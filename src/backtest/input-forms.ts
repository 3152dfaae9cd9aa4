import { isIsoLocal } from '../input/local-time';
import { type DateOrder, numbersOf } from '../input/written-date';
import { isLocal, numberForms } from './input-cells';

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
    if (isLocal(text)) seen.local = true;
    const parts = numbersOf(text);
    if (parts === undefined || isIsoLocal(text)) continue;
    seen.numbers = true;
    // A month has 31 days at most, a year 12 months.
    const [first, second, last] = parts;
    if (first.length < 3 && last.length < 3) seen.shortYears = true;
    if (Number(first) > 31) orders.add('year-first');
    // With hyphens and two digits, the year may come first or last.
    else if (text.includes('-') && Number(last) <= 31) continue;
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
    const { point, comma } = numberForms(text);
    // One such as 1,250 may be either.
    if (point !== comma) commas.add(comma);
    if ((point || comma) && /[.,\s'’]/.test(text)) signs = true;
  }
  const [comma = null] = commas;
  return { signs, comma: commas.size === 1 ? comma : null };
}
