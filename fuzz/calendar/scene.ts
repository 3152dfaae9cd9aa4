import { type BusinessCalendar, businessCalendar, type DurationUnit } from 'overdeliver';
import { anyCalendar } from '../../test/calendar/any-calendar';
import { type Step, Walk } from '../../test/calendar/walk';
import { type Clock, stepOf, watchClock } from './clock';

const minute = 60_000;
const dayMs = 86_400_000;

/** Weeks or months that are seen around a date, and how far promises go in them. */
interface Span {
  readonly days: number;
  readonly amounts: Readonly<Record<DurationUnit, readonly number[]>>;
}

const weeks: Span = {
  days: 22,
  amounts: {
    minutes: [0, 1, 45, 600],
    hours: [0, 1, 7, 24, 30],
    'open-minutes': [0, 1, 45, 600],
    'open-hours': [0, 1, 4, 11],
    days: [0, 0.5, 1, 1.5, 2],
    'business-days': [0, 1, 2],
  },
};
const months: Span = {
  days: 120,
  amounts: {
    minutes: [1440, 10_000],
    hours: [24, 100, 500.25],
    'open-minutes': [1000, 5000],
    'open-hours': [24, 60.5, 200],
    days: [3, 7, 14.25, 21],
    'business-days': [5, 9, 16, 21],
  },
};

/** Calendars in a row and a walk through each. */
export interface Way {
  readonly calendars: readonly BusinessCalendar[];
  readonly walks: readonly Walk[];
}

/** What is seen around a date of two zones' clocks, and what can be drawn there. */
export interface Scene {
  readonly pick: <T>(all: readonly T[]) => T;
  readonly uniform: () => number;
  readonly way: () => Way;
  /** A moment from a share of the window to another: at a full minute, just before one, or any. */
  readonly moment: (from: number, to: number) => number;
  readonly steps: (count: number) => readonly Step[];
  readonly span: Span;
}

/** Around a date, for weeks or for months; for weeks alone where clocks must be looked at more than once a minute. */
export function sceneOf(
  clocks: readonly [own: Clock, other: Clock],
  around: number,
  isLong: boolean,
  uniform: () => number,
): Scene {
  const beginOf = ({ days }: Span) => Math.floor((around - (days / 2) * dayMs) / minute) * minute;
  const stepIn = (clock: Clock, span: Span) =>
    stepOf(clock, beginOf(span), beginOf(span) + span.days * dayMs);
  const isByMinute = clocks.every((clock) => stepIn(clock, months) === minute);
  const span = isLong && isByMinute ? months : weeks;
  const from = beginOf(span);
  const pick = <T>(all: readonly T[]) => all[Math.floor(all.length * uniform())] as T;
  const both = clocks.map((clock) => ({
    zone: clock.zone,
    watch: watchClock(clock, from, span.days, stepIn(clock, span)),
  }));
  const dateIn = () => new Date(from + span.days * dayMs * uniform()).toISOString().slice(0, 10);
  const calendarOf = (zone: string): BusinessCalendar => {
    const calendar = anyCalendar(zone, uniform, around);
    const more = Array.from({ length: Math.floor((span.days / 30) * uniform()) }, dateIn);
    return businessCalendar({
      ...calendar,
      holidays: [...(calendar.holidays ?? []), ...more].filter(
        (date, i, all) =>
          all.indexOf(date) === i &&
          !calendar.specialHours?.[date] &&
          !calendar.specialCutOffs?.[date],
      ),
    });
  };
  return {
    pick,
    uniform,
    span,
    way: () => {
      const legs = uniform() < 0.5 ? both : [...both].reverse();
      const calendars = legs.map(({ zone }) => calendarOf(zone));
      return {
        calendars,
        walks: legs.map(({ watch }, i) => new Walk(calendars[i] as BusinessCalendar, watch)),
      };
    },
    moment: (low, high) => {
      const at = from + span.days * dayMs * (low + (high - low) * uniform());
      const full = Math.floor((at - from) / minute) * minute + from;
      return full + pick([0, 0, -1, Math.floor(minute * uniform())]);
    },
    steps: (count) =>
      Array.from({ length: count }, () => {
        const unit = pick(Object.keys(span.amounts) as DurationUnit[]);
        return { unit, amount: pick(span.amounts[unit]) };
      }),
  };
}
