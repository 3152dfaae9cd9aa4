import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';

/** Milliseconds of the units of time that have a fixed length; a day has 24 hours here. */
export const minuteMs = millisecondsInMinute;
export const hourMs = millisecondsInHour;
export const dayMs = millisecondsInDay;

/** The last moment that a `Date` knows, in milliseconds since 1970; the first one is its opposite. */
export const lastTime = 8.64e15;

/** The same by the names that options use. */
export const unitMs: Readonly<Record<'minutes' | 'hours' | 'days', number>> = {
  minutes: minuteMs,
  hours: hourMs,
  days: dayMs,
};

/** What each is called elsewhere, in the singular. */
const otherNames: Readonly<Record<string, string>> = {
  min: 'minutes',
  minute: 'minutes',
  h: 'hours',
  hr: 'hours',
  hour: 'hours',
  d: 'days',
  day: 'days',
};

/** The unit of time that is probably meant by a name of none: `min` is `minutes`, and `Open Hours` are `open-hours`. */
export function unitMeant(unit: string): string | undefined {
  const words = unit
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _-]+/);
  const [first, second = '', ...more] = words as [string, ...string[]];
  const singular = (second === '' ? first : second).replace(/s$/, '');
  const name = Object.hasOwn(otherNames, singular) ? otherNames[singular] : undefined;
  if (name === undefined || more.length > 0) return undefined;
  const isKind = first === (name === 'days' ? 'business' : 'open');
  if (second !== '' && !isKind) return undefined;
  const meant = second === '' ? name : `${first}-${name}`;
  return meant === unit ? undefined : meant;
}
