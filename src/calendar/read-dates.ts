import { refuse } from '../input/refusal';
import type { ByDay } from './by-day';
import { readDates } from './read-times';

/** What a calendar says of a date or a range of them. */
export interface Entry<T> {
  readonly path: string;
  readonly text: string;
  readonly item: T;
}

/**
 * What each date has: a single date goes before a range. Refuses two entries about one date, unless they agree; the
 * later one is at fault.
 */
export function readEntries<T>(
  entries: readonly Entry<T>[],
  agree: (one: T, other: T) => boolean,
  expected: (before: T, item: T) => string,
): Pick<ByDay<T>, 'yearly' | 'dates'> {
  const read = { yearly: new Map<number, T>(), dates: new Map<number, T>() };
  const all = entries.map((entry) => ({ ...entry, ...readDates(entry.path, entry.text) }));
  for (const ranges of [true, false]) {
    const own = { yearly: new Map<number, T>(), dates: new Map<number, T>() };
    for (const { path, text, item, yearly, numbers } of all.filter(
      (one) => one.isRange === ranges,
    )) {
      const days = yearly ? 'yearly' : 'dates';
      for (const number of numbers) {
        const before = own[days].get(number);
        if (before !== undefined && !agree(before, item))
          refuse(path, text, expected(before, item), 'ambiguous');
        own[days].set(number, item);
        read[days].set(number, item);
      }
    }
  }
  return read;
}
