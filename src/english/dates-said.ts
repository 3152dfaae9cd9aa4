import { lastTime } from '../core/time-units';
import { dayAt } from '../core/zone-clock';
import type { CustomerPhrases } from './customer-phrases';
import { dateFormats, fullMinute, yearAt, type Zone } from './formats';

/** When it is said, if that is known: what lies on that day is said without it. */
type AsOf = number | undefined;

/** Days, times and windows of them in words; dates are milliseconds since 1970. */
export function datesSaid(locale: string, zone: Zone, phrases: CustomerPhrases) {
  const { clock } = zone;
  const formats = dateFormats(locale, zone);
  const day = (at: number, asOf: AsOf) => {
    const otherYear = asOf !== undefined && yearAt(clock, at) !== yearAt(clock, asOf);
    return phrases.day(formats.weekday(at), formats.date(at, otherYear));
  };
  const isSameDay = (at: number, other: number) => dayAt(clock, at) === dayAt(clock, other);
  const onItsDay = (said: string, at: number, asOf: AsOf) =>
    asOf !== undefined && isSameDay(at, asOf) ? said : phrases.thatDay(said, day(at, asOf));
  // What is due at midnight is due by the end of the day before; before the first moment of all there is none.
  const lastOf = (due: number) => Math.max(due - 1, -lastTime);
  return {
    byDay: (due: number, asOf: AsOf) => phrases.by(day(lastOf(due), asOf)),
    byTime: (due: number, asOf: AsOf) => {
      const at = fullMinute(clock, due, 'up');
      return onItsDay(phrases.by(formats.time(at)), at, asOf);
    },
    betweenDays: (from: number, to: number, asOf: AsOf) => {
      const last = Math.max(from, lastOf(to));
      if (isSameDay(from, last)) return phrases.on(day(from, asOf));
      return phrases.between(day(from, asOf), day(last, asOf));
    },
    betweenTimes: (from: number, to: number, asOf: AsOf) => {
      const [start, end] = [fullMinute(clock, from, 'down'), fullMinute(clock, to, 'up')];
      if (start === end) return onItsDay(phrases.at(formats.time(start)), start, asOf);
      if (isSameDay(start, end)) {
        const said = phrases.between(formats.time(start), formats.time(end));
        return onItsDay(said, start, asOf);
      }
      const [first, last] = [start, end].map((at) =>
        phrases.thatDay(formats.time(at), day(at, asOf)),
      );
      return phrases.between(`${first}`, `${last}`);
    },
  };
}
